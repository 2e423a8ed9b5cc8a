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
export function pageOf<R>(rows: readonly R[], asked: number): Page<R> {
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(asked, pages);
  const from = (page - 1) * pageSize;
  return { page, pages, from, rows: rows.slice(from, from + pageSize) };
}

/** All rows as one page. */
export function wholeOf<R>(rows: readonly R[]): Page<R> {
  return { page: 1, pages: 1, from: 0, rows };
}
