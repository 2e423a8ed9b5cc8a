import { uniqueNames } from "@/data/change/texts";
import { addressOfSheet, type PublishedVersion } from "@/data/compare/differences";
import { isFigureTable } from "@/data/compare/own-figures";
import { fetchTable, type OtherTable } from "../compare/use-differences";
import type { OpenTable } from "./use-open";

/** What an open table can be held against. */
export interface OtherTables {
  /** Every open table, this one among them, and the number of this one. */
  readonly tables: readonly OpenTable[];
  readonly fileId: number;
  readonly published: readonly PublishedVersion[];
}

/** The published sheets where the table is one of figures, and the other tables that are open. */
export function otherTables(
  { tables, fileId, published }: OtherTables,
  columns: readonly { readonly name: string }[],
): readonly OtherTable[] {
  const others = tables.filter((table) => table.fileId !== fileId);
  const names = uniqueNames(others.map(({ opened }) => opened.file));
  const open = others.map(({ reader }, at): OtherTable => {
    const title = names[at] ?? "";
    return { id: title, title, group: "Open tables", read: () => reader.csv("whole") };
  });
  return [...(isFigureTable(columns) ? published.flatMap(sheetsOf) : []), ...open];
}

function sheetsOf({ version, sheets }: PublishedVersion, at: number): readonly OtherTable[] {
  return sheets.map(({ name, title }) => {
    const address = addressOfSheet(version, name);
    return {
      ...{ id: address, title: `${title}, ${version}`, group: `Published, ${version}` },
      ...(at === 0 && { newestOf: name }),
      read: () => fetchTable(address),
    };
  });
}
