import type { Figure } from "../figure/figure";
import { describeBasis, describeQuantity, formatDate, formatPeriod } from "../figure/format";
import { groupBy } from "../table/order";
import { formatQuery } from "../view/query";
import { toBibtex } from "./bibtex";
import { toCsl } from "./csl";
import type { Edition } from "./publication";
import { type Cited, formatPublication, type Publication } from "./publication";

/** One thing cited in the three ways that people and their programs ask for. */
export interface Citation {
  readonly heading: string;
  readonly footnote: string;
  readonly bibtex: string;
  readonly csl: string;
}

/** Something cited: as a footnote, for BibTeX and as CSL-JSON; always the original document first. */
export function toCitation(of: Cited, edition: Edition): Citation {
  const cited = { ...of, address: inVersion(of.address, edition) };
  return {
    heading: cited.heading,
    footnote: toFootnote(cited, edition),
    bibtex: toBibtex(cited, edition),
    csl: toCsl(cited, edition),
  };
}

function toFootnote(cited: Cited, edition: Edition): string {
  const { publications, statements } = cited;
  const stated = statements.length > 0 ? statements : publications.map(formatPublication);
  return `${stated.join("; ")}. Cited from ${citeHere(cited, edition)}`;
}

/** A part of the workbook as a footnote names it, with its address and the day on which it was read. */
export function citeHere(
  { part, address }: Pick<Cited, "part" | "address">,
  edition: Edition,
): string {
  const { title, version, year, accessed } = edition;
  const here = [title, part, `version ${version}`, year, inVersion(address, edition)];
  return `${here.filter(Boolean).join(", ")} (accessed ${formatDate(accessed)})`;
}

/** An address that shows the figures of this version also when there is a newer one. */
function inVersion(address: string, { version }: Pick<Edition, "version">): string {
  if (/[?&]_version=/.test(address)) return address;
  const own = formatQuery(new URLSearchParams({ _version: version }));
  return `${address}${address.includes("?") ? "&" : "?"}${own}`;
}

/** Figures to cite: each with its value and precision, and the section of the document that has it. */
export function citeFigures(
  figures: readonly Figure[],
  { sheet, address }: { readonly sheet: string; readonly address: string },
  edition: Edition,
): Cited {
  const ids = figures.map(({ id }) => id);
  return {
    heading:
      figures.length === 1 ? "The selected figure" : `The ${figures.length} selected figures`,
    publications: publicationsOf(figures, edition),
    statements: figures.map((figure) => describeStatement(figure, edition)),
    places: placesOf(figures),
    part: `sheet “${sheet}”, ${figures.length === 1 ? "figure" : "figures"} ${ids.join(", ")}`,
    address,
  };
}

/** The sections of each document in which figures stand, in words. */
function placesOf(figures: readonly Figure[]): Cited["places"] {
  const sections = groupBy(
    figures.filter(({ section }) => section !== null),
    ({ document }) => document,
  );
  return Object.fromEntries(
    [...sections].map(([document, some]) => [
      document,
      [...new Set(some.map(({ section }) => `section “${section}”`))].join(", "),
    ]),
  );
}

/** The documents that some figures come from, in the order of the bibliography. */
export function publicationsOf(
  figures: readonly Pick<Figure, "document">[],
  { publications }: Edition,
): readonly Publication[] {
  const ids = new Set(figures.map(({ document }) => document));
  return publications.filter(({ id }) => ids.has(id));
}

/** Who states a figure where, and what: the estimate as the document bounds it, never as one number more. */
function describeStatement(figure: Figure, { publications, names }: Edition): string {
  const { document, section, precision, as_printed, subject, place } = figure;
  const publication = publications.find(({ id }) => id === document);
  const what = [
    [names.measures[figure.measure]?.toLowerCase(), subject].filter(Boolean).join(": "),
    place,
    formatPeriod(figure),
    describeBasis(figure),
  ];
  const where = [
    publication ? formatPublication(publication) : document,
    section && `section “${section}”`,
  ];
  return `${where.filter(Boolean).join(", ")}: ${describeQuantity(figure)} (${precision}; printed as “${as_printed}”), ${what.filter(Boolean).join(", ")}`;
}
