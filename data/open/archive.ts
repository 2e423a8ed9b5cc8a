import { type UnzipFileInfo, unzipSync } from "fflate";
import { type DeclaredTable, readDescriptor } from "./descriptor";
import { joinParts, mostUnpacked } from "./unpack";

/** A zip with several tables, or with a descriptor: its tables, one of them, and what is said of it. */
export type Archive =
  | {
      readonly tables: readonly string[];
      readonly table: string;
      readonly bytes: Uint8Array;
      readonly declared: DeclaredTable | null;
    }
  | { readonly refusal: string };

const tableNames = /\.(?:csv|tsv|tab|psv|txt|xlsx)(?:\.gz)?$/i;
const tooLarge = "The packed table holds more than can be opened here; unpack it and cut it first.";

/** The tables of a zip and the one that is wanted, else the first; null where it is none, or holds one alone. */
export function openArchive(bytes: Uint8Array, wanted?: string): Archive | null {
  const files = listFiles(bytes);
  if (!files || files.some(({ name }) => /^(?:xl\/|content\.xml$)/.test(name))) return null;
  const descriptor = files.find(({ name }) => /(?:^|\/)datapackage\.json$/i.test(name));
  const folder = descriptor?.name.replace(/[^/]+$/, "") ?? "";
  const textAt = (path: string) => decode(readAll(bytes, files, [folder + path]));
  const declared =
    descriptor && readDescriptor(textAt(descriptor.name.slice(folder.length)) ?? "", textAt);
  const tables: readonly DeclaredTable[] =
    declared ??
    files
      .map(({ name }) => name)
      .filter((name) => tableNames.test(name) && !/^__MACOSX/.test(name))
      .map((name) => ({ name, paths: [name], given: {} }));
  if (tables.length === 0 || (!declared && tables.length === 1)) return null;
  const table = tables.find(({ name }) => name === wanted) ?? tables[0];
  if (!table) return null;
  const remote = table.paths.find((path) => /^[a-z]+:\/\//i.test(path));
  if (remote) return { refusal: `“${table.name}” lies at ${remote}; nothing is fetched for it.` };
  const paths = table.paths.map((path) => (declared ? folder : "") + path);
  const isLarge = sizeOf(files, paths) > mostUnpacked;
  const found = isLarge ? null : readAll(bytes, files, paths);
  if (!found) return { refusal: isLarge ? tooLarge : `The archive lacks ${paths.join(", ")}.` };
  return {
    tables: tables.map(({ name }) => name),
    table: table.name,
    bytes: found,
    declared: declared ? table : null,
  };
}

function listFiles(bytes: Uint8Array): readonly UnzipFileInfo[] | null {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
  const isLocked = ((bytes[6] ?? 0) & 1) === 1;
  if (!isZip || isLocked) return null;
  const files: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, { filter: (file) => files.push(file) < 0 });
    return files;
  } catch {
    return null;
  }
}

function sizeOf(files: readonly UnzipFileInfo[], paths: readonly string[]): number {
  return files
    .filter(({ name }) => paths.includes(name))
    .reduce((size, { originalSize }) => size + originalSize, 0);
}

/** The bytes of the files at these paths, one after the other; null where one is not there or damaged. */
function readAll(bytes: Uint8Array, files: readonly UnzipFileInfo[], paths: readonly string[]) {
  if (!paths.every((path) => files.some(({ name }) => name === path))) return null;
  try {
    const found = unzipSync(bytes, { filter: ({ name }) => paths.includes(name) });
    const parts = paths.flatMap((path) => found[path] ?? []);
    return joinParts(
      parts,
      parts.reduce((size, { length }) => size + length, 0),
    );
  } catch {
    return null;
  }
}

function decode(bytes: Uint8Array | null): string | null {
  return bytes && new TextDecoder().decode(bytes);
}
