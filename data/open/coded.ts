/** The cells of a column: each different one once, and in each row the number of its cell. */
export interface Coded {
  readonly words: readonly string[];
  readonly codes: Uint32Array;
}

/** Each different cell once, in the order in which they come, and the number of its cell for each row. */
export function encode(size: number, cellAt: (row: number) => string): Coded {
  const codeOf = new Map<string, number>();
  const codes = new Uint32Array(size);
  let [last, lastCode] = ["", -1];
  for (let row = 0; row < size; row++) {
    const text = cellAt(row);
    // What repeats from row to row is not looked up.
    if (lastCode >= 0 && text === last) codes[row] = lastCode;
    else {
      let code = codeOf.get(text);
      if (code === undefined) {
        code = codeOf.size;
        codeOf.set(text, code);
      }
      codes[row] = code;
      [last, lastCode] = [text, code];
    }
  }
  return { words: [...codeOf.keys()], codes };
}

/** By cell, in how many rows it stands, and in which first. */
export function placesOf({ words, codes }: Coded) {
  const counts = new Uint32Array(words.length);
  const first = new Uint32Array(words.length);
  for (let row = codes.length - 1; row >= 0; row--) {
    const code = codes[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
    first[code] = row;
  }
  return { counts, first };
}
