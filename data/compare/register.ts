import { type Figure, isFigure } from "../figure/figure";
import type { Names } from "../figure/names";
import type { Descriptor, Field, Schema } from "../table/descriptor";
import { ProblemsError } from "../table/problem";
import { parseTable, type Table } from "../table/table";

/** The published register as its own files have it. */
export interface Register {
  readonly figures: readonly Figure[];
  readonly names: Names;
  readonly schema: Schema;
  /** What figures refer to: documents, events, measures. */
  readonly tables: { readonly [resource: string]: Table };
}

/** The files of a register by what is in them. */
export interface RegisterFiles {
  readonly figures: string;
  readonly names: string;
  readonly schema: string;
  readonly datapackage: string;
  readonly documents: string;
  readonly events: string;
  readonly measures: string;
}

/** Where each of the files is published. */
export const registerAddresses: { readonly [file in keyof RegisterFiles]: string } = {
  figures: "/data/figures.csv",
  names: "/names/figures.json",
  schema: "/data/figure.schema.json",
  datapackage: "/data/datapackage.json",
  documents: "/data/documents.csv",
  events: "/data/events.csv",
  measures: "/data/measures.csv",
};

const sheet: Field = {
  name: "sheet",
  title: "Sheet",
  description: "",
  type: "string",
  role: "dimension",
};

/** The files → the register, read as its pages read them. */
export function parseRegister(files: RegisterFiles): Register {
  const schema: Schema = JSON.parse(files.schema);
  const { resources }: Descriptor = JSON.parse(files.datapackage);
  const table = (name: "documents" | "events" | "measures"): Table => {
    const own = resources.find((resource) => resource.name === name)?.schema;
    return read(files[name], own && typeof own !== "string" ? own : schema, name);
  };
  const all = read(files.figures, { ...schema, fields: [sheet, ...schema.fields] }, "figures");
  return {
    figures: all.rows.filter(isFigure),
    names: namesIn(files.names),
    schema,
    tables: { documents: table("documents"), events: table("events"), measures: table("measures") },
  };
}

/** The names of a file that holds them beside what a sheet is. */
function namesIn(text: string): Names {
  const { names }: { readonly names: Names } = JSON.parse(text);
  return names;
}

function read(text: string, schema: Schema, name: string): Table {
  const { table, problems } = parseTable(text, schema, `${name}.csv`);
  if (problems.length > 0) throw new ProblemsError(problems);
  return table;
}

/** The measures of which rows can be counted or added, by the sheet that has most of each, as `title` calls them. */
export function comparableMeasures({ figures, names }: Pick<Register, "figures" | "names">) {
  const { kinds, measures, sheets } = names;
  const counts = new Map<string, Map<string, number>>();
  for (const { measure, sheet } of figures) {
    if (kinds[measure]?.kind !== "flow") continue;
    const own = counts.get(measure) ?? new Map<string, number>();
    counts.set(measure, own);
    own.set(String(sheet), (own.get(String(sheet)) ?? 0) + 1);
  }
  const placed = [...counts].map(([id, own]) => {
    const [most = ""] = [...own].toSorted(([, a], [, b]) => b - a)[0] ?? [];
    return { id, title: measures[id] ?? id, sheet: most };
  });
  return Object.keys(sheets).flatMap((name) => {
    const own = placed.filter(({ sheet }) => sheet === name);
    return own.length > 0 ? [{ sheet: sheets[name] ?? name, measures: own }] : [];
  });
}
