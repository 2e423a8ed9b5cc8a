import { strToU8, unzipSync, zipSync } from "fflate";

/**
 * Texts and bytes by their paths → a zip of them, in their order. The same contents and the same date
 * (ISO 8601) give the same bytes, in any time zone.
 */
export function toArchive(
  files: { readonly [path: string]: string | Uint8Array },
  date: string,
): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  // A zip states local time, which fflate reads from the date; without a zone this is local too.
  const mtime = new Date(`${date.slice(0, 10)}T00:00:00`);
  return new Uint8Array(zipSync(Object.fromEntries(entries), { mtime, level: 9 }));
}

/** A zip → its files by their paths; throws where it is none. */
export function fromArchive(zip: Uint8Array): { readonly [path: string]: Uint8Array } {
  return unzipSync(zip);
}

/** A zip whose entries tell when they were written → the same contents as of a date. */
export function restamp(zip: Uint8Array, date: string): Uint8Array<ArrayBuffer> {
  return toArchive(unzipSync(zip), date);
}
