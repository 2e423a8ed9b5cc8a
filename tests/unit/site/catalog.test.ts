import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { loadCatalog, readCatalog } from "@/data/site/catalog";
import { allFigures, namesOf } from "@/data/site/sheets";
import type { Descriptor, Resource } from "@/data/table/descriptor";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

type Cells = { readonly [field: string]: string };

const header = readFileSync("data/package/attacks.csv", "utf8").split(/\r?\n/)[0] ?? "";
const good: Cells = {
  id: "trial",
  measure: "attacks",
  unit: "attacks",
  low: "5",
  best: "5",
  high: "5",
  precision: "exact",
  as_printed: "five attacks",
  basis: "counted",
  document: "ctc-2024",
  paragraph: "9",
};
const line = (cells: Cells) =>
  header
    .split(",")
    .map((field) => ({ ...good, ...cells })[field] ?? "")
    .join(",");

/** A copy of the published package with one more sheet, `trial`: a line of the file for each row. */
function packageWith(...rows: readonly Cells[]): string {
  const folder = mkdtempSync(join(tmpdir(), "package-"));
  folders.push(folder);
  cpSync("data/package", folder, { recursive: true });
  writeFileSync(join(folder, "trial.csv"), `${[header, ...rows.map(line)].join("\n")}\n`);
  change(folder, ({ resources, ...rest }) => {
    const entry: Resource[] = resources
      .filter(({ name }) => name === "attacks")
      .map((attacks) => ({ ...attacks, name: "trial", path: "trial.csv" }));
    return { ...rest, resources: [...resources, ...entry] };
  });
  return folder;
}

function change(folder: string, edit: (descriptor: Descriptor) => object): void {
  const file = join(folder, "datapackage.json");
  writeFileSync(file, JSON.stringify(edit(JSON.parse(readFileSync(file, "utf8"))), null, 2));
}

/** The lines that reading a package throws, its folder left out. */
function problemsOf(folder: string): string[] {
  try {
    readCatalog(folder);
    return [];
  } catch (error) {
    return (error as Error).message.replaceAll(folder + sep, "").split("\n");
  }
}

/** The same, with what stands in the descriptor at the place that a line names. */
function problemsWithText(folder: string): string[] {
  const lines = readFileSync(join(folder, "datapackage.json"), "utf8").split("\n");
  return problemsOf(folder).map((problem) =>
    problem.replace(/^datapackage\.json:(\d+):(\d+)/, (_, line, column) => {
      const rest = lines[line - 1]?.slice(column - 1);
      return `at ${/^("[^"]*"|\S)/.exec(rest ?? "")?.[0]}`;
    }),
  );
}

test("the published package has no problem", () => {
  expect(problemsOf(join("data", "package"))).toEqual([]);
});

test("a sheet is added by copying one file under fresh ids and one entry", () => {
  const folder = packageWith();
  const copy = readFileSync("data/package/media.csv", "utf8").replaceAll(/^(\w+-)/gm, "copy-$1");
  writeFileSync(join(folder, "trial.csv"), copy);
  change(folder, (descriptor) => ({
    ...descriptor,
    resources: descriptor.resources.map((resource) =>
      resource.name === "trial"
        ? { ...resource, chart: { kind: "ranges", measure: "books" } }
        : resource,
    ),
  }));
  const sizes = readCatalog(folder).sheets.map(({ name, figures }) => [name, figures.length]);
  const media = sizes.find(([name]) => name === "media");
  expect(sizes.at(-1)).toEqual(["trial", media?.[1]]);
});

test("sheets stand in the order of the descriptor, tables of reference apart", () => {
  const { sheets, tables } = loadCatalog();
  expect([sheets[0]?.name, sheets[1]?.name, Object.keys(tables)]).toEqual([
    "attacks",
    "counter-operations",
    ["documents", "events", "measures"],
  ]);
});

test("every figure of a file is in its sheet, in the order of the file", () => {
  const figures = readCatalog(packageWith({ id: "b" }, { id: "a" })).sheets.at(-1)?.figures;
  expect(figures?.map(({ id }) => id)).toEqual(["b", "a"]);
});

test("all figures stand in one table, the sheet as its first column", () => {
  const catalog = loadCatalog();
  const { schema, figures } = allFigures(catalog);
  const total = catalog.sheets.reduce((sum, sheet) => sum + sheet.figures.length, 0);
  expect([
    schema.fields[0]?.name,
    figures.length === total,
    figures[0]?.id,
    figures[0]?.sheet,
  ]).toEqual(["sheet", true, "attacks-2020-ctc", "attacks"]);
});

test("names come from the tables of reference", () => {
  const { documents, events, measures, groups } = namesOf(loadCatalog());
  expect([
    documents["dawn-2024"],
    events["kerman-2024"],
    measures.attacks,
    groups.length > 0,
  ]).toEqual(["Dawn", "Kerman", "Attacks", true]);
});

test("published files are kept as they are, letter for letter", () => {
  const folder = packageWith();
  const text = `\uFEFF${header}\r\n${line({})}\r\n`;
  writeFileSync(join(folder, "trial.csv"), text);
  expect(readCatalog(folder).files["trial.csv"]).toBe(text);
});

describe("names the place of a fault in a figure", () => {
  const none = { low: "", best: "", high: "" };
  const share = { measure: "attack-share", unit: "percent" };
  test.each<[string, Cells, string[]]>([
    [
      "a number with a comma as point",
      { ...none, precision: "about", best: '"9,40"' },
      [
        'trial.csv:2:14 best: expected a number, found "9,40"',
        "trial.csv:2:16 precision: expected best for about, found none filled",
      ],
    ],
    [
      "a paragraph in words",
      { paragraph: "nine" },
      ['trial.csv:2:22 paragraph: expected an integer, found "nine"'],
    ],
    [
      "a day that does not exist",
      { start: "2023-02-30" },
      [
        'trial.csv:2:10 start: expected a date that exists, as precise as stated, found "2023-02-30"',
      ],
    ],
    [
      "a precision that does not exist",
      { precision: "roughly" },
      [
        'trial.csv:2:16 precision: expected one of exact, about, at least, more than, up to, fewer than, range, about range, words, found "roughly"',
      ],
    ],
    ["no basis", { basis: "" }, ['trial.csv:2:18 basis: expected a value, found ""']],
    [
      "an id with a capital",
      { id: "Trial" },
      ['trial.csv:2:1 id: expected text like [a-z0-9]+(-[a-z0-9]+)*, found "Trial"'],
    ],
    [
      "a country in words",
      { countries: "Iran" },
      ['trial.csv:2:9 countries: expected text like [A-Z]{2}( [A-Z]{2})*, found "Iran"'],
    ],
    ["one cell too many", { note: "x," }, ["trial.csv:2:0: expected 26 cells, found 27"]],
    [
      "a document that is none of ours",
      { document: "nyt-2024" },
      ['trial.csv:2:20 document: expected an id of documents, found "nyt-2024"'],
    ],
    [
      "an event that is in no table",
      { event: "paris-2015" },
      ['trial.csv:2:5 event: expected an id of events, found "paris-2015"'],
    ],
    [
      "a measure that is in no table",
      { measure: "raids" },
      ['trial.csv:2:2 measure: expected an id of measures, found "raids"'],
    ],
    [
      "an id of another sheet",
      { id: "attacks-2020-ctc" },
      ["trial.csv:2:1 id: expected an id of its own, found attacks-2020-ctc of attacks.csv"],
    ],
    [
      "low over best",
      { low: "6" },
      [
        "trial.csv:2:13 low: expected low ≤ best ≤ high, found 6, 5, 5",
        "trial.csv:2:14 best: expected three equal numbers for exact, found 6, 5, 5",
      ],
    ],
    [
      "low over high",
      { ...none, precision: "range", low: "6", high: "4" },
      ["trial.csv:2:13 low: expected low ≤ best ≤ high, found 6, 4"],
    ],
    [
      "a number where words stand",
      { ...none, precision: "words", best: "300" },
      ["trial.csv:2:16 precision: expected no number for words, found best"],
    ],
    [
      "a lower bound in the wrong cell",
      { ...none, precision: "at least", best: "5" },
      ["trial.csv:2:16 precision: expected low for at least, found best"],
    ],
    [
      "a part of no figure",
      { part_of: "gone" },
      ['trial.csv:2:23 part_of: expected the id of a figure, found "gone"'],
    ],
    [
      "a share of no figure",
      { share_of: "gone" },
      ['trial.csv:2:24 share_of: expected the id of a figure, found "gone"'],
    ],
    [
      "an echo of no figure",
      { echoes: "gone" },
      ['trial.csv:2:25 echoes: expected the id of a figure, found "gone"'],
    ],
    [
      "an echo of another value",
      { echoes: "attacks-2020-ctc" },
      ["trial.csv:2:25 echoes: expected the low of attacks-2020-ctc, 83, found 5"],
    ],
    [
      "an echo of itself",
      { echoes: "trial" },
      ["trial.csv:2:25 echoes: expected no circle, found trial → trial"],
    ],
    [
      "a part larger than its whole",
      { part_of: "attacks-mfa-2023-ctc" },
      ["trial.csv:2:23 part_of: expected at most 2, the whole, found 5"],
    ],
    [
      "the unit of another measure",
      { unit: "people" },
      ['trial.csv:2:3 unit: expected attacks, the unit of attacks, found "people"'],
    ],
    [
      "a fact of one figure",
      { fact: "alone" },
      ["trial.csv:2:4 fact: expected two figures or more, found alone"],
    ],
    [
      "a fact of another measure",
      { fact: "crocus-killed" },
      ["trial.csv:2:4 fact: expected the measure killed-in-attacks, found attacks"],
    ],
    [
      "a start after the end",
      { start: "2023", end: "2022-12" },
      ["trial.csv:2:10 start: expected start ≤ end, found 2023, 2022-12"],
    ],
    [
      "more than the whole in percent",
      { ...none, ...share, precision: "about", best: "100.5" },
      ["trial.csv:2:14 best: expected a percentage from 0 to 100, found 100.5"],
    ],
    [
      "a stock at no time",
      { measure: "fighters", unit: "people" },
      ["trial.csv:2:12 as_of: expected a date for a stock, found none"],
    ],
  ])("%s", (_, cells, problems) => {
    expect(problemsOf(packageWith(cells, { id: "good" }))).toEqual(problems);
  });
});

describe("names the place of a fault between the rows of a sheet", () => {
  test.each<[string, Cells[], string[]]>([
    [
      "an id that stands twice",
      [{ id: "a" }, { id: "b" }, { id: "a" }],
      ["trial.csv:4:1 id: expected a new value, found a of line 2"],
    ],
    [
      "parts in a circle",
      [
        { id: "a", part_of: "b" },
        { id: "b", part_of: "a" },
      ],
      [
        "trial.csv:2:23 part_of: expected no circle, found a → b → a",
        "trial.csv:3:23 part_of: expected no circle, found b → a → b",
      ],
    ],
    [
      "echoes in a circle",
      [
        { id: "a", echoes: "b" },
        { id: "b", echoes: "a" },
      ],
      [
        "trial.csv:2:25 echoes: expected no circle, found a → b → a",
        "trial.csv:3:25 echoes: expected no circle, found b → a → b",
      ],
    ],
    [
      "a fact of two measures",
      [
        { id: "a", fact: "f" },
        { id: "b", fact: "f", measure: "plots", unit: "plots" },
      ],
      ["trial.csv:3:4 fact: expected the measure attacks, found plots"],
    ],
    [
      "a fault after a note of two lines",
      [{ note: '"one\ntwo"' }, { id: "b", basis: "" }],
      ['trial.csv:4:18 basis: expected a value, found ""'],
    ],
  ])("%s", (_, rows, problems) => {
    expect(problemsOf(packageWith(...rows))).toEqual(problems);
  });
});

describe("names the place of a fault in a file", () => {
  const noSuchMeasure =
    'at "attacks" trial.chart: expected a measure that the sheet holds, found attacks';
  test.each<[string, string | Uint8Array, string[]]>([
    [
      "a column that is missing",
      `${header.replace(/,note$/, "")}\n`,
      ["trial.csv:1:26: expected the field note, found none", noSuchMeasure],
    ],
    [
      "a column that is unknown",
      `${header},colour\n`,
      ['trial.csv:1:27: expected no further field, found "colour"', noSuchMeasure],
    ],
    ["no row", `${header}\n`, [noSuchMeasure]],
    ["nothing", "", ["trial.csv:1:0: expected a header, found an empty file", noSuchMeasure]],
    [
      "a quote that never closes",
      `${header}\n${line({})}\n"${line({ id: "b" })}\n`,
      [
        `trial.csv:3:1: expected quotes only around a whole cell, doubled inside it, found ${JSON.stringify(`"${line({ id: "b" }).slice(0, 59)}…`)}`,
      ],
    ],
    [
      "bytes that are not UTF-8",
      Buffer.from(`${header}\n${line({ note: '"one\ntwo caf\xE9"' })}\n`, "latin1"),
      ['trial.csv:3:26 note: expected UTF-8, found "one\\ntwo caf\uFFFD"'],
    ],
  ])("%s", (_, content, problems) => {
    const folder = packageWith();
    writeFileSync(join(folder, "trial.csv"), content);
    expect(problemsWithText(folder)).toEqual(problems);
  });
});

describe("names the entry of the descriptor that is at fault", () => {
  const entry = `resources.${loadCatalog().descriptor.resources.length}`;
  const id = { name: "id", title: "Id", description: "", type: "string", role: "identifier" };
  const plain = { fields: [id], missingValues: [""], primaryKey: ["id"] };
  const refersTo = (resource: string, field: string) => ({
    fields: ["id"],
    reference: { resource, fields: [field] },
  });
  test.each<[string, object, string]>([
    [
      "a sheet named like an address",
      { name: "figures" },
      `at "figures" ${entry}.name: expected a name that is no address of the site, found figures`,
    ],
    [
      "a sheet named like another",
      { name: "media" },
      `at "media" ${entry}.name: expected a new name, found media`,
    ],
    [
      "a chart of a measure the sheet lacks",
      { chart: { kind: "trend", measure: "plots" } },
      'at "plots" trial.chart: expected a measure that the sheet holds, found plots',
    ],
    [
      "a sheet without a chart",
      { chart: undefined },
      "at { trial.chart: expected a chart for a sheet, found none",
    ],
    [
      "an unknown kind of file",
      { format: "xls" },
      `at "xls" ${entry}.format: expected a valid descriptor, found Invalid input: expected "csv"`,
    ],
    [
      "a title that is missing",
      { title: undefined },
      `at { ${entry}.title: expected a valid descriptor, found Invalid input: expected string, received undefined`,
    ],
    [
      "a field of a schema of its own",
      { schema: { ...loadCatalog().figureSchema, primaryKey: ["key"] } },
      `at "key" ${entry}.schema.primaryKey.0: expected a valid descriptor, found key, which is no field`,
    ],
    [
      "a pattern that is none",
      { schema: { ...plain, fields: [{ ...id, constraints: { pattern: "(" } }] } },
      `at "(" ${entry}.schema.fields.0.constraints.pattern: expected a valid descriptor, found a pattern that is none`,
    ],
    [
      "a reference to a field that is not there",
      { schema: { ...plain, foreignKeys: [refersTo("documents", "isbn")] } },
      `at { ${entry}.schema: expected a key of a field that there is, found documents.isbn`,
    ],
  ])("%s", (_, said, problem) => {
    const folder = packageWith({});
    change(folder, ({ resources, ...rest }) => ({
      ...rest,
      resources: resources.map((each) => (each.name === "trial" ? { ...each, ...said } : each)),
    }));
    expect(problemsWithText(folder)).toEqual([problem]);
  });

  test("a file that is not there", () => {
    const folder = packageWith({});
    rmSync(join(folder, "trial.csv"));
    expect(problemsWithText(folder)).toEqual([
      `at "trial.csv" ${entry}.path: expected a file beside the descriptor, found trial.csv`,
    ]);
  });

  test("a descriptor that is not there", () => {
    const folder = packageWith({});
    rmSync(join(folder, "datapackage.json"));
    expect(problemsOf(folder)).toEqual(["datapackage.json:1:0: expected a file, found none"]);
  });

  test("a descriptor that is no JSON from some place on", () => {
    const folder = packageWith({});
    writeFileSync(join(folder, "datapackage.json"), '{\n  "name": "x",\n  title: "y"\n}\n');
    expect(problemsOf(folder)).toEqual([
      'datapackage.json:3:3: expected a key in quotes, found "title: \\"y\\""',
    ]);
  });

  test("a folder that is not there", () => {
    expect(problemsOf("nowhere")).toEqual([
      "datapackage.json:1:0: expected a file, found none",
      "figure.schema.json:1:0: expected a file, found none",
    ]);
  });

  test("a folder in the place of a file", () => {
    const folder = packageWith({});
    mkdirSync(join(folder, "more.csv"));
    expect(problemsOf(folder)).toEqual(["more.csv:1:0: expected a file, found a folder"]);
  });
});

test("says all faults of all files at once", () => {
  const folder = packageWith(
    { id: "a", best: "many" },
    { id: "b", document: "nyt-2024", part_of: "gone" },
    { id: "c", countries: "Iran", start: "2023-02-30" },
  );
  appendFileSync(join(folder, "trial.csv"), '"open');
  appendFileSync(join(folder, "events.csv"), "Bad Id,,,,,\n");
  const events = readFileSync(join(folder, "events.csv"), "utf8").split("\n").length - 1;
  expect(problemsOf(folder)).toEqual([
    `events.csv:${events}:1 id: expected text like [a-z0-9]+(-[a-z0-9]+)*, found "Bad Id"`,
    `events.csv:${events}:2 name: expected a value, found ""`,
    'trial.csv:5:1: expected quotes only around a whole cell, doubled inside it, found "\\"open"',
    'trial.csv:2:14 best: expected a number, found "many"',
    'trial.csv:4:9 countries: expected text like [A-Z]{2}( [A-Z]{2})*, found "Iran"',
    'trial.csv:4:10 start: expected a date that exists, as precise as stated, found "2023-02-30"',
    'trial.csv:3:20 document: expected an id of documents, found "nyt-2024"',
    "trial.csv:2:16 precision: expected low best high for exact, found low and high",
    "trial.csv:2:14 best: expected three equal numbers for exact, found 5, none, 5",
    'trial.csv:3:23 part_of: expected the id of a figure, found "gone"',
  ]);
});

test("whatever is changed in a descriptor is read, or is a problem at a line of a file", () => {
  const folder = packageWith();
  const file = join(folder, "datapackage.json");
  const whole = readFileSync(file, "utf8").trim();
  const cut = fc.nat(whole.length);
  const bit = fc.oneof(fc.constantFrom("", ",", "{", "[", '"', "null", "0", "é"), fc.string());
  fc.assert(
    fc.property(cut, fc.nat(40), bit, (start, length, text) => {
      writeFileSync(file, whole.slice(0, start) + text + whole.slice(start + length));
      for (const problem of problemsOf(folder))
        expect(problem).toMatch(/^[a-z.-]+\.(json|csv):[1-9]\d*:\d+.*: expected .+, found .+$/);
    }),
    { numRuns: 100 },
  );
});

test("whatever part of a descriptor is gone or of another kind is a problem at a line of a file", () => {
  const folder = packageWith();
  const whole = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
  const paths = pathsOf(whole);
  const other = fc.constantFrom(undefined, null, 0, "", "x", [], {}, [[]], { __proto__: null });
  fc.assert(
    fc.property(fc.constantFrom(...paths), other, (path, value) => {
      const changed = structuredClone(whole);
      const last = path.at(-1) ?? "";
      path.slice(0, -1).reduce((part, key) => part[key], changed)[last] = value;
      writeFileSync(join(folder, "datapackage.json"), JSON.stringify(changed, null, 2));
      for (const problem of problemsOf(folder))
        expect(problem).toMatch(/^[a-z.-]+\.(json|csv):[1-9]\d*:\d+.*: expected .+, found .+$/);
    }),
    { numRuns: 100 },
  );
});

/** The path of every part of a JSON value. */
function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const here = [...path, key];
    return [here, ...pathsOf(part, here)];
  });
}
