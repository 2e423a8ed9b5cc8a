import { compareText } from "../table/order";

/** The indices of a list in the order of its numbers, of which none is NaN; equals keep their order. */
export function orderNumbers(values: Float64Array): Uint32Array {
  const bits = sortableBits(values);
  let order = new Uint32Array(values.length);
  for (let at = 0; at < order.length; at++) order[at] = at;
  for (const [part, shift] of parts) order = orderBySixteen(order, bits, part, shift);
  return order;
}

/** Of the two halves of a number, in sixteen bits each, the lowest first. */
const parts = [
  [0, 0],
  [0, 16],
  [1, 0],
  [1, 16],
] as const;

/** As unsigned integers floats have their order with the sign turned, and negative ones with all bits turned. */
function sortableBits(values: Float64Array): Uint32Array {
  // −0 and 0 are one number.
  const bits = new Uint32Array(values.map((value) => value + 0).buffer);
  for (let at = 0; at < bits.length; at += 2) {
    const high = bits[at + 1] ?? 0;
    const turned = high >>> 31 === 1 ? 0xffffffff : 0;
    bits[at] = (bits[at] ?? 0) ^ turned;
    bits[at + 1] = high ^ (turned | 0x80000000);
  }
  return bits;
}

function orderBySixteen(
  order: Uint32Array<ArrayBuffer>,
  bits: Uint32Array,
  part: number,
  shift: number,
): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(0x10001);
  for (let at = part; at < bits.length; at += 2) {
    const key = ((bits[at] ?? 0) >>> shift) & 0xffff;
    places[key + 1] = (places[key + 1] ?? 0) + 1;
  }
  if (places.includes(order.length)) return order;
  addUp(places);
  const sorted = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const index = order[at] ?? 0;
    const key = ((bits[index * 2 + part] ?? 0) >>> shift) & 0xffff;
    const place = places[key] ?? 0;
    places[key] = place + 1;
    sorted[place] = index;
  }
  return sorted;
}

/** Counts → where each begins. */
export function addUp(counts: Uint32Array): void {
  for (let at = 1; at < counts.length; at++) counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0);
}

/** The indices of a list in the order of its texts, by their code units; equals keep their order. */
export function orderTexts(texts: readonly string[]): Uint32Array {
  const order = new Uint32Array(texts.length);
  let isSorted = true;
  for (let at = 0; at < order.length; at++) {
    order[at] = at;
    isSorted &&= at === 0 || (texts[at - 1] ?? "") <= (texts[at] ?? "");
  }
  if (!isSorted)
    sortPart({ texts, order, spare: new Uint32Array(order.length) }, 0, order.length, 0);
  return order;
}

interface Sorting {
  readonly texts: readonly string[];
  readonly order: Uint32Array;
  readonly spare: Uint32Array;
}

/** So few are compared as they are. */
const few = 24;

/** Sorts a part whose texts are the same up to a place: by the sign there, then each of the parts. */
function sortPart(sorting: Sorting, from: number, to: number, depth: number): void {
  if (to - from <= few) {
    sortFew(sorting, from, to);
    return;
  }
  const { texts, order, spare } = sorting;
  let most = 0;
  const signAt = (at: number) => {
    const text = texts[order[at] ?? 0] ?? "";
    return depth < text.length ? text.charCodeAt(depth) + 1 : 0;
  };
  for (let at = from; at < to; at++) most = Math.max(most, signAt(at));
  const places = new Uint32Array(most + 2);
  for (let at = from; at < to; at++) places[signAt(at) + 1] = (places[signAt(at) + 1] ?? 0) + 1;
  addUp(places);
  const ends = places.slice();
  for (let at = from; at < to; at++) {
    const sign = signAt(at);
    const place = ends[sign] ?? 0;
    ends[sign] = place + 1;
    spare[from + place] = order[at] ?? 0;
  }
  order.set(spare.subarray(from, to), from);
  // What ends here is the same text.
  for (let sign = 1; sign <= most; sign++) {
    const [start, end] = [places[sign] ?? 0, places[sign + 1] ?? 0];
    if (end - start > 1) sortPart(sorting, from + start, from + end, depth + 1);
  }
}

function sortFew({ texts, order }: Sorting, from: number, to: number): void {
  const compare = (a: number, b: number) => compareText(texts[a] ?? "", texts[b] ?? "") || a - b;
  order.set(order.slice(from, to).sort(compare), from);
}
