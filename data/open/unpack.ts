import { Gunzip, type UnzipFileInfo, unzipSync } from "fflate";

/** The bytes in a packed file, or why there are none that can be read, in a sentence. */
export type Unpacked =
  | { readonly bytes: Uint8Array; readonly inner: string | null }
  | { readonly refusal: string };

/** What unpacks to more than this is not unpacked: a small file may hold terabytes of zeros. */
export const mostUnpacked = 1_000_000_000;

/** A gzip or a zip with one table in it → that table; any other bytes as they are. */
export function unpack(bytes: Uint8Array, most = mostUnpacked): Unpacked {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return unpackGzip(bytes, most);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
  return isZip ? unpackZip(bytes, most) : { bytes, inner: null };
}

const tooLarge = "The packed file holds more than can be opened here; unpack it and cut it first.";
const broken = "The packed file is damaged or not complete.";

function unpackGzip(bytes: Uint8Array, most: number): Unpacked {
  const parts: Uint8Array[] = [];
  let [size, isWhole] = [0, false];
  const stream = new Gunzip((part, isLast) => {
    size += part.length;
    parts.push(part);
    isWhole ||= isLast;
  });
  try {
    for (let at = 0; at < bytes.length; at += 65_536) {
      stream.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length);
      if (size > most) return { refusal: tooLarge };
    }
  } catch {
    return { refusal: broken };
  }
  return isWhole ? { bytes: joinParts(parts, size), inner: null } : { refusal: broken };
}

/** Parts of a file → the whole, of so many bytes. */
export function joinParts(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function unpackZip(bytes: Uint8Array, most: number): Unpacked {
  if (((bytes[6] ?? 0) & 1) === 1) return { refusal: "This archive is protected by a password." };
  const files: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, { filter: (file) => files.push(file) < 0 });
    const workbook = files.find(({ name }) => /^(?:xl\/|content\.xml$)/.test(name));
    if (workbook) return { refusal: "This is a workbook of a spreadsheet; save the sheet as CSV." };
    const tables = files.filter(
      ({ name }) => /\.(?:csv|tsv|tab|txt)$/i.test(name) && !/^__MACOSX/.test(name),
    );
    const [table] = tables;
    if (!table) return { refusal: "This archive holds no CSV." };
    if (tables.length > 1) return { refusal: severalTables(tables) };
    if (table.originalSize > most) return { refusal: tooLarge };
    const found = unzipSync(bytes, { filter: ({ name }) => name === table.name })[table.name];
    return found ? { bytes: found, inner: table.name } : { refusal: broken };
  } catch {
    return { refusal: broken };
  }
}

function severalTables(tables: readonly UnzipFileInfo[]): string {
  const names = tables.slice(0, 5).map(({ name }) => `“${name}”`);
  const more = tables.length > 5 ? " and more" : "";
  return `This archive holds ${tables.length} tables: ${names.join(", ")}${more}; open one of them.`;
}
