import type { Cited, Edition, Publication } from "./publication";

/** CSL-JSON, which reference managers read: an item for each document, then one for the workbook. */
export function toCsl({ publications, statements, part, address }: Cited, edition: Edition) {
  const workbook = {
    id: edition.id,
    type: "dataset",
    title: [edition.title, part].filter(Boolean).join(", "),
    version: edition.version,
    issued: toDate(edition.year),
    URL: address,
    ...(statements.length > 0 ? { note: statements.join("; ") } : {}),
  };
  return JSON.stringify([...publications.map(toItem), workbook], null, 2);
}

function toItem({ id, title, authors, publisher, published, url }: Publication) {
  return {
    id,
    type: "article",
    ...(title ? { title } : {}),
    author: authors.map(toName),
    publisher,
    issued: toDate(published),
    ...(url ? { URL: url } : {}),
  };
}

/** The last word is the family name, as BibTeX reads a name too; the names of our authors allow it. */
function toName(name: string) {
  const words = name.split(" ");
  return { family: words.at(-1), given: words.slice(0, -1).join(" ") };
}

function toDate(date: string) {
  return { "date-parts": [date.split("-").map(Number)] };
}
