import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { loadCatalog } from "@/data/catalog";
import { toSnippets } from "@/data/snippet";

const { figureSchema } = loadCatalog();
const addresses = {
  csv: "https://w.example/data/attacks.csv?place=Kabul&_sort=-value",
  excel: "https://w.example/data/attacks.csv?place=Kabul&_sort=-value&_for=excel",
};
const snippets = toSnippets(addresses, figureSchema.fields);
const codeOf = (tool: string) => snippets.find((each) => each.tool === tool)?.code ?? "";

test("each program is given the real address", () => {
  expect(snippets.map(({ tool, code }) => [tool, code.includes(addresses.csv)])).toEqual([
    ["curl", true],
    ["Python (pandas)", true],
    ["R (readr)", true],
    ["DuckDB", true],
    ["Excel", true],
    ["LibreOffice", true],
  ]);
});

describe("dates keep the precision that is stated", () => {
  test.each([
    ["Python (pandas)", 'dtype={"start": str, "end": str, "as_of": str}'],
    ["R (readr)", 'cols(start = "c", end = "c", as_of = "c")'],
    ["DuckDB", "types = {'start': 'VARCHAR', 'end': 'VARCHAR', 'as_of': 'VARCHAR'}"],
  ])("in %s", (tool, code) => {
    expect(codeOf(tool)).toContain(code);
  });
});

test("a file without dates needs no word on them", () => {
  const id = figureSchema.fields.filter(({ name }) => name === "id");
  expect(toSnippets(addresses, id).some(({ code }) => /dtype|col_types|types =/.test(code))).toBe(
    false,
  );
});

const hasPython = spawnSync("python3", ["--version"]).status === 0;
test.skipIf(!hasPython)("the call in Python is Python (needs python3)", () => {
  const { status } = spawnSync("python3", ["-c", "import ast, sys; ast.parse(sys.stdin.read())"], {
    input: codeOf("Python (pandas)"),
  });
  expect(status).toBe(0);
});

test("the call in a shell is a shell’s", () => {
  expect(spawnSync("sh", ["-n"], { input: codeOf("curl") }).status).toBe(0);
});
