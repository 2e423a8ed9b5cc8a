import { type Disagreement, toDisagreements } from "../facts/disagreement";
import { checkFigures } from "../figure/check";
import { type Figure, isFigure } from "../figure/figure";
import type { Names } from "../figure/names";
import { yearsTouched } from "../figure/stated-years";
import { type Total, toTotal } from "../figure/total";
import { checkFormulas, checkKeys, checkReferences, type Source } from "../table/check";
import { groupBy } from "../table/order";
import type { Problem } from "../table/problem";
import type { Row } from "../table/table";
import { figureFields } from "./own-figures";
import type { Register } from "./register";

/** What the reader's own document is called beside those of the register. */
export const yours = "yours";

/** Documents that rows name and the register does not have: they are taken as the reader's own. */
export function ownDocuments({ table }: Source, { tables }: Register): readonly string[] {
  const known = new Set(tables.documents?.rows.map(({ id }) => id));
  const named = table.rows.flatMap(({ document }) => (document === null ? [] : [String(document)]));
  return [...new Set(named)].filter((id) => !known.has(id));
}

/**
 * Every rule that the register's own figures keep, checked of a reader's rows: fields, keys, references,
 * figures and facts. A row with the id of a published figure stands in its place. A document that the
 * register does not have is no problem here.
 */
export function checkOwnFigures(source: Source, register: Register): readonly Problem[] {
  const { tables, figures, schema } = register;
  const documents = tables.documents ?? { schema, rows: [] };
  const added = ownDocuments(source, register).map((id): Row => ({ id }));
  const ids = new Set(source.table.rows.map(({ id }) => id));
  const rows = figures.filter(({ id }) => !ids.has(id));
  const published: Source = { file: "", table: { schema, rows }, lines: [], problems: [] };
  const known = { ...tables, documents: { ...documents, rows: [...documents.rows, ...added] } };
  // A cell that is no value of its field is missing to the rules of a figure, which would only say it again.
  const bad = new Set(source.problems.map(({ line }) => line));
  const ofFigures = checkFigures([published, source], tables.measures?.rows ?? []);
  return [
    ...source.problems,
    ...checkFormulas(source),
    ...checkKeys(source),
    ...checkReferences(source, known),
    ...ofFigures.filter(({ file, line }) => file === source.file && !bad.has(line)),
  ].toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** The register and the reader's figures as one. */
export interface Joined {
  readonly all: readonly Figure[];
  readonly own: readonly Figure[];
  /** Rows that break a rule: they are left out until that is mended. */
  readonly broken: number;
  /** Rows that are published figures as they are: they say nothing new. */
  readonly unchanged: number;
  /** Rows with the id of a published figure and other values. */
  readonly changed: number;
  readonly names: Names;
}

/**
 * Adds a reader's figures to the published ones as one more document. What repeats a published row as it is
 * stays published; a changed one states the same fact in the reader's name, under an id of its own.
 */
export function joinOwn(
  { table, lines }: Source,
  { figures, names }: Register,
  problems: readonly Problem[],
): Joined {
  const published = new Map(figures.map((figure) => [figure.id, figure]));
  const bad = new Set(problems.map(({ line }) => line));
  const rows = table.rows.filter((_, at) => !bad.has(lines[at] ?? 0)).filter(isFigure);
  const news = rows.filter((row) => !isSame(row, published.get(row.id)));
  const changed = news.filter(({ id }) => published.has(id));
  const changedIds = new Set(changed.map(({ id }) => id));
  const idOf = <Id extends string | null>(id: Id) => (id && changedIds.has(id) ? ownId(id) : id);
  const own = news.map((figure): Figure => {
    const first = published.get(figure.id);
    return {
      ...figure,
      id: idOf(figure.id),
      document: yours,
      fact: first ? (figure.fact ?? factOf(first)) : figure.fact,
      part_of: idOf(figure.part_of),
      share_of: idOf(figure.share_of),
      echoes: idOf(figure.echoes),
    };
  });
  const others = figures.map((figure) =>
    changedIds.has(figure.id) ? { ...figure, fact: factOf(figure) } : figure,
  );
  return {
    all: [...others, ...own],
    own,
    broken: table.rows.length - rows.length,
    unchanged: rows.length - news.length,
    changed: changed.length,
    names: { ...names, documents: { ...names.documents, [yours]: "Yours" } },
  };
}

/** A changed row and the published one state one fact, whether or not the register names it. */
function factOf({ fact, id }: Figure): string {
  return fact ?? id;
}

function ownId(id: string): string {
  return `${id}-yours`;
}

function isSame(row: Row, published: Figure | undefined): boolean {
  return (
    published !== undefined &&
    figureFields.every((name) => (row[name] ?? null) === (published[name] ?? null))
  );
}

/** The facts of which one statement at least is the reader's own; those that contradict first. */
export function ownDisagreements({ all, names }: Joined): readonly Disagreement[] {
  const rank = ["contradict", "compatible", "agree"];
  return toDisagreements(all, names.follows)
    .filter(({ statements }) => statements.some(({ document }) => document === yours))
    .toSorted((a, b) => rank.indexOf(a.verdict) - rank.indexOf(b.verdict));
}

/** What the reader's figures of a measure come to, and which years they add to those published. */
export interface OwnMeasureTotal {
  readonly measure: string;
  readonly figures: readonly Figure[];
  readonly total: Total;
  /** Together with the published figures of the measure. */
  readonly together: Total;
  /** Years of which both speak, and those of which only one does. */
  readonly both: readonly string[];
  readonly onlyYours: readonly string[];
  readonly onlyPublished: readonly string[];
}

/** The reader's figures by measure, with totals that keep every rule of a total. */
export function ownTotals({ all, own, names }: Joined): readonly OwnMeasureTotal[] {
  const context = { all, names };
  return [...groupBy(own, ({ measure }) => measure)].map(([measure, figures]) => {
    const published = all.filter((each) => each.measure === measure && each.document !== yours);
    const [here, there] = [figures, published].map(
      (each) => new Set(each.flatMap((figure) => yearsTouched(figure))),
    ) as [Set<string>, Set<string>];
    const years = [...new Set([...here, ...there])].toSorted();
    return {
      measure,
      figures,
      total: toTotal(figures, context),
      together: toTotal([...figures, ...published], context),
      both: years.filter((year) => here.has(year) && there.has(year)),
      onlyYours: years.filter((year) => !there.has(year)),
      onlyPublished: years.filter((year) => !here.has(year)),
    };
  });
}

/** A figure with whose it is: published ones by document and section, the reader's by their own name for it. */
export function citeStatement(figure: Figure, file: string, names: Names): string {
  const { document, section } = figure;
  const publication = names.documents[document] ?? document;
  if (document === yours) return `own table (${file})`;
  return [publication, section && `section “${section}”`].filter(Boolean).join(", ");
}
