import { summarizeDifference } from "../change/describe";
import { type Difference, diffTables, type Sides } from "../change/difference";
import {
  countEntries,
  type Entry,
  type EntryView,
  selectEntries,
  toEntries,
} from "../change/entries";
import { chooseKey, commonFields, keyTables } from "../change/key";
import { lineFields, toLines } from "../change/lines";
import { problemsIn } from "../change/problems";
import { type TextTable, toTextTable } from "../change/texts";
import { formatCsv } from "../open/output";
import { readRecords } from "../table/records";
import type { Row } from "../table/table";
import { fold } from "../view/fold";

/** A text of CSV → its table. */
export function readTexts(text: string): TextTable {
  return toTextTable(readRecords(text, "").records.map(({ cells }) => cells));
}

/** What is said of two tables that were compared. */
export interface Differences {
  /** "3 rows new, 1 gone, 4 changed". */
  readonly sentence: string;
  /** How many rows of both tables have the same cells. */
  readonly same: number;
  readonly problems: readonly string[];
  /** The columns by which rows were matched; none where that was their place. */
  readonly key: readonly string[];
  /** The columns that both tables have. */
  readonly common: readonly string[];
  readonly total: number;
  readonly kinds: readonly (readonly [kind: string, count: number])[];
  readonly fields: readonly (readonly [field: string, count: number])[];
}

/** Two tables that were compared, and what is asked of their differences. */
export interface Differing {
  readonly differences: Differences;
  /** Entries of a view from one to before another, and how many there are in all. */
  entries(view: EntryView, from: number, to: number): EntriesShown;
  /** Every cell that differs, a line each. */
  csv(): string;
}

export interface EntriesShown {
  readonly count: number;
  readonly entries: readonly Entry[];
}

/** Compares two tables by some columns, or by those that suit them best; columns that one of them lacks are passed over. */
export function compareTexts(tables: Sides<TextTable>, asked: readonly string[] | null): Differing {
  const common = commonFields(tables);
  const known = asked?.filter((name) => common.includes(name)) ?? null;
  const isAsked = known && (known.length > 0 || asked?.length === 0);
  const key = isAsked ? known : chooseKey(tables);
  const { made, ...keyed } = keyTables(tables, key);
  const difference = diffTables(keyed.before, keyed.after);
  const entries = toEntries(difference, made);
  let last: { readonly asked: string; readonly found: readonly Entry[] } | null = null;
  return {
    differences: {
      sentence: summarizeDifference(difference),
      same: keyed.after.rows.length - difference.added.length - difference.changed.length,
      problems: [...commonProblems(common, key), ...problemsIn(difference)],
      ...{ key, common, total: entries.length, ...countEntries(entries) },
    },
    entries(view, from, to) {
      const asked = JSON.stringify(view);
      if (last?.asked !== asked) last = { asked, found: selectEntries(entries, view, fold) };
      return { count: last.found.length, entries: last.found.slice(from, to).map(shorten) };
    },
    csv: () => differenceCsv(difference, made),
  };
}

function commonProblems(common: readonly string[], key: readonly string[]): readonly string[] {
  if (common.length === 0)
    return [
      "The tables have no column of the same name: rows are matched by their place, and columns by their cells.",
    ];
  if (key.length === 0)
    return ["Rows are matched by their place: a row that comes between makes all below it differ."];
  return [];
}

/** So many signs of a cell are listed; the file has all of them. */
const longest = 300;

function shorten(entry: Entry): Entry {
  const cut = (value: Entry["key"]) =>
    typeof value === "string" && value.length > longest ? `${value.slice(0, longest)}…` : value;
  return { ...entry, key: cut(entry.key), before: cut(entry.before), after: cut(entry.after) };
}

/** Every cell that differs as CSV, a line each; a key that was made is in no line of its own. */
function differenceCsv(difference: Difference, made: string | null): string {
  const cells = (row: Row) => lineFields.map((name) => String(row[name] ?? ""));
  const lines = toLines(difference).filter(({ field }) => made === null || field !== made);
  return formatCsv(lineFields, lines.map(cells));
}
