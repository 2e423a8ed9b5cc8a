import { months } from "../figure/format";
import type { Cited, Edition, Publication } from "./publication";

/** BibTeX: an entry for each document, then one for the workbook. */
export function toBibtex({ publications, statements, part, address }: Cited, edition: Edition) {
  const { id, title, version, year } = edition;
  const workbook = entry(id, {
    title: `{${escapeTex([title, part].filter(Boolean).join(", "))}}`,
    year,
    version,
    url: address,
    note: escapeTex([`Version ${version}`, ...statements].join(". ")),
  });
  return [...publications.map(entryOf), workbook].join("\n\n");
}

function entryOf({ id, title, authors, publisher, published, url }: Publication): string {
  const [year, month] = published.split("-");
  return entry(id, {
    author: escapeTex(authors.join(" and ")),
    title: `{${escapeTex(title ?? "Article without a title")}}`,
    howpublished: escapeTex(publisher),
    year,
    month: month && months[Number(month) - 1]?.toLowerCase(),
    url,
  });
}

/** Fields in braces; a month is a name that BibTeX knows, and an address stands letter for letter. */
function entry(
  key: string,
  fields: { readonly [name: string]: string | null | undefined },
): string {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value ? [`  ${name} = ${name === "month" ? value : `{${value}}`}`] : [],
  );
  return `@misc{${key},\n${lines.join(",\n")}\n}`;
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
