type Sign = readonly [readonly number[], string];

/** How files that are no text begin, and what to tell whoever opened one. */
const signs: readonly Sign[] = [
  [[0x89, 0x50, 0x4e, 0x47], "This is a picture (PNG), not a table."],
  [[0xff, 0xd8, 0xff], "This is a picture (JPEG), not a table."],
  [[0x47, 0x49, 0x46, 0x38], "This is a picture (GIF), not a table."],
  [[0x25, 0x50, 0x44, 0x46], "This is a PDF, not a table."],
  [[0x42, 0x5a, 0x68], "This file is compressed (bzip2); unpack it first."],
  [[0x37, 0x7a, 0xbc, 0xaf], "This is a 7z archive; unpack it first."],
  [[0x28, 0xb5, 0x2f, 0xfd], "This file is compressed (Zstandard); unpack it first."],
  [[0x52, 0x61, 0x72, 0x21], "This is a RAR archive; unpack it first."],
  [[0x50, 0x41, 0x52, 0x31], "This is a Parquet file; save it as CSV first."],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], "This is an SQLite database; save a table of it as CSV."],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "This is a text document (RTF), not a table."],
];

const oleSign = [0xd0, 0xcf, 0x11, 0xe0];

/** Why bytes cannot be a table of text, in a sentence; null where they may be one. */
export function refusalOf(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return "The file is empty.";
  const known = signs.find(([sign]) => begins(bytes, sign));
  if (known) return known[1];
  if (begins(bytes, oleSign)) return refuseOle(bytes);
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return (
    refuseText(head, bytes) ??
    (isBinary(bytes) ? "This file is not text and cannot be read." : null)
  );
}

/** What is larger is not read: a browser gives a page a few GB of memory. */
export const mostBytes = 1_000_000_000;

/** Why a file of so many bytes is not read, in a sentence; null where it is. */
export function refuseSize(size: number): string | null {
  if (size <= mostBytes) return null;
  return `The file has ${(size / 1e9).toFixed(1)} GB, and at most ${mostBytes / 1e9} GB can be opened here; cut it, or leave out columns.`;
}

function begins(bytes: Uint8Array, sign: readonly number[]): boolean {
  return sign.every((byte, at) => bytes[at] === byte);
}

/** Old Office files; a protected new one is wrapped in the same container. */
function refuseOle(bytes: Uint8Array): string {
  const text = new TextDecoder("utf-16le").decode(bytes.subarray(0, 65_536 - 1));
  const isLocked = text.includes("EncryptedPackage") || text.includes("EncryptionInfo");
  if (isLocked) return "This workbook is protected by a password; save it without one.";
  return "This is an old Excel file (.xls); save it as .xlsx or CSV first.";
}

/** Pages and structured data: text, but no table. */
function refuseText(head: string, bytes: Uint8Array): string | null {
  const start = head.replace(/^\u00EF\u00BB\u00BF/, "").trimStart();
  if (start === "" && bytes.length <= head.length) return "The file is empty.";
  if (/^<(?:!doctype html|html|head|body)\b/i.test(start)) {
    const isLogin = /password|sign[ -]?in|log[ -]?in/i.test(head);
    return isLogin
      ? "This is a web page that asks to sign in, not the table: download it once signed in."
      : "This is a web page, not a table.";
  }
  if (/^<(?:\?xml|[a-z][\w:.-]*[\s>])/i.test(start)) return "This is XML, not a table.";
  if (/^(?:\{\s*(?:"|\})|\[\s*(?:[{["\]]|-?\d+\s*,\s*$))/.test(start) && isJson(start, bytes)) {
    return "This is JSON, not a table.";
  }
  return null;
}

/** A head of JSON ends where the file ends; a long one is taken for it by its first signs. */
function isJson(start: string, bytes: Uint8Array): boolean {
  if (bytes.length > 4096) return /^(?:\{\s*"[^"\n]*"\s*:|\[\s*[{[])/.test(start);
  try {
    JSON.parse(start);
    return true;
  } catch {
    return /^(?:\{\s*"[^"\n]*"\s*:|\[\s*\{\s*")/.test(start);
  }
}

/** Many control signs, and no UTF-16, which is full of NULs. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8192);
  let count = 0;
  for (const byte of head) {
    const isControl =
      (byte < 9 && byte > 2) || byte === 11 || (byte > 13 && byte < 28) || byte === 127;
    if (isControl) count += 1;
  }
  return count > Math.max(2, head.length * 0.05);
}
