import { formatNumber } from "../figure/format";
import { quote } from "../table/problem";

/** So many rows stand on one page of a plain table. */
export const pageSize = 100;

/** A page of a list of rows: which, of how many, and the rows on it. */
export interface Page<R> {
  readonly page: number;
  readonly pages: number;
  /** Place of its first row in the list, from 0. */
  readonly from: number;
  readonly rows: readonly R[];
}

/** The page that a view asks for, the last one where there are not so many. */
export function pageOf<R>(rows: readonly R[], asked: number, size = pageSize): Page<R> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(asked, pages);
  const from = (page - 1) * size;
  return { page, pages, from, rows: rows.slice(from, from + size) };
}

/** A page as a query names it, from 1; null for what is none. */
export function parsePage(text: string): number | null {
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
}

/** Of a query that names no page. */
export function notAPage(text: string): string {
  return `_page: expected a number from 1, found ${quote(text)}`;
}

/** The page that a query asks for, the first where it asks for none. */
export function askedPage(query: URLSearchParams): number {
  return parsePage(query.get("_page") ?? "") ?? 1;
}

/** The query of a page of a list; "" for the first. */
export function formatPage(page: number): string {
  return page > 1 ? `?${new URLSearchParams({ _page: String(page) })}` : "";
}

/** "Rows 101–200 of 3,480" */
export function sayPage({ from, rows }: Page<unknown>, of: number, noun: string): string {
  return `${noun} ${formatNumber(from + 1)}–${formatNumber(from + rows.length)} of ${formatNumber(of)}`;
}

/** The ways from a page to others, each with its words; none where there is one page alone. */
export function waysFrom({ page, pages }: Page<unknown>) {
  const ways = [
    { words: "First", to: 1 },
    { words: "Previous", to: page - 1 },
    { words: "Next", to: page + 1 },
    { words: "Last", to: pages },
  ];
  return ways.filter(({ to }) => to !== page && to >= 1 && to <= pages);
}

/** All rows as one page. */
export function wholeOf<R>(rows: readonly R[]): Page<R> {
  return { page: 1, pages: 1, from: 0, rows };
}
