import "server-only";
import { basename } from "node:path";
import { fromArchive } from "../files/archive";
import { readFile, rowsOf } from "../open/read";
import { decode } from "../table/encoding";
import type { Problem } from "../table/problem";
import { type CsvRecord, readRecords } from "../table/records";

/** A file that somebody gives to the package. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A given file as text cells, each record with its line. */
export interface GivenTable {
  readonly file: string;
  readonly header: CsvRecord;
  readonly rows: readonly CsvRecord[];
}

/** Files, and what is in a zip among them → their tables, and why one cannot be read. */
export function readGiven(files: readonly GivenFile[]): {
  readonly tables: readonly GivenTable[];
  readonly problems: readonly Problem[];
} {
  const read = files.flatMap(unzip).map(readOne);
  return {
    tables: read.flatMap(({ table }) => table ?? []),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** Of a zip its tables; descriptors and other texts say nothing of rows. */
function unzip(given: GivenFile): readonly GivenFile[] {
  if (!given.name.endsWith(".zip")) return [given];
  return Object.entries(fromArchive(given.bytes))
    .filter(([path]) => path.endsWith(".csv"))
    .map(([path, bytes]) => ({ name: `${given.name}/${basename(path)}`, bytes }));
}

/** CSV as the package has it is read strictly; any other table as a reader's own is, which says what it set aside. */
function readOne({ name: file, bytes }: GivenFile): {
  readonly table: GivenTable | null;
  readonly problems: readonly Problem[];
} {
  const { text, problems } = decode(bytes, file);
  const strict = readRecords(text, file);
  const [header, ...rows] = strict.records;
  if (header?.cells.includes("id"))
    return { table: { file, header, rows }, problems: [...problems, ...strict.problems] };
  const { table, log } = readFile(bytes);
  if (!table) {
    const found = log.listed[0]?.message ?? "none";
    return { table: null, problems: [{ file, line: 1, column: 0, expected: "a table", found }] };
  }
  const { layout, body, columns } = table;
  const line = layout.header[0]?.line ?? 1;
  const aside = [...body.totals, ...body.notes].map(({ line }): Problem => {
    return { file, line, column: 0, expected: "a row of the table", found: "a total or a note" };
  });
  return {
    table: {
      file,
      header: { line, cells: columns.map(({ name }) => name) },
      rows: [...rowsOf(table)],
    },
    problems: aside,
  };
}
