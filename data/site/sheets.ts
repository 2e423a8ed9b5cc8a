import "server-only";
import type { PublishedVersion } from "../compare/differences";
import { type Disagreement, toDisagreements } from "../facts/disagreement";
import { toComparisons } from "../figure/comparison";
import type { Figure } from "../figure/figure";
import { type Names, namesIn, toNames } from "../figure/names";
import { toStatedYears } from "../figure/stated-years";
import { pathOfSheet, provideSheet, type SheetNames, type SheetTable } from "../sheet/provided";
import type { Sheet, SheetWithSchema } from "../sheet/sheet";
import type { Field } from "../table/descriptor";
import { groupBy } from "../table/order";
import { slimSchema } from "../view/column";
import type { Catalog } from "./catalog";
import { pages } from "./pages";
import { catalogOf, versionNames, versionOf } from "./versions";

const known = new WeakMap<Catalog, Names>();
const differing = new WeakMap<Catalog, readonly Disagreement[]>();
const joined = new WeakMap<Catalog, ReturnType<typeof joinSheets>>();

/** The names that the tables of a catalog give, made once. */
export function namesOf(catalog: Catalog): Names {
  const names = known.get(catalog) ?? makeNames(catalog);
  known.set(catalog, names);
  return names;
}

function makeNames({ tables, descriptor, sheets }: Catalog): Names {
  const figures = sheets.flatMap((sheet) => sheet.figures);
  const [compared, stated] = [toComparisons(figures), toStatedYears(figures)];
  return toNames(tables, descriptor.aliases, compared, sheets, stated, sharedOf(sheets));
}

/** The figures of each fact that is stated on more than one sheet. */
export function sharedOf(sheets: readonly Sheet[]): readonly Figure[] {
  const located = sheets.flatMap(({ name, figures }) =>
    figures.map((figure) => ({ name, figure })),
  );
  const facts = groupBy(
    located.filter(({ figure }) => figure.fact !== null),
    ({ figure }) => figure.fact ?? "",
  );
  const isShared = ({ fact }: Figure) =>
    new Set(facts.get(fact ?? "")?.map(({ name }) => name)).size > 1;
  return located.map(({ figure }) => figure).filter(isShared);
}

/** Ids of all documents, in their order. */
export function documentsOf(catalog: Catalog): readonly string[] {
  return Object.keys(namesOf(catalog).documents);
}

/** All sheets in one, the sheet as the first column; made once. */
export function allFigures(catalog: Catalog): SheetWithSchema {
  const sheet = joined.get(catalog) ?? joinSheets(catalog);
  joined.set(catalog, sheet);
  return sheet;
}

/** Every fact that is stated twice, in any sheet; made once. */
export function disagreementsOf(catalog: Catalog): readonly Disagreement[] {
  const { figures } = allFigures(catalog);
  const all = differing.get(catalog) ?? toDisagreements(figures, namesOf(catalog).follows);
  differing.set(catalog, all);
  return all;
}

/** A sheet by its name, with the schema of its figures; all figures are one too. */
export function sheetOf(catalog: Catalog, name: string): SheetWithSchema | null {
  if (name === "figures") return allFigures(catalog);
  const sheet = catalog.sheets.find((each) => each.name === name);
  return sheet ? { ...sheet, schema: catalog.figureSchema } : null;
}

/** The names of all sheets, and of the one that holds them all. */
export function sheetNames({ sheets }: Catalog): readonly string[] {
  return [...sheets.map(({ name }) => name), "figures"];
}

/** The names that the figures of a sheet use. */
export function namesOfSheet(catalog: Catalog, { figures }: Sheet): Names {
  return namesIn(figures, namesOf(catalog));
}

/** What a sheet is without its figures, with the parts of the schema that its page needs, and their names. */
export function sheetNamesOf(catalog: Catalog, sheet: SheetWithSchema): SheetNames {
  const { name, title, description, chart, schema } = sheet;
  return {
    sheet: { name, title, description, chart, schema: slimSchema(schema) },
    names: namesOfSheet(catalog, sheet),
  };
}

/**
 * A sheet as its page hands it to the browser: by its name. All else is left at hand for the server: the
 * browser reads it from the sheet's own files.
 */
export function sheetPropsOf(catalog: Catalog, sheet: SheetWithSchema) {
  const version = versionOf(catalog);
  provideSheet(pathOfSheet(sheet.name, version), providedOf(catalog, sheet));
  return { name: sheet.name, version, versions: versionNames() };
}

const provided = new WeakMap<readonly Figure[], SheetTable>();

function providedOf(catalog: Catalog, sheet: SheetWithSchema): SheetTable {
  const { figures } = sheet;
  const table = provided.get(figures) ?? tableOf(sheetNamesOf(catalog, sheet), figures);
  provided.set(figures, table);
  return table;
}

function tableOf({ sheet, names }: SheetNames, figures: readonly Figure[]): SheetTable {
  return { ...sheet, figures, names };
}

function joinSheets({ figureSchema, sheets }: Catalog): SheetWithSchema {
  const field: Field = {
    name: "sheet",
    title: "Sheet",
    description: "The sheet that holds the figure.",
    type: "string",
    role: "dimension",
  };
  return {
    name: "figures",
    title: pages.figures.title,
    description: "The figures of all sheets in one table.",
    chart: { kind: "timeline", measure: "killed-in-attacks" },
    schema: { ...figureSchema, fields: [field, ...figureSchema.fields] },
    figures: sheets.flatMap((sheet) =>
      sheet.figures.map((figure) => ({ ...figure, sheet: sheet.name })),
    ),
  };
}

/** Every published version with its sheets, the newest first. */
export function publishedSheets(): readonly PublishedVersion[] {
  return versionNames()
    .toReversed()
    .flatMap((version) => {
      const sheets = catalogOf(version)?.sheets ?? [];
      return { version, sheets: sheets.map(({ name, title }) => ({ name, title })) };
    });
}
