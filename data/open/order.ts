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

/**
 * The indices of a list in the order of its texts, by their code units; equals keep their order. No text
 * holds a NUL.
 */
export function orderTexts(texts: readonly string[]): Uint32Array {
  const order = new Uint32Array(texts.length);
  let isSorted = true;
  for (let at = 0; at < order.length; at++) {
    order[at] = at;
    isSorted &&= at === 0 || (texts[at - 1] ?? "") <= (texts[at] ?? "");
  }
  if (isSorted) return order;
  const { length } = order;
  const [spare, high, low] = [0, 1, 2].map(() => new Uint32Array(length)) as [Part, Part, Part];
  sortPart({ ...unitsOf(texts), order, spare, high, low }, 0, length, 0);
  return order;
}

type Part = Uint32Array;

interface Sorting {
  /** The code units of all texts, and where each text begins: they are read far faster than texts. */
  readonly units: Uint8Array | Uint16Array;
  readonly starts: Uint32Array;
  readonly order: Uint32Array;
  readonly spare: Uint32Array;
  /** By index, the units of a text from a depth on that it is ordered by: 24 bits each. */
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

function unitsOf(texts: readonly string[]): Pick<Sorting, "units" | "starts"> {
  const starts = new Uint32Array(texts.length + 1);
  let isNarrow = true;
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] ?? "";
    starts[at + 1] = (starts[at] ?? 0) + text.length;
    isNarrow &&= !/[^\0-\xff]/.test(text);
  }
  const length = starts.at(-1) ?? 0;
  const units = isNarrow ? new Uint8Array(length) : new Uint16Array(length);
  let place = 0;
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) units[place++] = text.charCodeAt(at);
  }
  return { units, starts };
}

/** So few are compared as they are: to count the units of a part takes as long as to compare some hundred. */
const few = 400;

/** Sorts a part whose texts are the same up to a depth: by some units from there on, then those that have the same. */
function sortPart(sorting: Sorting, from: number, to: number, least: number): void {
  if (to - from <= few) {
    sortFew(sorting, from, to, least);
    return;
  }
  const { order, high, low } = sorting;
  const depth = commonDepth(sorting, from, to, least);
  const count = readKeys(sorting, from, to, depth);
  for (const [keys, shift] of [
    [low, 0],
    [low, 12],
    [high, 0],
    [high, 12],
  ] as const) {
    orderByTwelve(sorting, from, to, keys, shift);
  }
  let start = from;
  for (let at = from + 1; at <= to; at++) {
    const [index, before] = [order[at] ?? 0, order[at - 1] ?? 0];
    if (at < to && high[index] === high[before] && low[index] === low[before]) continue;
    // What ends before the last of these units is the same text.
    if (at - start > 1 && lengthOf(sorting, order[start] ?? 0) >= depth + count) {
      sortPart(sorting, start, at, depth + count);
    }
    start = at;
  }
}

function lengthOf({ starts }: Sorting, index: number): number {
  return (starts[index + 1] ?? 0) - (starts[index] ?? 0);
}

/** How many units all texts of a part have in common; so many are known to be. */
function commonDepth(sorting: Sorting, from: number, to: number, least: number): number {
  const { units, starts, order } = sorting;
  const first = order[from] ?? 0;
  const firstAt = starts[first] ?? 0;
  let depth = lengthOf(sorting, first);
  for (let at = from + 1; at < to && depth > least; at++) {
    const index = order[at] ?? 0;
    const start = starts[index] ?? 0;
    const most = Math.min(depth, lengthOf(sorting, index));
    let same = least;
    while (same < most && units[start + same] === units[firstAt + same]) same++;
    depth = same;
  }
  return depth;
}

/** Reads the keys of a part: six units where each is a byte, else three; says how many. */
function readKeys(
  { units, starts, order, high, low }: Sorting,
  from: number,
  to: number,
  depth: number,
) {
  const isNarrow = units instanceof Uint8Array;
  for (let at = from; at < to; at++) {
    const index = order[at] ?? 0;
    const place = (starts[index] ?? 0) + depth;
    const end = starts[index + 1] ?? 0;
    const unit = (next: number) => (place + next < end ? (units[place + next] ?? 0) : 0);
    if (isNarrow) {
      high[index] = (unit(0) << 16) | (unit(1) << 8) | unit(2);
      low[index] = (unit(3) << 16) | (unit(4) << 8) | unit(5);
    } else {
      high[index] = (unit(0) << 8) | (unit(1) >>> 8);
      low[index] = ((unit(1) & 255) << 16) | unit(2);
    }
  }
  return isNarrow ? 6 : 3;
}

function orderByTwelve(
  { order, spare }: Sorting,
  from: number,
  to: number,
  keys: Uint32Array,
  shift: number,
): void {
  const places = new Uint32Array(4_097);
  for (let at = from; at < to; at++) {
    const key = ((keys[order[at] ?? 0] ?? 0) >>> shift) & 4_095;
    places[key + 1] = (places[key + 1] ?? 0) + 1;
  }
  if (places.includes(to - from)) return;
  addUp(places);
  for (let at = from; at < to; at++) {
    const index = order[at] ?? 0;
    const key = ((keys[index] ?? 0) >>> shift) & 4_095;
    const place = places[key] ?? 0;
    places[key] = place + 1;
    spare[from + place] = index;
  }
  order.set(spare.subarray(from, to), from);
}

function sortFew({ units, starts, order }: Sorting, from: number, to: number, depth: number): void {
  const compare = (a: number, b: number) => {
    const [endA, endB] = [starts[a + 1] ?? 0, starts[b + 1] ?? 0];
    let [atA, atB] = [(starts[a] ?? 0) + depth, (starts[b] ?? 0) + depth];
    while (atA < endA && atB < endB && units[atA] === units[atB]) {
      atA++;
      atB++;
    }
    const [left, right] = [atA < endA, atB < endB];
    return left && right ? (units[atA] ?? 0) - (units[atB] ?? 0) : left ? 1 : right ? -1 : a - b;
  };
  order.set(order.slice(from, to).sort(compare), from);
}
