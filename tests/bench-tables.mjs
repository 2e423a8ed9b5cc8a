import { once } from "node:events";
import { createWriteStream } from "node:fs";

/** @typedef {{ name: string, rows: number, columns: number, isLarge: boolean }} Size */

/** The tables that are opened: two of counts, and with OPEN=large one as wide and wordy as an export of a conflict archive. @type {readonly Size[]} */
export const sizes = [
  { name: "100,000 × 12", rows: 100_000, columns: 12, isLarge: false },
  { name: "1,000,000 × 12", rows: 1_000_000, columns: 12, isLarge: false },
  { name: "400,000 × 49", rows: 400_000, columns: 49, isLarge: true },
];

const kinds = ["Battle", "Explosion", "Protest", "Riot", "Arrest", "Other"];
const words =
  "the armed group men near market district centre police convoy checkpoint attacked claimed reported killed wounded several civilians road village mosque school night morning according sources local officials".split(
    " ",
  );

/** Numbers from 0 to 1 that a seed decides (mulberry32). @param {number} seed */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a row holds beyond the first twelve columns, in turn. @type {readonly ((next: () => number, row: number) => string)[]} */
const more = [
  (next) => `Region ${Math.floor(next() * 40)}`,
  (next) => String(Math.floor(next() * 9)),
  (next) => `Source ${Math.floor(next() * 900)}; Agency ${Math.floor(next() * 30)}`,
  (_, row) => String(1_600_000_000 + row * 7),
  () => "",
  (next) => (next() < 0.7 ? "" : `admin ${Math.floor(next() * 3_000)}`),
];

/** The headings and the rows of a table, as lines of CSV. @param {Size} size @param {number} seed */
function* linesOf({ rows, columns }, seed) {
  const next = random(seed);
  const pick = (/** @type {number} */ count) => Math.floor(next() * count);
  const first =
    "event_id,event_date,year,event_type,actor1,actor2,country,location,latitude,longitude,fatalities";
  const others = Array.from({ length: Math.max(0, columns - 12) }, (_, at) => `field_${at + 1}`);
  yield [first, "notes", ...others].join(",");
  for (let row = 0; row < rows; row++) {
    const day = new Date(1_420_070_400_000 + pick(3_600) * 86_400_000).toISOString().slice(0, 10);
    const place = [(30 + next() * 9).toFixed(2), (60 + next() * 12).toFixed(2)];
    const cells = [
      ...[`EV${100_000 + row}`, day, day.slice(0, 4), kinds[pick(kinds.length)]],
      ...[`Actor ${pick(300)}`, pick(3) ? `Actor ${pick(300)}` : "", `Country ${pick(9)}`],
      ...[`${pick(20) ? "Place" : "Kabul"} ${pick(4_000)}`, ...place, String(pick(30))],
      columns > 12 ? `"${sentence(pick, 60)}"` : sentence(pick, 6).replaceAll(",", ""),
      ...others.map((_, at) => more[at % more.length]?.(next, row) ?? ""),
    ];
    yield cells.join(",");
  }
}

/** @param {(count: number) => number} pick @param {number} length */
function sentence(pick, length) {
  const said = Array.from({ length }, () => words[pick(words.length)]);
  return `${said.join(" ")}, ${pick(1_000)}`;
}

/** Writes a table to a file; the same seed gives the same bytes. @param {string} path @param {Size} size @param {number} seed */
export async function writeTable(path, size, seed) {
  const stream = createWriteStream(path);
  let part = "";
  for (const line of linesOf(size, seed)) {
    part += `${line}\n`;
    if (part.length < 1_000_000) continue;
    if (!stream.write(part)) await once(stream, "drain");
    part = "";
  }
  stream.end(part);
  await once(stream, "finish");
}
