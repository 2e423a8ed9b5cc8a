import { firstDay } from "../table/period";
import type { Column as ViewColumn } from "../view/column";
import type { Coded } from "./coded";
import type { Column } from "./column";
import type { ColumnType } from "./column-type";
import { castDate } from "./date";
import { missingKind } from "./missing";
import { castNumber } from "./number";
import { plainNumber } from "./plain-number";
import type { OpenTable } from "./read";

/** A column of a reader's table: the different cells, and in each row the number of its cell. */
export interface StoredColumn {
  /** How the address of a view calls it: its name, or its place where the name would be misread. */
  readonly id: string;
  readonly column: Column;
  /** Whether its type follows what is typed into it: a new or empty column has none of its own. */
  readonly isOpen?: boolean;
  /** The different cells as printed; of a table that was edited also some that no row has any more. */
  readonly words: readonly string[];
  readonly codes: Uint32Array;
  /** By cell: 1 where it stands for a missing value. */
  readonly missing: Uint8Array;
  /** By cell, of numbers and years the bounds that it states, of dates days since 1970; NaN is none. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** A reader's table by columns; a view of it is a list of row numbers. */
export interface Store {
  readonly size: number;
  readonly columns: readonly StoredColumn[];
  /** The line of each row in its file. */
  readonly lines: Uint32Array;
}

/** The rows of a table as they were read → its columns. */
export function toStore({
  body: { size, lines },
  columns,
  coded,
}: Pick<OpenTable, "body" | "columns" | "coded">): Store {
  const ids = idsOf(columns.map(({ name }) => name));
  return {
    size,
    lines,
    columns: columns.map((column, at) => {
      const { words, codes } = coded[at] ?? noCells;
      return { id: ids[at] ?? "", column, words, codes, ...castAll(words, column) };
    }),
  };
}

const noCells: Coded = { words: [], codes: new Uint32Array() };

export type Casts = Pick<StoredColumn, "missing" | "low" | "high">;

const bounded: readonly string[] = ["number", "year", "date"];

/** What each cell of a column comes to. */
export function castAll(words: readonly string[], column: Column): Casts {
  const bounds = bounded.includes(column.type) ? boundsFor(column) : null;
  const low = new Float64Array(words.length).fill(Number.NaN);
  // Of words there are none: one array says so for both ends.
  const high = bounds ? low.slice() : low;
  const casts = { missing: new Uint8Array(words.length), low, high };
  const amongWords = ["text", "category", "identifier", "boolean"].includes(column.type);
  for (let code = 0; code < words.length; code++) {
    const word = words[code] ?? "";
    if (missingKind(word, amongWords, column.missingValues)) casts.missing[code] = 1;
    else if (bounds) [casts.low[code] = Number.NaN, casts.high[code] = Number.NaN] = bounds(word);
  }
  return casts;
}

type Bounds = readonly [low: number, high: number];

const none: Bounds = [Number.NaN, Number.NaN];

/** How a column of numbers or days reads the bounds of a cell; an open end is infinite. */
function boundsFor({ type, decimal = ".", order = "day first" }: Column): (word: string) => Bounds {
  if (type === "date")
    return (word) => {
      const day = plainDay(word);
      if (!Number.isNaN(day)) return [day, day];
      const span = castDate(word.trim(), order);
      return span ? [dayOf(span.start), dayOf(span.end)] : none;
    };
  return (word) => {
    if (plainNumber.test(word) && (decimal === "." || !word.includes("."))) {
      const number = Number(word);
      return [number, number];
    }
    const quantity = castNumber(word, decimal);
    if (!quantity) return none;
    const { low, best, high } = quantity;
    return [low ?? best ?? -Infinity, high ?? best ?? Infinity];
  };
}

/** Days since 1970 of 2024-01-31, NaN of what is written otherwise or is no day of the last five centuries. */
function plainDay(word: string): number {
  if (word.length !== 10 || !/^(?:1[5-9]|20|21)\d\d-\d\d-\d\d$/.test(word)) return Number.NaN;
  // Of a day that there is not, such as 2024-02-30, it is NaN in some engines and another day in others.
  return Number(word.slice(8)) < 29 ? Date.parse(`${word}T00:00:00Z`) / 86_400_000 : Number.NaN;
}

/** Days since 1970 of an ISO date at any precision, its first day. */
export function dayOf(date: string): number {
  return Date.parse(`${firstDay(date)}T00:00:00Z`) / 86_400_000;
}

/** The date of a number of days since 1970. */
export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Names that an address can say of their columns, each once: what it would misread is called by its place. */
export function idsOf(names: readonly string[]): readonly string[] {
  const count = new Map<string, number>();
  for (const name of names) count.set(name, (count.get(name) ?? 0) + 1);
  const isPlain = (name: string) =>
    /^[^_\-!,~\s][^!,]*$/.test(name) && !/^(column-\d+|value|low)$/.test(name);
  return names.map((name, at) =>
    isPlain(name) && count.get(name) === 1 && name === name.trim() ? name : `column-${at + 1}`,
  );
}

/** Whether a cell is not of the type of its column: it stays as it stands, and counts as words. */
export function isOdd({ column, missing, low }: StoredColumn, code: number): boolean {
  return (
    bounded.includes(column.type) && missing[code] !== 1 && Number.isNaN(low[code] ?? Number.NaN)
  );
}

/** What a cell counts as where a measure is added: its number where it states one, else NaN. */
export function numberAt({ low, high }: StoredColumn, code: number): number {
  return low[code] === high[code] ? (low[code] ?? Number.NaN) : Number.NaN;
}

/** Whether some cell of a column of numbers has two bounds, or one. */
export function isBounded({ low, high }: StoredColumn): boolean {
  return low.some((bound, code) => !Number.isNaN(bound) && bound !== high[code]);
}

/** A column as filters and headings know it. */
export function viewColumnOf({ id, column }: StoredColumn): ViewColumn {
  const { name, type, tag } = column;
  const kind = kinds[type];
  return { name: id, title: name, description: tag ?? "", kind, many: false, categories: [] };
}

/** How the cells of a type are narrowed, whatever the column is for. */
const kinds: { readonly [type in ColumnType]: ViewColumn["kind"] } = {
  number: "number",
  year: "number",
  date: "period",
  boolean: "values",
  category: "values",
  empty: "values",
  identifier: "text",
  text: "text",
};
