import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";

/** Fields that name a figure or what several figures share: a copy names those of its own round. */
const references = ["id", "fact", "event", "part_of", "share_of", "echoes"];

/**
 * Copies the data package into a folder and lets one sheet hold as many figures as asked: its own rows
 * again and again, each round with ids, facts, events, parts and repeats of its own, years spread by a seed.
 * @param {string} from @param {string} to @param {{ sheet: string, figures: number, seed?: number }} grown
 */
export function growPackage(from, to, { sheet, figures, seed = 1 }) {
  cpSync(from, to, { recursive: true });
  const file = `${sheet}.csv`;
  const rows = read(join(from, file));
  const own = new Set(rows.flatMap((row) => references.map((name) => row[name] ?? "")));
  const events = read(join(from, "events.csv"));
  const rounds = Math.ceil(figures / rows.length);
  const random = randomOf(seed);
  const copies = Array.from({ length: rounds }, (_, round) => copyOf(rows, own, round, random));
  write(join(to, file), copies.flat().slice(0, rounds * rows.length));
  const named = Array.from({ length: rounds }, (_, round) =>
    events
      .filter(({ id }) => round === 0 || own.has(id ?? ""))
      .map((event) => ({ ...event, id: renamed(event.id ?? "", round) })),
  );
  write(join(to, "events.csv"), named.flat());
}

/** @typedef {{ [field: string]: string }} Row */

/** The rows with names of a round, all years shifted alike. @param {Row[]} rows @param {Set<string>} own @param {number} round @param {() => number} random @returns {Row[]} */
function copyOf(rows, own, round, random) {
  if (round === 0) return rows;
  const back = Math.floor(random() * 6);
  const shift = (/** @type {string} */ date) =>
    date.replace(/^\d{4}/, (year) => String(Number(year) - back)).replace(/-02-29$/, "-02-28");
  return rows.map((row) => ({
    ...row,
    // Another thing is counted in each round, so that a change is still said of one series.
    subject: row.subject ? `${row.subject} ${round + 1}` : "",
    ...Object.fromEntries(
      references.map((name) => {
        const id = row[name] ?? "";
        return [name, own.has(id) ? renamed(id, round) : id];
      }),
    ),
    ...Object.fromEntries(["start", "end", "as_of"].map((name) => [name, shift(row[name] ?? "")])),
  }));
}

/** @param {string} id @param {number} round */
function renamed(id, round) {
  return id && round > 0 ? `${id}-r${round}` : id;
}

/** @param {string} path @returns {Row[]} */
function read(path) {
  const text = readFileSync(path, "utf8");
  return /** @type {{ data: Row[] }} */ (Papa.parse(text, { header: true, skipEmptyLines: true }))
    .data;
}

/** @param {string} path @param {Row[]} rows */
function write(path, rows) {
  const columns = Object.keys(rows[0] ?? {});
  writeFileSync(path, `${Papa.unparse(rows, { columns, newline: "\n" })}\n`);
}

/** Numbers from 0 to 1, the same for a seed (mulberry32). @param {number} seed */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
