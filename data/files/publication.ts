import { formatDate } from "../figure/format";
import type { Row } from "../table/table";
import { joinWith } from "../view/describe";

/** What is known of a document that figures come from. */
export interface Publication {
  readonly id: string;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly publisher: string;
  /** ISO 8601, as precise as known. */
  readonly published: string;
  readonly url: string | null;
}

/** A row of documents.csv as a publication. */
export function toPublication({ id, title, authors, publisher, published, url }: Row): Publication {
  return {
    id: String(id),
    title: typeof title === "string" ? title : null,
    authors: typeof authors === "string" ? authors.split(";").map((name) => name.trim()) : [],
    publisher: String(publisher ?? ""),
    published: String(published ?? ""),
    url: typeof url === "string" ? url : null,
  };
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
