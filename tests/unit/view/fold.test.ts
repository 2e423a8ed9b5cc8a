import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, foldWithPlaces, plainDigits } from "@/data/view/fold";
import { texts } from "../texts";

test.each([
  ["Türkiye", "turkiye"],
  ["ISK’s", "isk's"],
  ["Ｋabul", "kabul"],
  ["ıstanbul", "istanbul"],
  ["ISTANBUL", "istanbul"],
  ["İstanbul", "istanbul"],
  ["Straße", "strasse"],
  ["Łódź", "lodz"],
  ["ΟΔΟΣ", "οδοσ"],
  ["Crocus\u2011City", "crocus-city"],
  ["2021–2022", "2021-2022"],
  ["−5", "-5"],
  ["city\u00a0hall", "city hall"],
  ["city \u202f hall", "city hall"],
  ["city\nhall", "city hall"],
  ["Ka\u200bbul\u200f", "kabul"],
  ["Ka\u00adbul", "kabul"],
  ["☪\ufe0f", "☪"],
  ["“city hall”", '"city hall"'],
  ["٣٣ and ۳۳", "33 and 33"],
])("%j is compared as %j", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test("text folded once is folded", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test("every sign of Unicode folds to what folds to itself, alone as in a text", () => {
  const signs = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code)).filter(
    (sign) => !/[\p{Cn}\p{Co}\p{Script=Han}\p{Script=Hangul}]/u.test(sign),
  );
  expect(signs.filter((sign) => fold(fold(sign)) !== fold(sign))).toEqual([]);
  expect(signs.filter((sign) => fold(`x${sign}`) !== `x${fold(sign)}`)).toEqual([]);
}, 60_000);

test("the fold with places is the fold, and each place lies in the text", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { text: folded, starts, ends } = foldWithPlaces(text);
      expect(folded).toBe(fold(text));
      expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
      expect(starts.every((start, index) => start < (ends[index] ?? 0))).toBe(true);
      expect(starts.every((start, index) => start >= (starts[index - 1] ?? 0))).toBe(true);
      expect(ends.every((end) => end <= text.length)).toBe(true);
    }),
  );
});

test("the digits of every script are read as 0 to 9", () => {
  const digits = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code)).filter(
    (sign) => /\p{Nd}/u.test(sign),
  );
  expect(plainDigits(digits.join(""))).toBe("0123456789".repeat(digits.length / 10));
});
