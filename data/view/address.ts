import type { Figure } from "../figure/figure";
import type { Filter } from "./filter";
import { formatPage, pageSize } from "./page";
import { emptyView, formatView, type View } from "./view";

/** The address of a page with a view, from the root of the site. */
export function formatAddress(page: string, change: Partial<View> = {}): string {
  const query = formatView({ ...emptyView, ...change });
  return `/${page}${query && `?${query}`}`;
}

/** The filter that keeps one value of a column. */
export function isValue(column: string, value: string): Filter {
  return { kind: "values", column, values: [value] };
}

/** The address at which a figure is selected: on its sheet where it names one, else among all figures. */
export function addressOfFigure(figure: Figure, repeats: View["repeats"] = "show"): string {
  const page = typeof figure.sheet === "string" ? figure.sheet : "figures";
  return formatAddress(page, { select: [figure.id], repeats });
}

/** The address of a document among all of them, by their ids in their order, on the page that has it. */
export function addressOfDocument(id: string, documents: readonly string[]): string {
  const place = Math.max(0, documents.indexOf(id));
  return `/documents${formatPage(Math.floor(place / pageSize) + 1)}#${id}`;
}
