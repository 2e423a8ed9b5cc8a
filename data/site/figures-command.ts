import "server-only";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { appendChanges, type Lines, nameNext } from "../change/append";
import { describeDifference, sayChange, sayCounts, sayValue } from "../change/describe";
import { diffTables, isSame } from "../change/difference";
import { lineFields, toLines } from "../change/lines";
import type { KeyedTable } from "../change/pairs";
import { problemsIn } from "../change/problems";
import { formatDate } from "../figure/format";
import { toCsv } from "../files/export";
import { formatProblem } from "../table/problem";
import { plural } from "../view/describe";
import { type Addition, addToPackage } from "./addition";
import { type Catalog, loadCatalog, readCatalog } from "./catalog";
import { tablesOf } from "./changes";
import { type GivenFile, readGiven } from "./given-table";
import { hashFigures, hashServed } from "./hashes";
import { isVersion, keptCatalog, keptFile, keptFolder, readKept, versionNames } from "./versions";

/** What a command has to say, and whether it did what it was asked to. */
export interface Said {
  readonly lines: readonly string[];
  readonly isDone: boolean;
}

const folder = join("data", "package");
const log = "CHANGELOG.md";

/** Holds files against every rule of the package; without one, the package itself. */
export function checkFiles(paths: readonly string[], sheet: string): Said {
  const addition = addToPackage(loadCatalog(), paths.map(readGivenFile), { folder, sheet });
  if (addition.problems.length > 0) return refuse(addition);
  const known = addition.known > 0 ? `${plural(addition.known, "row")} in the package already` : "";
  const said = [sayRows(addition), known].filter(Boolean).join("; ") || "The package";
  return { lines: [`${said}: every rule is kept.`], isDone: true };
}

/** Writes the rows of files into the package and the lines for the change log, or nothing where a rule breaks. */
export function addFiles(paths: readonly string[], sheet: string): Said {
  const catalog = loadCatalog();
  const addition = addToPackage(catalog, paths.map(readGivenFile), { folder, sheet });
  if (addition.problems.length > 0) {
    const { lines } = refuse(addition);
    return { lines: [...lines, "Nothing was written."], isDone: false };
  }
  if (addition.rows.length === 0)
    return { lines: ["Every row is in the package already: nothing was written."], isDone: true };
  for (const [file, text] of Object.entries(addition.files))
    writeFileSync(join(folder, file), text);
  const changelog = existsSync(log) ? readFileSync(log, "utf8") : "";
  writeFileSync(log, appendChanges(changelog, toLog(catalog, addition)));
  const files = Object.keys(addition.files).map((file) => join(folder, file));
  return {
    lines: [
      `Added ${sayRows(addition)}: ${files.join(", ")}; ${log} has their lines.`,
      `Next: say why in ${log}, then give the figures a version: npm run figures -- version ${nextVersion(catalog)}`,
    ],
    isDone: true,
  };
}

/** Two versions, packages or files in words: what is new, gone and changed, a changed row a line. */
export function diffFiles(before: string, after: string, asCsv: boolean): Said {
  const pairs = pairOf(before, after).map(({ name, before, after }) => {
    return { name, difference: diffTables(before, after) };
  });
  const differing = pairs.filter(({ difference }) => !isSame(difference));
  if (asCsv) {
    const rows = differing.flatMap(({ name, difference }) =>
      toLines(difference).map((line) => ({ table: name, ...line })),
    );
    return { lines: [toCsv(rows, ["table", ...lineFields]).trimEnd()], isDone: true };
  }
  const lines = differing.flatMap(({ name, difference }) => [
    `${name}: ${sayCounts(difference) || describeDifference(difference, 0)}`,
    ...problemsIn(difference).map((problem) => `  ${problem}`),
    ...difference.added.map((row) => `  ${sayValue(row[difference.key] ?? null)}: new`),
    ...difference.gone.map((row) => `  ${sayValue(row[difference.key] ?? null)}: gone`),
    ...difference.changed.map(({ key, cells }) => {
      return `  ${sayValue(key)}: ${cells.map(sayChange).join(", ")}`;
    }),
  ]);
  return { lines: lines.length > 0 ? lines : ["No difference."], isDone: true };
}

/** Gives what the package holds a number: from then on the files of that version stay as they are. */
export function cutVersion(version: string, day: string): Said {
  const catalog = loadCatalog();
  const { version: now } = catalog.descriptor;
  const fail = (line: string): Said => ({ lines: [line], isDone: false });
  if (!isVersion(version))
    return fail(`A version is three numbers, such as ${nextVersion(catalog)}.`);
  if (!isLater(version, now))
    return fail(`${version} is no later than ${now}, the version there is.`);
  const changelog = nameNext(readFileSync(log, "utf8"), version, formatDay(day));
  if (changelog === null)
    return fail(`${log} has no “### Next version” below “## The figures”: say there what changed.`);
  writeFileSync(log, changelog);
  replaceIn(join(folder, "datapackage.json"), [
    [/("version": )"[^"]*"/, `$1"${version}"`],
    [/("created": )"[^"]*"/, `$1"${day}T00:00:00Z"`],
  ]);
  for (const file of ["package.json", "package-lock.json"])
    if (existsSync(file)) replaceIn(file, [[/("version": )"[^"]*"/, `$1"${version}"`]]);
  if (existsSync("package-lock.json"))
    replaceIn("package-lock.json", [
      [/("packages": \{\s*"": \{\s*"name": "[^"]*",\s*"version": )"[^"]*"/, `$1"${version}"`],
    ]);
  const kept = keptFile(version);
  mkdirSync(keptFolder, { recursive: true });
  writeFileSync(kept, `${JSON.stringify(readCatalog(folder).files, null, 1)}\n`);
  addHashes(version, readKept(version));
  return {
    lines: [
      `Version ${version}: ${kept} keeps its files for good.`,
      "Next: npm test, commit, and tag the commit.",
    ],
    isDone: true,
  };
}

function addHashes(version: string, catalog: Catalog): void {
  const list = join(keptFolder, "sha256sums.txt");
  const served = hashServed(version, catalog);
  writeFileSync(list, `${readFileSync(list, "utf8")}${served.join("\n")}\n`);
  const known = join("tests", "unit", "project", "version.json");
  if (!existsSync(known)) return;
  const hashes = { ...JSON.parse(readFileSync(known, "utf8")), [version]: hashFigures(catalog) };
  writeFileSync(known, `${JSON.stringify(hashes, null, 2)}\n`);
}

function refuse({ problems }: Addition): Said {
  const lines = problems.map(formatProblem);
  return { lines: [...lines, `${plural(problems.length, "problem")}.`], isDone: false };
}

function readGivenFile(path: string): GivenFile {
  return { name: path, bytes: readFileSync(path) };
}

/** How many rows of which table: "3 figures in attacks, 1 row in documents". */
function sayRows({ rows }: Addition): string {
  const counts = new Map<string, number>();
  for (const { resource } of rows) counts.set(resource, (counts.get(resource) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${plural(count, "row")} in ${name}`).join(", ");
}

/** Which fields of a new row the change log has. */
interface Head {
  readonly title: string;
  readonly fields: readonly string[];
}

const heads: { readonly [table: string]: Head } = {
  documents: { title: "New documents", fields: ["id", "title", "publisher", "published"] },
  events: { title: "New events", fields: ["id", "name", "date", "place"] },
  measures: { title: "New measures", fields: ["id", "unit", "kind", "definition"] },
};
const ofFigures: Head = {
  title: "New figures",
  fields: ["id", "sheet", "measure", "document", "as_printed"],
};

/** What the change log says of added rows; why they were added a person writes. */
function toLog({ descriptor }: Catalog, { rows }: Addition): readonly Lines[] {
  const lists = descriptor.resources.map(({ name }) => name).filter((name) => heads[name]);
  const ofTable = (names: readonly string[], { title, fields }: Head): Lines[] => {
    const own = rows.filter(({ resource }) => names.includes(resource));
    if (own.length === 0) return [];
    const head = [...fields.map((field) => field.replace("_", " ")), "why"];
    const cells = own.map(({ resource, cells }) => [
      ...fields.map((field) => (field === "sheet" ? resource : (cells[field] ?? ""))),
      "",
    ]);
    return [{ title, head, rows: cells }];
  };
  const sheets = descriptor.resources.map(({ name }) => name).filter((name) => !heads[name]);
  return [
    ...lists.flatMap((name) => ofTable([name], heads[name] ?? ofFigures)),
    ...ofTable(sheets, ofFigures),
  ];
}

/** Two packages, each a version or a folder, table by table; or two files. */
function pairOf(before: string, after: string) {
  const packages = [before, after].map(packageOf);
  if (packages[0] && packages[1]) return tablesOf(packages[0], packages[1]);
  const [old, own] = [before, after].map((path) => keyedFile(path));
  if (!old || !own) throw new Error(`${before} and ${after}: expected two tables.`);
  const key = old.fields.includes("id") || own.fields.includes("id") ? "id" : (own.fields[0] ?? "");
  return [{ name: basename(after), before: { ...old, key }, after: { ...own, key } }];
}

function packageOf(path: string): Catalog | null {
  if (versionNames().includes(path) && !existsSync(path)) return keptCatalog(path);
  return existsSync(path) && statSync(path).isDirectory() ? readCatalog(path) : null;
}

function keyedFile(path: string): KeyedTable | null {
  if (!existsSync(path)) throw new Error(`${path}: no such file, and no version of the figures.`);
  const { tables, problems } = readGiven([readGivenFile(path)]);
  const [table] = tables;
  if (!table) throw new Error(problems.map(formatProblem).join("\n"));
  const fields = table.header.cells;
  const rows = table.rows.map(({ cells }) =>
    Object.fromEntries(fields.map((field, index) => [field, cells[index] || null])),
  );
  return { key: "id", fields, rows };
}

function replaceIn(file: string, changes: readonly (readonly [RegExp, string])[]): void {
  const text = changes.reduce(
    (text, [from, to]) => text.replace(from, to),
    readFileSync(file, "utf8"),
  );
  writeFileSync(file, text);
}

function nextVersion({ descriptor }: Catalog): string {
  const [major = 0, minor = 0] = descriptor.version.split(".").map(Number);
  return `${major}.${minor + 1}.0`;
}

function isLater(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  const at = left?.findIndex((part, index) => part !== right?.[index]) ?? -1;
  return at >= 0 && (left?.[at] ?? 0) > (right?.[at] ?? 0);
}

/** A day as the headings of the change log have it: 26 November 2026. */
function formatDay(day: string): string {
  const [date = "", , year = ""] = formatDate(day).split(" ");
  const month = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });
  return [date, month.format(new Date(`${day}T00:00:00Z`)), year].join(" ");
}
