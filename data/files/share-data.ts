import type { Citation } from "./citation";
import type { Offer } from "./offer";
import type { Report } from "./report";
import type { Snippet } from "./snippet";

/** All that a reader can share, cite and download of a page. */
export interface ShareData {
  /** Title of the page. */
  readonly title: string;
  /** Address of exactly what the page shows. */
  readonly address: string;
  /** HTML that frames its chart, without a script and with one; null for a page without a chart. */
  readonly iframe: { readonly html: string; readonly growing: string } | null;
  /** Parts of the query that say nothing, a line each. */
  readonly problems: readonly string[];
  readonly offers: readonly Offer[];
  readonly citations: readonly Citation[];
  /** How to report a mistake in what is selected, or in the page. */
  readonly report: Report;
  /** The calls for the file of the view. */
  readonly snippets: readonly Snippet[];
}

/** A file at an address that stays. */
export interface PublishedFile {
  readonly href: string;
  readonly says: string;
}

/** The address of the page "use the data" about a page and its query. */
export function formatSharePage(page: string, query: string): string {
  return `/use?${new URLSearchParams([["_page", page], ...new URLSearchParams(query)])}`;
}
