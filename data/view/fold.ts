/** Letters whose sign is part of them, so that no accent comes off, as people without the key type them. */
const letters: { readonly [letter: string]: string } = {
  ς: "σ",
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  æ: "ae",
  œ: "oe",
  þ: "th",
};

/** Text that folds to itself in lower case: printable ASCII without ` and without two spaces in a row. */
const simple = /^ ?(?:[!-_a-~] ?)*$/;

/**
 * Text as searches, filters and sorting compare it: in lower case; without accents and invisible signs
 * (zero-width, bidi marks, soft hyphens, variation selectors, controls); with one kind of hyphen, of
 * quote, of space and of digit, and one space where there are several.
 */
export function fold(text: string): string {
  return simple.test(text) ? text.toLowerCase() : foldSigns(text).replace(/ {2,}/g, " ");
}

/** True of text in which a search sees nothing. */
export function isBlank(text: string): boolean {
  return fold(text).trim() === "";
}

/** What takes longer than this to write down is no number and no date. */
const longest = 400;

/** A number or a date as it was typed, folded and without spaces around it; "" for what is too long. */
export function foldShort(typed: string): string {
  return typed.length > longest ? "" : fold(typed).trim();
}

/** All of `fold` that looks at one sign at a time. */
function foldSigns(text: string): string {
  // Signs are made plain before they are taken apart, since ´ is a space with an accent then, and after.
  // Accents go first where they stand alone: to sort a long run of them takes the square of its length.
  const bare = text.replace(/\p{M}/gu, "");
  const apart = plainSigns(plainDigits(bare)).normalize("NFKD");
  return plainSigns(apart)
    .replace(/[\s\p{Z}\u0085]/gu, " ")
    .replace(/[\p{M}\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, "")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replace(/[ςłøđðħæœþ]/g, (letter) => letters[letter] ?? letter);
}

function plainSigns(text: string): string {
  return text
    .replace(/[’‘‚‛`´′‵ʹʻʼʽʾʿˈ‹›]/g, "'")
    .replace(/[“”„‟«»″‶〝〞〟]/g, '"')
    .replace(/[\p{Pd}−⁃˗]/gu, "-");
}

/** Decimal digits of any script as 0 to 9. */
export function plainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitOf(digit)));
}

/** Unicode keeps the digits of a script together in their order, from 0 to 9, often after another ten. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return (code - first) % 10;
}

/** A text folded, and which part of the text each sign of it comes from. */
export interface FoldedText {
  readonly text: string;
  /** Where in the original the sign that gave each folded one starts, and where the next one starts. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The same text as `fold` gives, with the way back: "Straße" has another length than "strasse". */
export function foldWithPlaces(original: string): FoldedText {
  const known = new Map<string, string>();
  const starts: number[] = [];
  const ends: number[] = [];
  let text = "";
  let last = "";
  let at = 0;
  for (const sign of original) {
    const folded = known.get(sign) ?? fold(sign);
    known.set(sign, folded);
    const added = folded === " " && last === " " ? "" : folded;
    // What folds to nothing belongs to what it follows: a mark on its letter.
    if (added === "" && ends.length > 0) ends[ends.length - 1] = at + sign.length;
    for (let index = 0; index < added.length; index++) {
      starts.push(at);
      ends.push(at + sign.length);
    }
    text += added;
    last = added || last;
    at += sign.length;
  }
  return { text, starts, ends };
}
