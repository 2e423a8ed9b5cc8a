import { formatSort, type Sort } from "@/data/view/view";

/** What the reader has asked to see of the open table; the fragment of the address says it too. */
export interface Asked {
  readonly find: string;
  readonly sort: readonly Sort[];
  /** Values of a query by column. */
  readonly filters: ReadonlyMap<string, readonly string[]>;
}

export const nothingAsked: Asked = { find: "", sort: [], filters: new Map() };

/** The query of what is asked; `parseAsked` is its inverse. */
export function formatAsked({ find, sort, filters }: Asked): string {
  const query = new URLSearchParams();
  for (const [column, values] of filters) for (const value of values) query.append(column, value);
  if (find) query.set("_find", find);
  if (sort.length > 0) query.set("_sort", formatSort(sort));
  return query.toString();
}

/** A query → what it asks of a table with these columns; what it does not have is left out. */
export function parseAsked(text: string, columns: readonly string[]): Asked {
  const query = new URLSearchParams(text);
  const known = new Set(columns);
  const filters = new Map<string, readonly string[]>();
  for (const key of query.keys()) if (known.has(key)) filters.set(key, query.getAll(key));
  const sort = (query.get("_sort") ?? "").split(",").flatMap((part): Sort[] => {
    const descending = part.startsWith("-");
    const column = descending ? part.slice(1) : part;
    return known.has(column) ? [{ column, descending }] : [];
  });
  return { find: query.get("_find") ?? "", sort, filters };
}

/** The same with other values of one column; without any the filter is gone. */
export function narrowTo(asked: Asked, column: string, values: readonly string[]): Asked {
  const filters = new Map(asked.filters);
  if (values.length > 0) filters.set(column, values);
  else filters.delete(column);
  return { ...asked, filters };
}
