import type { Names } from "../figure/names";
import type { SheetWithSchema } from "./sheet";

/** What a sheet is without its figures, and the names that these use: a file of its own. */
export interface SheetNames {
  readonly sheet: Omit<SheetWithSchema, "figures">;
  readonly names: Names;
}

/** What a sheet's page shows and does not carry. */
export interface SheetTable extends SheetWithSchema {
  readonly names: Names;
}

/** Server components and the components that they render are bundled apart: this object is common to both. */
const key: unique symbol = Symbol.for("iskp-in-figures.sheets");

const common = globalThis as typeof globalThis & { [key]?: Map<string, SheetTable> };

/** Where the figures of a sheet are in a version: "attacks" for the newest, "1.0.0/attacks" for another. */
export function pathOfSheet(name: string, version: string): string {
  return version ? `${version}/${name}` : name;
}

/** Hands a sheet's figures to the components that are rendered in this process. */
export function provideSheet(path: string, table: SheetTable): void {
  common[key] ??= new Map();
  common[key].set(path, table);
}

/** The figures of a sheet that this process provides; throws where there is no such sheet. */
export function providedSheet(path: string): SheetTable {
  const table = common[key]?.get(path);
  if (!table) throw new Error(`No figures are provided for the sheet "${path}".`);
  return table;
}
