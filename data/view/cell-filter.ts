import { boundsOf, isFigure } from "../figure/figure";
import type { Row } from "../table/table";
import type { Column } from "./column";
import {
  chosenValues,
  type Filter,
  longestText,
  optionsOf,
  toTextFilter,
  toValuesFilter,
} from "./filter";

/** The filter that keeps what a cell shows; null where none can say it. */
export function filterOfCell(row: Row, column: Column): Filter | null {
  return toFilter[column.kind](row, column, false);
}

/**
 * The filter that leaves out what a cell shows, besides what the one of its column leaves out already;
 * null where none can say it.
 */
export function filterBut(
  row: Row,
  column: Column,
  rows: readonly Row[],
  now: Filter | undefined,
): Filter | null {
  const { name, many, kind } = column;
  if (kind !== "values") return toFilter[kind](row, column, true);
  const options = optionsOf(rows, name, many);
  const left = optionsOf([row], name, many);
  const chosen = chosenValues(now, options).filter((value) => !left.includes(value));
  return toValuesFilter(name, chosen, options);
}

type ToFilter = (row: Row, column: Column, isExcept: boolean) => Filter | null;

const toFilter: { readonly [K in Column["kind"]]: ToFilter } = {
  values: (row, { name, many }) => ({
    kind: "values",
    column: name,
    values: optionsOf([row], name, many),
  }),
  text: (row, { name }, isExcept) => {
    const text = String(row[name] ?? "").trim();
    return text.length > longestText ? null : toTextFilter(name, text, true, isExcept);
  },
  number: (row, { name }, isExcept) => {
    const { low, high } = numbersIn(row, name);
    if (isExcept || (low === null && high === null)) return null;
    return { kind: "number", column: name, range: { min: low, max: high } };
  },
  period: (row, { name }, isExcept) => {
    const [min, max] = datesIn(row, name);
    return isExcept || !min
      ? null
      : { kind: "period", column: name, range: { min, max: max || min } };
  },
};

/** What the number of a cell could be; a value in words is none. */
function numbersIn(row: Row, column: string) {
  if (column === "value" && isFigure(row)) return boundsOf(row);
  const value = row[column];
  const number = typeof value === "number" ? value : null;
  return { low: number, high: number };
}

function datesIn(row: Row, column: string): readonly string[] {
  const dates = column === "start" ? [row.start ?? row.as_of, row.end] : [row[column]];
  return dates.map((date) => (typeof date === "string" ? date : ""));
}
