import { type Cited, type Edition, institutionOf, type Publication } from "./publication";

/** CSL-JSON, which reference managers read: an item for each document, then one for the workbook. */
export function toCsl(cited: Cited, { id, title, version, year, accessed }: Edition) {
  const { publications, statements, places, part, address } = cited;
  const workbook = {
    id,
    type: "dataset",
    title: [title, part].filter(Boolean).join(", "),
    version,
    issued: toDate(year),
    accessed: toDate(accessed),
    URL: address,
    ...(statements.length > 0 ? { note: statements.join("; ") } : {}),
  };
  const items = publications.map((each) => toItem(each, places[each.id], accessed));
  return JSON.stringify([...items, workbook], null, 2);
}

function toItem(publication: Publication, place: string | undefined, accessed: string) {
  const { id, type, title, authors, container, published, url } = publication;
  const publisher = institutionOf(publication);
  return {
    id,
    type,
    ...(title ? { title } : {}),
    author: authors.map(toName),
    ...(container ? { [containers[type] ?? "container-title"]: container } : {}),
    ...(publisher ? { publisher } : {}),
    issued: toDate(published),
    ...(url ? { accessed: toDate(accessed), URL: url } : {}),
    ...(place ? { note: place } : {}),
  };
}

/** The variable for what contains a publication, where it is not the usual one. */
const containers: { readonly [type: string]: string } = { report: "collection-title" };

/** The last word is the family name, as BibTeX reads a name too; the names of our authors allow it. */
function toName(name: string) {
  const words = name.split(" ");
  return { family: words.at(-1), given: words.slice(0, -1).join(" ") };
}

function toDate(date: string) {
  return { "date-parts": [date.split("-").map(Number)] };
}
