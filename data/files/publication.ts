import { formatDate, joinWith } from "../figure/format";
import type { Names } from "../figure/names";
import type { Row } from "../table/table";

/** What kinds of publication there are, by the names that CSL has for them. */
export const publicationTypes = [
  "article-journal",
  "article-magazine",
  "article-newspaper",
  "report",
  "webpage",
] as const;

export type PublicationType = (typeof publicationTypes)[number];

/** What is known of a document that figures come from. */
export interface Publication {
  readonly id: string;
  readonly type: PublicationType;
  readonly title: string | null;
  readonly authors: readonly string[];
  /** The journal, magazine or series that it appeared in. */
  readonly container: string | null;
  /** Who published it, the container included, as a footnote says it. */
  readonly publisher: string;
  /** ISO 8601, as precise as known. */
  readonly published: string;
  readonly url: string | null;
}

/** A row of documents.csv as a publication. */
export function toPublication(row: Row): Publication {
  const { id, authors, publisher, published } = row;
  return {
    id: String(id),
    type: publicationTypes.find((type) => type === row.type) ?? "webpage",
    title: textOf(row.title),
    authors: typeof authors === "string" ? authors.split(";").map((name) => name.trim()) : [],
    container: textOf(row.container),
    publisher: String(publisher ?? ""),
    published: String(published ?? ""),
    url: textOf(row.url),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** Who published it beside the container; null where that is all: "CTC Sentinel, West Point" → "West Point". */
export function institutionOf({ container, publisher }: Publication): string | null {
  if (container === null || !publisher.startsWith(container)) return publisher || null;
  return publisher.slice(container.length).replace(/^[,\s]+/, "") || null;
}

/**
 * A publication as a footnote names it: authors, title, publisher, date, and its address between angle
 * brackets, or what follows would be taken for a part of it.
 */
export function formatPublication(publication: Publication): string {
  const { title, authors, publisher, published, url } = publication;
  const named = title ? `“${title}”` : "article without a title";
  return [joinWith(authors, "and"), named, publisher, formatDate(published), url && `<${url}>`]
    .filter(Boolean)
    .join(", ");
}

/** The workbook as one who cites it names it: its version, its address, and whose figures it holds. */
export interface Edition {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly year: string;
  /** Address of the site, without a slash at its end. */
  readonly site: string;
  /** The day on which it is cited, ISO 8601. */
  readonly accessed: string;
  readonly publications: readonly Publication[];
  readonly names: Names;
}

/** Something to cite: where it was published first, and where it stands here. */
export interface Cited {
  /** What it is, as a heading: "The figure", "The chart". */
  readonly heading: string;
  /** The documents that state it, and nothing more. */
  readonly publications: readonly Publication[];
  /** What they state, a sentence each, as far as one figure is cited. */
  readonly statements: readonly string[];
  /** Where in each document the figures stand, by its id: "section “Overview”". */
  readonly places: { readonly [document: string]: string };
  /** Which part of the workbook: `sheet “Attacks”`; "" is all of it. */
  readonly part: string;
  /** Its address here, with the view. */
  readonly address: string;
}
