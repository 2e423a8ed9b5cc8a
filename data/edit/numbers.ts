/** Numbers with others put in at ascending places, which are theirs afterwards. */
export function putIn(numbers: Uint32Array, at: Uint32Array, more: Uint32Array): Uint32Array {
  const all = new Uint32Array(numbers.length + at.length);
  let [from, to] = [0, 0];
  for (const [index, place] of at.entries()) {
    const length = place - to;
    all.set(numbers.subarray(from, from + length), to);
    from += length;
    all[place] = more[index] ?? 0;
    to = place + 1;
  }
  all.set(numbers.subarray(from), to);
  return all;
}

/** Numbers without those at ascending places. */
export function takeOut(numbers: Uint32Array, at: Uint32Array): Uint32Array {
  const rest = new Uint32Array(numbers.length - at.length);
  let [from, to] = [0, 0];
  for (const place of at) {
    rest.set(numbers.subarray(from, place), to);
    to += place - from;
    from = place + 1;
  }
  rest.set(numbers.subarray(from), to);
  return rest;
}

/** Numbers with others written over them at places. */
export function overwrite(numbers: Uint32Array, at: Uint32Array, by: Uint32Array): Uint32Array {
  const next = numbers.slice();
  for (let index = 0; index < at.length; index++) next[at[index] ?? 0] = by[index] ?? 0;
  return next;
}

/** The numbers at places. */
export function pick(numbers: Uint32Array, at: Uint32Array): Uint32Array {
  const picked = new Uint32Array(at.length);
  for (let index = 0; index < at.length; index++) picked[index] = numbers[at[index] ?? 0] ?? 0;
  return picked;
}

/** So many numbers from one on. */
export function series(from: number, count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let at = 0; at < count; at++) numbers[at] = from + at;
  return numbers;
}
