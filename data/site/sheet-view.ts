import type { Series } from "../chart/mark";
import { toSeriesOf } from "../chart/series";
import type { Figure } from "../figure/figure";
import type { Schema } from "../table/descriptor";
import { columnsOf } from "../view/column";
import { derive } from "../view/derive";
import { describeView } from "../view/describe";
import { type Summary, summarize } from "../view/summary";
import { parseView, type View } from "../view/view";
import type { Catalog, Sheet } from "./catalog";
import { namesOf } from "./sheets";

/** What a page of a sheet shows for a query, computed where there is no page. */
export interface SheetView {
  readonly view: View;
  /** Parts of the query that say nothing, a line each. */
  readonly problems: readonly string[];
  readonly rows: readonly Figure[];
  readonly summary: Summary;
  /** How many rows, and by which filters. */
  readonly sentence: string;
  readonly series: Series;
}

/** A sheet and a query → what its page shows for it, from the functions that the page uses. */
export function showSheet(
  catalog: Catalog,
  { chart, schema, figures }: Sheet & { readonly schema: Schema },
  query: URLSearchParams,
): SheetView {
  const names = namesOf(catalog);
  const table = { schema, rows: figures };
  const { view, problems } = parseView(query, table);
  const derived = derive(table, view, names);
  const summary = summarize(derived, figures.length, view.select);
  return {
    view,
    problems,
    rows: derived.rows,
    summary,
    sentence: describeView(view, summary, columnsOf(schema), names),
    series: toSeriesOf(derived.rows, view, { chart, figures }, names),
  };
}
