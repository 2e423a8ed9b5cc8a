import { counted, type ReadingProblem } from "./problem";
import { countBreaks } from "./scan";

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

/** Bytes → UTF-8 without mark and NULs, and what a person should know of how they were read. */
export function toUtf8(bytes: Uint8Array, override?: string) {
  const encoding = override ? { name: override, mark: false } : sniffEncoding(bytes);
  const isKept = encoding.name === "utf-8" && !bytes.includes(0) && isUtf8(bytes, false);
  const { utf8, nuls } = isKept
    ? { utf8: withoutMark(bytes), nuls: null }
    : recode(bytes, encoding);
  const whole = utf8.at(-1) === endSign ? utf8.subarray(0, -1) : utf8;
  const problems = [...undecodable(whole, encoding.name), ...nulProblem(whole, nuls)];
  return { utf8: whole, encoding, problems };
}

/** DOS programs end a text with the sign 26. */
const endSign = 26;

function withoutMark(bytes: Uint8Array): Uint8Array {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return isMarked ? bytes.subarray(3) : bytes;
}

/** Node 20 reads windows-1252 as latin1: its 27 letters and signs between 0x80 and 0x9F get lost. */
const windowsSigns = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** NULs that were left out, and where in the bytes the first one stood. */
interface Nuls {
  readonly count: number;
  readonly at: number;
}

function addNuls(known: Nuls | null, count: number, at: number): Nuls {
  return known ? { ...known, count: known.count + count } : { count, at };
}

/** So many bytes are decoded at a time. */
const partLength = 1 << 20;

/** Bytes of another encoding, or that are not wholly UTF-8, as UTF-8. */
function recode(bytes: Uint8Array, { name }: Encoding): { utf8: Uint8Array; nuls: Nuls | null } {
  const decoder = new TextDecoder(name);
  let utf8 = new Uint8Array(bytes.length + partLength);
  let size = 0;
  let nuls: Nuls | null = null;
  for (let at = 0; at < bytes.length || at === 0; at += partLength) {
    const stream = at + partLength < bytes.length;
    const raw = decoder.decode(bytes.subarray(at, at + partLength), { stream });
    const part = name === "windows-1252" ? withWindowsSigns(raw) : raw;
    const found = part.indexOf("\0");
    if (found >= 0) {
      const before = size + encoder.encode(part.slice(0, found)).length;
      nuls = addNuls(nuls, part.split("\0").length - 1, before);
    }
    const text = found < 0 ? part : part.replaceAll("\0", "");
    if (size + text.length * 3 > utf8.length) {
      const larger = new Uint8Array(Math.max(utf8.length * 1.5, size + text.length * 3));
      larger.set(utf8.subarray(0, size));
      utf8 = larger;
    }
    size += encoder.encodeInto(text, utf8.subarray(size)).written;
  }
  return { utf8: utf8.subarray(0, size), nuls };
}

const encoder = new TextEncoder();

function withWindowsSigns(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 128] ?? sign);
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

/** Whether bytes are UTF-8; a head may end inside a letter. */
function isUtf8(bytes: Uint8Array, isHead = true): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += partLength) {
      const part = bytes.subarray(at, at + partLength);
      // After a letter that is not whole no part is left out.
      if ((bytes[at - 1] ?? 0) < 0x80 && isAscii(part)) continue;
      decoder.decode(part, { stream: isHead || at + partLength < bytes.length });
    }
    return true;
  } catch {
    return false;
  }
}
function isAscii(bytes: Uint8Array): boolean {
  const before = Math.min(bytes.length, (4 - (bytes.byteOffset % 4)) % 4);
  const words = new Uint32Array(
    bytes.buffer,
    bytes.byteOffset + before,
    (bytes.length - before) >> 2,
  );
  for (let at = 0; at < words.length; at++) if (((words[at] ?? 0) & 0x80808080) !== 0) return false;
  const ends = [...bytes.subarray(0, before), ...bytes.subarray(before + words.length * 4)];
  return ends.every((byte) => byte < 0x80);
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

/** The places of the sign that stands for what could not be read. */
function undecodable(utf8: Uint8Array, name: string): ReadingProblem[] {
  let [count, first] = [0, -1];
  for (let at = utf8.indexOf(0xef); at >= 0; at = utf8.indexOf(0xef, at + 1)) {
    if (utf8[at + 1] !== 0xbf || utf8[at + 2] !== 0xbd) continue;
    if (count === 0) first = at;
    count++;
  }
  if (count === 0) return [];
  const message = `${counted(count, "sign")} could not be read as ${name}, the first one here.`;
  return [{ kind: "encoding", line: lineAt(utf8, first), column: 0, message }];
}

function nulProblem(utf8: Uint8Array, nuls: Nuls | null): ReadingProblem[] {
  if (nuls === null) return [];
  const message = `${counted(nuls.count, "NUL sign")} left out, the first one here.`;
  return [{ kind: "control sign", line: lineAt(utf8, nuls.at), column: 0, message }];
}

/** The line, from 1, of a place in a text, whatever its line ends. */
function lineAt(utf8: Uint8Array, at: number): number {
  return 1 + countBreaks(utf8, 0, at);
}
