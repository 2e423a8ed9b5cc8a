import { counted, type ReadingProblem } from "./problem";

/** Which encoding a file is read in, by its WHATWG label, and whether a byte order mark says so. */
export interface Encoding {
  readonly name: string;
  readonly mark: boolean;
}

const marks: readonly [string, readonly number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** The encoding of a file by its mark, by the places of its NULs, or by whether it is UTF-8 at all. */
export function sniffEncoding(bytes: Uint8Array): Encoding {
  const marked = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return { name: marked[0], mark: true };
  return { name: wideName(bytes) ?? narrowName(bytes), mark: false };
}

/** Bytes → text without mark and NULs, and what a person should know of how they were read. */
export function decode(bytes: Uint8Array, override?: string) {
  const encoding = override ? { name: override, mark: false } : sniffEncoding(bytes);
  const raw = withoutEndSign(decodeAs(bytes, encoding.name));
  const problems = [...undecodable(raw, encoding.name), ...nuls(raw)];
  return { text: raw.includes("\0") ? raw.replaceAll("\0", "") : raw, encoding, problems };
}

/** Node 20 reads windows-1252 as latin1: its 27 letters and signs between 0x80 and 0x9F get lost. */
const windowsSigns = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

function decodeAs(bytes: Uint8Array, name: string): string {
  const text = new TextDecoder(name).decode(bytes);
  if (name !== "windows-1252") return text;
  return text.replace(/[\u0080-\u009F]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 128] ?? sign);
}

/** DOS programs end a text with the sign 26. */
function withoutEndSign(text: string): string {
  return text.endsWith("\u001A") ? text.slice(0, -1) : text;
}

/** UTF-16 without a mark: Latin letters, digits and line ends leave a NUL in every second place. */
function wideName(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length - (bytes.length % 2), 65_536);
  let [even, odd] = [0, 0];
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const enough = Math.max(3, length / 40);
  if (odd > enough && even < odd / 20) return "utf-16le";
  return even > enough && odd < even / 20 ? "utf-16be" : null;
}

function narrowName(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return "utf-8";
  const { good, bad } = countSequences(bytes);
  if (good > 10 * bad) return "utf-8";
  return looksCyrillic(bytes) ? "windows-1251" : "windows-1252";
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // A head may end inside a letter: `stream` lets the last one be incomplete.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** How many letters of several bytes are whole, and how many bytes belong to none. */
function countSequences(bytes: Uint8Array) {
  let [good, bad] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    const tail = bytes.subarray(at + 1, at + 1 + more);
    const isWhole = more > 0 && tail.length === more && tail.every((next) => next >> 6 === 2);
    if (isWhole) good += 1;
    else bad += 1;
    if (isWhole) at += more;
  }
  return { good, bad };
}

/** In Cyrillic text letters above ASCII stand beside each other; in Latin text they stand alone. */
function looksCyrillic(bytes: Uint8Array): boolean {
  const isLetter = (byte: number | undefined) => byte !== undefined && byte >= 0xc0;
  let [letters, beside] = [0, 0];
  for (let at = 0; at < Math.min(bytes.length, 65_536); at += 1) {
    if (!isLetter(bytes[at])) continue;
    letters += 1;
    if (isLetter(bytes[at - 1]) || isLetter(bytes[at + 1])) beside += 1;
  }
  return letters > 8 && beside > letters * 0.8;
}

function undecodable(text: string, name: string): ReadingProblem[] {
  const at = text.indexOf("\uFFFD");
  if (at < 0) return [];
  const count = text.split("\uFFFD").length - 1;
  const message = `${counted(count, "sign")} could not be read as ${name}, the first one here.`;
  return [{ kind: "encoding", line: lineAt(text, at), column: 0, message }];
}

function nuls(text: string): ReadingProblem[] {
  const at = text.indexOf("\0");
  if (at < 0) return [];
  const count = text.split("\0").length - 1;
  const message = `${counted(count, "NUL sign")} left out, the first one here.`;
  return [{ kind: "control sign", line: lineAt(text, at), column: 0, message }];
}

/** The line, from 1, of a place in a text, whatever its line ends. */
export function lineAt(text: string, at: number): number {
  return 1 + (text.slice(0, at).match(/\r\n|\n|\r/g)?.length ?? 0);
}
