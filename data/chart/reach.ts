import { formatNumber, joinWith, saySign } from "../figure/format";
import type { Names } from "../figure/names";
import { plural } from "../view/describe";
import type { Mark, Panel } from "./mark";

/** "3 figures from 2 documents", or "3 of 12 figures" where the sheet has more of the measure. */
export function howMany(marks: readonly Mark[], { of }: Panel, noun: string): string {
  const documents = new Set(marks.map(({ document }) => document)).size;
  const number = marks.length < of ? `${formatNumber(marks.length)} of ` : "";
  const all = plural(Math.max(of, marks.length), noun);
  return `${number}${all} from ${plural(documents, "document")}`;
}

/** How far the figures of one measure reach: "Killed: 3 figures from 2 documents, from 13 to 170". */
export function describeReach(
  marks: readonly Mark[],
  panel: Panel,
  { measures, kinds }: Names,
): string {
  const measure = measures[panel.measure] ?? panel.measure;
  const numbered = marks.filter(({ low, high }) => low !== null || high !== null);
  const isOrder = orders.includes(kinds[panel.measure]?.kind ?? "");
  const reach = isOrder ? listTexts(numbered) : describeEnds(numbered);
  if (marks.length === 1) {
    const of = panel.of > 1 ? `, 1 of ${plural(panel.of, "figure")}` : "";
    return `${measure}: ${reach || "in words only"}${of}`;
  }
  return `${measure}: ${howMany(marks, panel, "figure")}, ${withWords(reach, numbered, marks)}`;
}

/** Kinds of which each figure belongs to an order of its own, so that they reach from nothing to nothing. */
const orders = ["rank", "ordinal"];

/** How far the numbers reach, and how many figures have none. */
function withWords(reach: string, numbered: readonly Mark[], marks: readonly Mark[]): string {
  const worded = marks.length - numbered.length;
  if (numbered.length === 0) return "in words only";
  if (worded === 0) return reach;
  if (numbered.length > 1) return `${reach}; ${formatNumber(worded)} in words only`;
  return `one of them ${reach}, ${worded === 1 ? "the other" : "the others"} in words only`;
}

/** The least and the most of some figures; one value where they state the same number. */
function describeEnds(marks: readonly Mark[]): string {
  const [least] = marks.toSorted((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b));
  const most = marks.toSorted((a, b) => endOf(a) - endOf(b) || startOf(a) - startOf(b)).at(-1);
  if (!least || !most) return "";
  if (marks.length > 1 && startOf(least) < endOf(most))
    return `from ${sayEnd(least, 0)} to ${sayEnd(most, -1)}`;
  const each = marks.length > 1 && new Set(marks.map(({ text }) => text)).size === 1;
  return `${each ? "each " : ""}${listTexts(marks, "or")}`;
}

function listTexts(marks: readonly Mark[], word = "and"): string {
  const texts = marks.map(({ text }) => saySign(text).replace("–", " to "));
  return joinWith([...new Set(texts)], word);
}

/** One end of a figure in words: of a range that end alone, of an upper bound that it is one. */
function sayEnd({ text, low }: Mark, end: 0 | -1): string {
  const [from = "", to = from] = text.split("–");
  const percent = to.endsWith("%") && !from.endsWith("%") ? "%" : "";
  const sign = /^[^\d]*/.exec(from)?.[0] ?? "";
  const said = end === 0 || to === from ? `${from}${percent}` : `${sign}${to}`;
  return low === null ? saySign(said).replace("up to", "at most") : saySign(said);
}

function startOf({ low, high }: Mark): number {
  return low ?? high ?? 0;
}

function endOf({ low, high }: Mark): number {
  return high ?? low ?? 0;
}
