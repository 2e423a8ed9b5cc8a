import { isProblem, type Parsed } from "../table/problem";

/** What comes to the end of a link where a program takes the signs after it for a part of it. */
const after = /[.,;:!?)\]}>"'’”»]$/u;

/** So many signs of a text or a bracket may follow a link. */
const most = 3;

type Mend = (value: string) => string;

const mends: readonly Mend[] = [
  ...Array.from({ length: most }, (_, index) => (value: string) => withoutLast(value, index + 1)),
  decoded,
  (value) => decoded(withoutLast(value, 1)),
];

/**
 * Reads values of an address; where they mean nothing, as they were before signs of a text came to their
 * end or they were encoded a second time. The problem is that of the values as they came.
 */
export function parseMended<T>(
  values: readonly string[],
  parse: (values: readonly string[]) => Parsed<T>,
): Parsed<T> {
  const part = parse(values);
  if (!isProblem(part)) return part;
  for (const mend of mends) {
    const mended = values.map(mend);
    const again = mended.some((value, index) => value !== values[index]) ? parse(mended) : part;
    if (!isProblem(again)) return again;
  }
  return part;
}

/** A value without so many of the signs at its end. */
function withoutLast(value: string, count: number): string {
  return count === 0 || !after.test(value) ? value : withoutLast(value.slice(0, -1), count - 1);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
