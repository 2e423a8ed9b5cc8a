import { strToU8, Zip, ZipDeflate } from "fflate";
import type { Role } from "../table/descriptor";
import type { CleanColumn } from "./clean";
import type { Column } from "./column";
import type { ColumnRole } from "./column-type";
import { joinParts } from "./unpack";

interface About {
  readonly file: string;
  readonly description: string;
  readonly date: string;
}

/** Rows as plain CSV → a Data Package (Frictionless, version 2) with the schema that was understood, as a zip. */
export function toDataPackage(
  columns: readonly CleanColumn[],
  csv: Iterable<string>,
  about: About,
): Uint8Array<ArrayBuffer> {
  const descriptor = `${JSON.stringify(descriptorOf(columns, about), null, 2)}\n`;
  return toZip({ "datapackage.json": [descriptor], [pathOf(about.file)]: csv }, about.date);
}

/** What says of a file how it is to be read. */
export function descriptorOf(
  columns: readonly CleanColumn[],
  { file, description, date }: About,
): object {
  const name = slugOf(file);
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name,
    title: file,
    description,
    created: `${date.slice(0, 10)}T00:00:00Z`,
    resources: [
      {
        name,
        type: "table",
        path: pathOf(file),
        title: file,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        dialect: { delimiter: ",", lineTerminator: "\n", quoteChar: '"', doubleQuote: true },
        schema: {
          $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
          fields: columns.map(fieldOf),
          missingValues: [""],
        },
      },
    ],
  };
}

/** So many values of a category are listed. */
const mostCategories = 200;

function fieldOf({ name, type, source, part, cells }: CleanColumn): object {
  const { tag, unit, type: own, missing } = source.column;
  // A sign that stood for a missing value says so also where the rows are read again as printed.
  const signs = source.column.missingValues ?? Object.keys(missing);
  const values = [...new Set(cells.filter((cell) => cell !== null))];
  const isListed = own === "category" && values.length > 0 && values.length <= mostCategories;
  return {
    name,
    type,
    role: part === "as_printed" ? "text" : roleOf(source.column),
    ...(part !== "value" && { description: descriptions[part](source.column.name) }),
    ...(part === "value" && tag && { description: tag }),
    ...(unit && part !== "as_printed" && { unit }),
    ...(isListed && { categories: values }),
    ...(signs.some(Boolean) && { missingValues: [...new Set(["", ...signs])] }),
  };
}

/** What a column is for, in the words of the published schema. */
function roleOf({ role, type }: Column): Role {
  if (role === "dimension" && (type === "date" || type === "year")) return "period";
  return fieldRoles[role];
}

const fieldRoles: { readonly [role in ColumnRole]: Role } = {
  measure: "estimate",
  dimension: "dimension",
  identifier: "identifier",
  note: "text",
};

const descriptions = {
  low: (name: string) => `The lower bound that a cell of “${name}” states.`,
  high: (name: string) => `The upper bound that a cell of “${name}” states.`,
  as_printed: (name: string) => `The cell of “${name}” as it is printed in the file.`,
};

/** The name of a file as a name of a resource: small letters, digits and dashes. */
export function slugOf(file: string): string {
  const plain = file
    .replace(/(?:\.[a-z]{1,5})+$/i, "")
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return plain.slice(0, 80) || "table";
}

const pathOf = (file: string) => `${slugOf(file)}.csv`;

/** Files in parts → a zip of them; no file is whole in memory as a text. */
export function toZip(
  files: { readonly [path: string]: Iterable<string> },
  date: string,
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const [path, texts] of Object.entries(files)) {
    const entry = new ZipDeflate(path, { level: 6 });
    // A zip states local time, which a date without a zone is, too.
    entry.mtime = `${date.slice(0, 10)}T00:00:00`;
    zip.add(entry);
    for (const text of texts) entry.push(strToU8(text));
    entry.push(new Uint8Array(), true);
  }
  zip.end();
  return joinParts(
    parts,
    parts.reduce((size, { length }) => size + length, 0),
  );
}
