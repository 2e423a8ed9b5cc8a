import { strToU8, zipSync } from "fflate";

/**
 * Texts by their paths → a zip of them, in their order. The same texts and the same date (ISO 8601)
 * give the same bytes, in any time zone.
 */
export function toArchive(
  files: { readonly [path: string]: string },
  date: string,
): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)]);
  // A zip states local time, which fflate reads from the date; without a zone this is local too.
  const mtime = new Date(`${date.slice(0, 10)}T00:00:00`);
  return new Uint8Array(zipSync(Object.fromEntries(entries), { mtime, level: 9 }));
}
