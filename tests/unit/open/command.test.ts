import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "read-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command over files of tests/files/open: what it said, and its exit code. */
function run(...words: string[]) {
  try {
    const said = execFileSync(process.execPath, ["app/_server/read.mjs", ...words], {
      encoding: "utf8",
    });
    return { said, code: 0 };
  } catch (error) {
    const { stdout, status } = error as { stdout: string; status: number };
    return { said: stdout, code: status };
  }
}

const pathOf = (name: string) => `tests/files/open/${name}.csv`;

test("read writes each file as clean CSV, and what was understood as JSON", {
  timeout: 60_000,
}, () => {
  const { code } = run("--into", folder, pathOf("total-and-notes"), pathOf("sep-line"));
  expect(code).toBe(0);
  expect(readFileSync(join(folder, "total-and-notes.csv.csv"), "utf8")).toBe(
    "district,month,incidents\nVarn,2024-01,4\nHolm,2024-01,2\n",
  );
  const understood = JSON.parse(readFileSync(join(folder, "sep-line.csv.json"), "utf8"));
  expect(understood).toMatchObject({
    sentence:
      "2 rows, 2 columns; semicolons, decimal commas, UTF-8; set aside: 1 line above the header.",
    encoding: "utf-8",
    delimiter: ";",
    control: "sep=;",
    header: [2],
    rows: 2,
    problems: [],
  });
});

test("read goes on after a file without a table and ends with 1", { timeout: 60_000 }, () => {
  const { code, said } = run(pathOf("empty"), "no-such-file.csv", pathOf("cr"));
  expect(code).toBe(1);
  expect(said.split("\n").slice(0, 4)).toEqual([
    "tests/files/open/empty.csv: The file is empty.",
    "no-such-file.csv: ENOENT: no such file or directory, open 'no-such-file.csv'",
    "tests/files/open/cr.csv: 2 rows, 3 columns; commas, UTF-8.",
    "3 files, 2 of them could not be read.",
  ]);
});
