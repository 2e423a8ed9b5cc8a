import type { Figure } from "../figure/figure";
import { notOneOf } from "../table/problem";
import type { Filter } from "../view/filter";
import { emptyView, formatView, type View } from "../view/view";
import {
  type FigurePivotRequest,
  type PivotField,
  type PivotShow,
  pivotShows,
  yearField,
} from "./pivot-request";

/** The keys of a pivot's address beside those of its view. */
export const pivotKeys = {
  sheet: "_sheet",
  rows: "_rows",
  across: "_across",
  show: "_show",
} as const;

const own: readonly string[] = Object.values(pivotKeys);

/** A query without what a pivot adds to that of a view. */
export function viewPart(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...query].filter(([key]) => !own.includes(key)));
}

/** What a pivot begins with: each measure by year. */
export const firstPivot: FigurePivotRequest = {
  rows: ["measure"],
  across: yearField,
  show: "total",
};

/** A query → the pivot that it asks for, and a line for each part of it that says nothing. */
export function parsePivot(
  query: URLSearchParams,
  fields: readonly PivotField[],
): { readonly request: FigurePivotRequest; readonly problems: readonly string[] } {
  const known = fields.map(({ name }) => name);
  const problems: string[] = [];
  const choose = (key: string, said: string, among: readonly string[]) => {
    if (among.includes(said)) return said;
    problems.push(notOneOf(key, said, among));
    return null;
  };
  // A form sends a second field also where it is left empty, and says none of columns by an empty one.
  const named = query.getAll(pivotKeys.rows).join(",").split(",").filter(Boolean);
  const rows = [...new Set(named)]
    .slice(0, 2)
    .flatMap((name) => choose(pivotKeys.rows, name, known) ?? []);
  const across = query.get(pivotKeys.across);
  const show = query.get(pivotKeys.show);
  const asked = show === null ? null : choose(pivotKeys.show, show, Object.keys(pivotShows));
  return {
    request: {
      rows: rows.length > 0 ? rows : firstPivot.rows,
      across:
        across === null
          ? firstPivot.across
          : across === ""
            ? null
            : (choose(pivotKeys.across, across, known) ?? firstPivot.across),
      show: (asked as PivotShow | null) ?? firstPivot.show,
    },
    problems,
  };
}

/** The query of a pivot of a sheet, defaults left out; `parsePivot` is its inverse. */
export function formatPivot(
  sheet: string,
  { rows, across, show }: FigurePivotRequest,
  view: string,
): string {
  const query = new URLSearchParams();
  if (sheet !== "figures") query.set(pivotKeys.sheet, sheet);
  if (rows.join() !== firstPivot.rows.join()) query.set(pivotKeys.rows, rows.join(","));
  if (across !== firstPivot.across) query.set(pivotKeys.across, across ?? "");
  if (show !== firstPivot.show) query.set(pivotKeys.show, show);
  return [query.toString().replaceAll("%2C", ","), view].filter(Boolean).join("&");
}

/**
 * The query of a sheet that shows the figures of a cell: by the values they have in common where filters
 * say so exactly, else by their ids.
 */
export function queryOfCell(
  view: View,
  values: readonly (readonly [field: PivotField, key: string])[],
  figures: readonly Figure[],
): string {
  const { count, repeats, version } = view;
  // A filter asks for any of its values, and the figures of a cell have all of theirs.
  const asked = [...view.filters.map(({ column }) => column), ...values.map(([{ name }]) => name)];
  const isExact = values.every(
    ([{ name, many }]) =>
      name !== yearField && !(many && asked.filter((column) => column === name).length > 1),
  );
  if (!isExact) {
    const only = figures.map(({ id }) => id);
    return formatView({ ...emptyView, count, repeats, version, only });
  }
  const filters = values.reduce<readonly Filter[]>(
    (all, [{ name }, key]) => [
      ...all.filter(({ column }) => column !== name),
      { kind: "values", column: name, values: [key] },
    ],
    view.filters,
  );
  const { find, only } = view;
  return formatView({ ...emptyView, count, repeats, version, find, only, filters });
}

/** The address of the figures that a view of a sheet shows, in groups. */
export function pivotOf(sheet: string, view: View): string {
  const { filters, find, only, count, repeats, version } = view;
  const kept = formatView({ ...emptyView, filters, find, only, count, repeats, version });
  const query = formatPivot(sheet, firstPivot, kept);
  return `/pivot${query && `?${query}`}`;
}
