import type { Evidence, TypeReading } from "./evidence";
import { missingKind } from "./missing";

/** A column without a value. */
export function readEmpty({ cells }: Evidence): TypeReading | null {
  // A lone x ticks a box; only beside numbers does it withhold one.
  const isEmpty = cells.every(({ text, missing }) => missing !== null && !/^\s*x\s*$/i.test(text));
  return isEmpty ? { type: "empty" } : null;
}

const pairs = [
  ["true", "false"],
  ["yes", "no"],
  ["y", "n"],
  ["t", "f"],
  ["ja", "nein"],
  ["oui", "non"],
  ["sí", "no"],
  ["si", "no"],
  ["بله", "خیر"],
  ["نعم", "لا"],
];

const yes = new Set(pairs.map(([word = ""]) => word));

/** Whether a cell of a column of yes and no says yes. */
export function isYes(text: string): boolean {
  return yes.has(text.trim().toLowerCase());
}

/** Two words for yes and no, both of them there; `true` or `false` also alone. */
export function readBoolean({ filled }: Evidence): TypeReading | null {
  const found = new Set(filled.map(({ text }) => text.trim().toLowerCase()));
  if (found.size === 0 || found.size > 2) return null;
  const isPair = pairs.some(
    (pair, at) => [...found].every((word) => pair.includes(word)) && (found.size === 2 || at === 0),
  );
  return isPair ? { type: "boolean" } : null;
}

/** Short words that come again and again. */
export function readCategory(evidence: Evidence): TypeReading | null {
  const { cells, rows, isComplete, given } = evidence;
  if (!isComplete) return null;
  const words = cells.filter(({ text }) => missingKind(text, true, given.missing) === null);
  const isShort = words.every(({ text }) => text.length <= 60);
  const isFew = words.length <= 50 || words.length <= rows / 20;
  const count = words.reduce((sum, word) => sum + word.count, 0);
  return isShort && isFew && words.length < count ? { type: "category" } : null;
}

/** Any words: what rows can be told apart by where they are short and come again, else notes. */
export function readText({ name, filled, count, isComplete }: Evidence): TypeReading {
  const length = filled.reduce((sum, { text }) => sum + text.length, 0);
  const isShort =
    filled.every(({ text }) => text.length <= longestName) && length <= usualName * filled.length;
  const isTold = isComplete && (filled.length <= count / 2 || filled.length <= fewNames);
  const isNote = /note|remark|comment|descri|summary|details|headline|url|link|bemerk|anmerk/i;
  return { type: "text", ...(isShort && isTold && !isNote.test(name) && { role: "dimension" }) };
}

/** So long is a name at most, and so long names are on the whole; so few may be all different. */
const [longestName, usualName, fewNames] = [80, 30, 60];
