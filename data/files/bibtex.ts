import { months } from "../figure/format";
import type { Cited, Edition, Publication, PublicationType } from "./publication";
import { institutionOf } from "./publication";

/** BibTeX: an entry for each document, then one for the workbook. */
export function toBibtex(cited: Cited, edition: Edition) {
  const { publications, statements, places, part, address } = cited;
  const { id, title, version, year, accessed } = edition;
  const workbook = entry("misc", id, {
    title: `{${escapeTex([title, part].filter(Boolean).join(", "))}}`,
    year,
    version,
    url: address,
    urldate: accessed,
    note: escapeTex([`Version ${version}`, ...statements].join(". ")),
  });
  const documents = publications.map((each) => entryOf(each, places[each.id], accessed));
  return [...documents, workbook].join("\n\n");
}

type Fields = { readonly [name: string]: string | null | undefined };

/** How BibTeX calls a type of publication, and where it has what contains it and who published it. */
const kinds: {
  readonly [type in PublicationType]: readonly [entry: string, fields: (of: Publication) => Fields];
} = {
  "article-journal": ["article", inJournal],
  "article-magazine": ["article", inJournal],
  "article-newspaper": ["article", inJournal],
  report: [
    "techreport",
    (of) => ({ institution: institutionOf(of) ?? of.publisher, type: of.container }),
  ],
  webpage: ["misc", ({ publisher }) => ({ howpublished: publisher })],
};

function inJournal(of: Publication): Fields {
  return { journal: of.container ?? of.publisher, publisher: institutionOf(of) };
}

function entryOf(of: Publication, place: string | undefined, accessed: string): string {
  const { id, type, title, authors, published, url } = of;
  const [year, month] = published.split("-");
  const [kind, fieldsOf] = kinds[type];
  const where = Object.entries(fieldsOf(of)).map(([name, text]) => [name, text && escapeTex(text)]);
  return entry(kind, id, {
    author: escapeTex(authors.join(" and ")),
    title: `{${escapeTex(title ?? "Article without a title")}}`,
    ...Object.fromEntries(where),
    year,
    month: month && months[Number(month) - 1]?.toLowerCase(),
    url,
    urldate: url && accessed,
    note: place && escapeTex(place),
  });
}

/** Fields in braces; a month is a name that BibTeX knows, and an address stands letter for letter. */
function entry(kind: string, key: string, fields: Fields): string {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value ? [`  ${name} = ${name === "month" ? value : `{${value}}`}`] : [],
  );
  return `@${kind}{${key},\n${lines.join(",\n")}\n}`;
}

const signs: { readonly [sign: string]: string } = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  // BibTeX counts braces before TeX reads them, with a backslash or without.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
};

/** Text in which no sign means anything to TeX. */
function escapeTex(text: string): string {
  return text.replace(/[\\~^&%$#_{}]/g, (sign) => signs[sign] ?? `\\${sign}`);
}
