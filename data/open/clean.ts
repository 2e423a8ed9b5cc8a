import { castDate, type Span } from "./date";
import { castNumber, type Quantity } from "./number";
import type { StoredColumn } from "./store";
import { isYes } from "./type-words";

/** A cell in plain form: a number, yes or no, a text or a day as ISO 8601; null is missing. */
export type Plain = number | boolean | string | null;

/** The types of a column in plain form, as the Table Schema names them. */
export type PlainType =
  | "integer"
  | "number"
  | "year"
  | "date"
  | "datetime"
  | "yearmonth"
  | "boolean"
  | "string";

/** A column in plain form; one of bounded numbers is several. */
export interface CleanColumn {
  readonly name: string;
  readonly type: PlainType;
  readonly source: StoredColumn;
  /** What it says of a cell: its value, a bound of it, or what is printed. */
  readonly part: Part;
  /** By the number of a cell. */
  readonly cells: readonly Plain[];
}

type Part = "value" | "low" | "high" | "as_printed";

interface Draft {
  readonly part: Part;
  readonly type: PlainType;
  readonly cells: readonly Plain[];
}

/**
 * The columns of a table in plain form. Where cells state bounds, two columns more have these; where some
 * cell says more than its plain form does, one more has the cells as printed.
 */
export function cleanColumns(columns: readonly StoredColumn[]): readonly CleanColumn[] {
  const taken = new Set(columns.map(({ column }) => column.name));
  const nameOf = (name: string, part: Part) => {
    if (part === "value") return name;
    let [own, count] = [`${name}_${part}`, 2];
    while (taken.has(own)) own = `${name}_${part}_${count++}`;
    taken.add(own);
    return own;
  };
  return columns.flatMap((source) =>
    draftsOf(source).map((draft) => ({
      ...draft,
      source,
      name: nameOf(source.column.name, draft.part),
    })),
  );
}

function draftsOf(source: StoredColumn): readonly Draft[] {
  const { type } = source.column;
  if (type === "number" || type === "year") return numberDrafts(source);
  if (type === "date") return dateDrafts(source);
  if (type === "boolean") return [{ part: "value", type: "boolean", cells: by(source, isYes) }];
  return [{ part: "value", type: "string", cells: by(source, (word) => word) }];
}

/** What is made of each different cell that is not missing. */
function by(
  { words, missing }: StoredColumn,
  toPlain: (word: string, code: number) => Plain,
): readonly Plain[] {
  return words.map((word, code) => (missing[code] === 1 ? null : toPlain(word, code)));
}

function numberDrafts(source: StoredColumn): readonly Draft[] {
  const { decimal = ".", type } = source.column;
  const quantities = source.words.map((word, code) =>
    source.missing[code] === 1 ? null : castNumber(word, decimal),
  );
  const take = (part: "low" | "best" | "high") =>
    quantities.map((quantity) => quantity?.[part] ?? null);
  const best = take("best");
  const isWhole = [...best, ...take("low"), ...take("high")].every(
    (value) => value === null || Number.isSafeInteger(value),
  );
  const own = isWhole ? "integer" : "number";
  const isPlain = (quantity: Quantity | null, code: number) =>
    source.missing[code] === 1 || (quantity?.precision === "exact" && quantity.mark === "");
  const isBounded = quantities.some(
    (quantity) => quantity !== null && quantity.best === null && hasBound(quantity),
  );
  const value = { part: "value", type: type === "year" ? "year" : own, cells: best } as const;
  if (quantities.every(isPlain)) return [value];
  const bounds = (["low", "high"] as const).map(
    (part): Draft => ({ part, type: own, cells: take(part) }),
  );
  return [value, ...(isBounded ? bounds : []), printed(source)];
}

function hasBound({ low, high }: Quantity): boolean {
  return low !== null || high !== null;
}

function printed(source: StoredColumn): Draft {
  return { part: "as_printed", type: "string", cells: by(source, (word) => word) };
}

function dateDrafts(source: StoredColumn): readonly Draft[] {
  const { order = "day first" } = source.column;
  const cells = by(source, (word) => {
    const span = castDate(word.trim(), order);
    return span && formatSpan(span, /\d:\d\d/.test(word));
  });
  const filled = cells.filter((cell) => typeof cell === "string");
  const type = forms.find(([, form]) => filled.every((cell) => form.test(cell)))?.[0] ?? "string";
  const value: Draft = { part: "value", type, cells };
  const isOdd = cells.some((cell, code) => cell === null && source.missing[code] !== 1);
  return isOdd ? [value, printed(source)] : [value];
}

const forms: readonly (readonly [PlainType, RegExp])[] = [
  ["date", /^\d{4}-\d\d-\d\d$/],
  ["datetime", /^\d{4}-\d\d-\d\dT[\d:.]+$/],
  ["yearmonth", /^\d{4}-\d\d$/],
];

/** Days at the precision that they are printed with: a day, with its time, a month, or two ends. */
function formatSpan({ start, end, time }: Span, hasTime: boolean): string {
  if (start === end) return hasTime ? `${start}T${formatClock(time ?? "0:00")}` : start;
  const next = new Date(`${end}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  const isMonth = start.slice(0, 7) === end.slice(0, 7) && start.endsWith("-01");
  return isMonth && next.getUTCDate() === 1 ? start.slice(0, 7) : `${start}/${end}`;
}

/** "1:45 PM" → "13:45:00". */
function formatClock(time: string): string {
  const [, hours = "0", minutes = "00", seconds = "00", half] =
    /^(\d{1,2}):(\d\d)(?::(\d\d(?:[.,]\d+)?))?\s?([AP]M)?$/i.exec(time.trim()) ?? [];
  const noon = half ? (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hours);
  return `${String(noon).padStart(2, "0")}:${minutes}:${seconds.replace(",", ".")}`;
}
