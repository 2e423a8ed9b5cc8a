import fc from "fast-check";

/** Signs that a function which walks a text may stumble over. */
const odd = [
  ..."aAZ0 19-–—−‑.,;:=+@'’\"“”()[]{}<>&%…½٣۳०ıİſßŁéﬁ\t\n\r\v\f\0",
  ..."\u0085\u00a0\u00ad\u0301\u0327\u061c\u064e\u200b\u200c\u200d\u200e\u202e\u2028\u2029\u2060",
  ..."\ufe0f\ufeff\uff1d\ufe66\u{1f1e6}\u{1f468}\u{1d7d8}\u{e0100}",
  "\ud800",
  "\udc00",
  "..",
  "e\u0301",
  "Kabul",
  "crocus",
];

/** Any text: of any signs, of odd ones, of halves of signs, and long ones that repeat a few. */
export const texts: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.array(fc.constantFrom(...odd), { maxLength: 30 }).map((signs) => signs.join("")),
  fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom("", ...odd),
);

/** A few signs, which `long` repeats until they are 100 kB: for what takes longer than its length. */
export const units: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...odd), { minLength: 1, maxLength: 3 })
  .map((signs) => signs.join(""));

/** A text of 100 kB that repeats a few signs: what takes the square of its length outlasts its test. */
export function long(unit: string): string {
  return unit.repeat(Math.ceil(100_000 / unit.length));
}
