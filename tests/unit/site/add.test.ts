import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { addToPackage } from "@/data/site/addition";
import { readCatalog } from "@/data/site/catalog";
import { versionNames } from "@/data/site/versions";
import { formatProblem } from "@/data/table/problem";
import { catalog } from "../published";

/** A sixth document with three figures; none of it is true. Its columns stand in an order of their own. */
const sixth = {
  "documents.csv":
    "id,title,short,authors,publisher,type,published\nsixth-2025,A Made-Up Count,Sixth,Ada Example,Example House,report,2025-01\n",
  "figures.csv": [
    "measure,id,unit,best,low,high,precision,as_printed,basis,document,paragraph,start,end,sheet",
    "attacks,attacks-2024-sixth,attacks,12,12,12,exact,12 attacks in 2024,counted,sixth-2025,1,2024,2024,attacks",
    'attacks,attacks-2023-sixth,attacks,,40,,at least,"at least 40, it says",counted,sixth-2025,2,2023,2023,attacks',
    "operations,raids-2024-sixth,operations,,,,words,several raids,reported,sixth-2025,3,2024,2024,",
  ].join("\n"),
} as const;

const given = (files: { readonly [name: string]: string }) =>
  Object.entries(files).map(([name, text]) => ({ name, bytes: strToU8(text) }));
const problemsOf = (files: { readonly [name: string]: string }, sheet = "") =>
  addToPackage(catalog, given(files), { sheet }).problems.map(formatProblem);

test("rows of a document and its figures go to their tables, whatever the order of columns", () => {
  const { rows, files, problems, known } = addToPackage(catalog, given(sixth));
  expect(rows.map(({ resource, cells }) => `${resource} ${cells.id}`)).toEqual([
    "documents sixth-2025",
    "attacks attacks-2024-sixth",
    "attacks attacks-2023-sixth",
    "counter-operations raids-2024-sixth",
  ]);
  expect([problems, known]).toEqual([[], 0]);
  expect(files["attacks.csv"]?.split("\n").at(-2)).toBe(
    'attacks-2023-sixth,attacks,attacks,,,,,,,2023,2023,,40,,,at least,"at least 40, it says",counted,,sixth-2025,,2,,,,',
  );
});

test("a data package as a zip gives what it has more than the published one, and nothing twice", () => {
  const { files } = addToPackage(catalog, given(sixth));
  const zip = zipSync(
    Object.fromEntries(
      Object.entries({ ...catalog.files, ...files }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
  const again = addToPackage(catalog, [{ name: "mine.zip", bytes: zip }]);
  expect([again.rows.length, again.problems, again.files]).toEqual([4, [], files]);
});

test("a file that a spreadsheet wrote with semicolons is read as a reader's own is", () => {
  const files = {
    "documents.csv": sixth["documents.csv"],
    "figures.csv": sixth["figures.csv"]
      .replace('"at least 40, it says"', "at least 40")
      .replaceAll(",", ";"),
  };
  expect(problemsOf(files)).toEqual([]);
});

const head =
  "measure,id,unit,best,low,high,precision,as_printed,basis,document,paragraph,start,end";

test("every broken rule is said at its line and column of the given file", () => {
  const rows = [
    "attacks,a-new,attacks,12,13,12,exact,12 attacks,counted,ctc-2024,1,2024,2024",
    "attacks,attacks-2021-ctc,attacks,1,1,1,exact,1,counted,ctc-2024,1,2024,2024",
    "attacks,b-new,attacks,9,9,9,exact,9 attacks,guessed,ctc-2024,1,2024,2023",
    "attack,c-new,attacks,9,9,9,exact,9 attacks,counted,ctc-2024,1,2024,2024",
  ];
  const said = problemsOf({ "mine.csv": [head, ...rows].join("\n") });
  expect(said.map((line) => line.replace(/: expected .*/, ""))).toEqual([
    "mine.csv:2:5 low",
    "mine.csv:2:4 best",
    "mine.csv:3:2 id",
    "mine.csv:4:9 basis",
    "mine.csv:5:1 measure",
  ]);
  const [first = ""] = rows;
  expect(problemsOf({ "mine.csv": `${head}\n\n${first}` }, "attacks")).toEqual([
    "mine.csv:3:5 low: expected low ≤ best ≤ high, found 13, 12, 12",
    "mine.csv:3:4 best: expected three equal numbers for exact, found 13, 12, 12",
  ]);
});

test.each([
  ["x.csv", "place,count\nKabul,3", "x.csv:1:0: expected the fields of figures"],
  ["x.csv", `${head},colour\n`, 'x.csv:1:14: expected a field of the codebook, found "colour"'],
  ["x.csv", "id,as_printed\na,b", "x.csv:1:0 measure: expected a column, found none"],
  ["x.csv", "", "x.csv:1:0: expected a table, found The file is empty."],
])("%s with %j is refused in a sentence", (name, text, sentence) => {
  expect(problemsOf({ [name]: text }).join("\n")).toContain(sentence);
});

const scratch = mkdtempSync(join(tmpdir(), "sixth-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs the command in a copy of the project: what it said, and its exit code. */
function run(...words: string[]) {
  try {
    const said = execFileSync(process.execPath, ["app/_server/figures.mjs", ...words], {
      encoding: "utf8",
      cwd: scratch,
      env: { ...process.env, INIT_CWD: scratch },
    });
    return { said, code: 0 };
  } catch (error) {
    const { stdout, status } = error as { stdout: string; status: number };
    return { said: stdout, code: status };
  }
}

test("a sixth document is added, compared and given a version, as the README says", {
  timeout: 120_000,
}, () => {
  const needed = ["app", "data", "CHANGELOG.md", "package.json", "package-lock.json"];
  for (const path of needed) cpSync(path, join(scratch, path), { recursive: true });
  symlinkSync(join(process.cwd(), "node_modules"), join(scratch, "node_modules"));
  for (const [name, text] of Object.entries(sixth)) writeFileSync(join(scratch, name), text);
  const read = (path: string) => readFileSync(join(scratch, path), "utf8");
  const before = read("data/package/attacks.csv");
  const now = versionNames().at(-1) ?? "";

  expect(run("add", "figures.csv")).toMatchObject({ code: 1 });
  expect(read("data/package/attacks.csv")).toBe(before);
  expect(run("add", "documents.csv", "figures.csv").said).toContain(
    "Added 1 row in documents, 2 rows in attacks, 1 row in counter-operations:",
  );
  expect(run("diff", now, "data/package").said.split("\n").slice(0, 3)).toEqual([
    "figures: 3 rows new",
    "  attacks-2024-sixth: new",
    "  attacks-2023-sixth: new",
  ]);
  expect(run("version", "1000.0.0").code).toBe(0);
  expect(read("data/versions/1000.0.0.json")).toContain("sixth-2025");
  expect(read("CHANGELOG.md")).toMatch(/### 1000\.0\.0 \(\d+ \w+ \d{4}\)\n\n#### New documents/);
  expect(() => readCatalog(join(scratch, "data/package"))).not.toThrow();
});
