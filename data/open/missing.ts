/** What tables print where a value is missing or withheld, in small letters. */
const tokens: Readonly<Record<string, "missing" | "withheld">> = {
  "": "missing",
  "-": "missing",
  "–": "missing",
  "—": "missing",
  "--": "missing",
  ".": "missing",
  "..": "missing",
  "...": "missing",
  "…": "missing",
  ":": "missing",
  "?": "missing",
  "#n/a": "missing",
  "#na": "missing",
  "n/a": "missing",
  "n.a.": "missing",
  "n. a.": "missing",
  "#div/0!": "missing",
  "#ref!": "missing",
  "#value!": "missing",
  "#name?": "missing",
  "#num!": "missing",
  na: "missing",
  nan: "missing",
  null: "missing",
  none: "missing",
  nil: "missing",
  "\\n": "missing",
  "k.a.": "missing",
  "k. a.": "missing",
  "s.d.": "missing",
  "s/d": "missing",
  "no data": "missing",
  "not available": "missing",
  "not applicable": "missing",
  unknown: "missing",
  missing: "missing",
  "(blank)": "missing",
  "*": "withheld",
  "**": "withheld",
  "***": "withheld",
  x: "withheld",
  suppressed: "withheld",
  withheld: "withheld",
  redacted: "withheld",
  confidential: "withheld",
};

/** How these begin and how long they are, as numbers. */
const forms = new Set(
  Object.keys(tokens)
    .flatMap((token) => [token, token.toUpperCase()])
    .map((token) => formOf(token.charCodeAt(0), token.length)),
);

function formOf(first: number, length: number): number {
  return first * 32 + length;
}

/** Whether a cell may be one of these: most are none by their first sign and length, and there are many. */
function mayBeToken(text: string): boolean {
  const { length } = text;
  if (length === 0 || length > 16) return length === 0;
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(length - 1)];
  const isPlain = first > 32 && first < 128 && last > 32 && last < 128 && text[0] !== ":";
  return !isPlain || forms.has(formOf(first, length));
}

/** Among words these may be words: NA is Namibia, “none” an answer. Among numbers they are not. */
const alsoWords = new Set([
  "na",
  "none",
  "nil",
  "x",
  "unknown",
  "missing",
  "nan",
  ".",
  "?",
  "*",
  "**",
  "***",
]);

/**
 * Whether a cell stands for a missing value, and for which kind; null where it is a value. Where it is said
 * what stands for one, that does and an empty cell, and nothing else.
 */
export function missingKind(
  text: string,
  amongWords = false,
  said?: readonly string[],
): "missing" | "withheld" | null {
  if (said) {
    const plain = text.trim();
    return plain === "" || said.includes(plain) || said.includes(text) ? "missing" : null;
  }
  if (!mayBeToken(text)) return null;
  // Eurostat prints a flag behind the colon that stands for nothing known.
  const token = text
    .trim()
    .toLowerCase()
    .replace(/^: ?[a-z]$/, ":");
  if (amongWords && alsoWords.has(token)) return null;
  return Object.hasOwn(tokens, token) ? (tokens[token] ?? null) : null;
}
