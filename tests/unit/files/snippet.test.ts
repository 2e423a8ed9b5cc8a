import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatFile } from "@/data/files/request";
import { toSnippets } from "@/data/files/snippet";
import { loadCatalog } from "@/data/site/catalog";

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

/** Addresses of views that search for, and choose, what a shell or a language could take for its own. */
const signs = [
  "'",
  '"',
  "\\",
  "$(date)",
  "`date`",
  "$HOME",
  "&",
  ";",
  "|",
  "#",
  "!",
  "*",
  "[1-3]",
  "{a,b}",
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...signs, " ", "%", "\n", "\0", "ü"), fc.string()), {
    maxLength: 6,
  })
  .map((parts) => parts.join(""));
const views = fc.sample(fc.tuple(hostile, hostile, hostile), { numRuns: 200 });
const found = views.map(([find, one, other]) => {
  const query = new URLSearchParams([
    ["_find", find],
    ["place", one],
    ["place", other],
  ]);
  const file = formatFile({ name: "attacks", format: "csv", part: "view", query });
  return `https://w.example${file}`;
});
const calls = (tool: string) =>
  found.map(
    (csv) =>
      toSnippets({ csv, excel: csv }, figureSchema.fields).find((each) => each.tool === tool)
        ?.code ?? "",
  );

describe("an address of any view is the same address in the program’s own words", () => {
  test("in a shell, which runs none of it", () => {
    const script = ['curl() { shift 3; printf "%s\\n" "$1"; }', ...calls("curl")].join("\n");
    const { stdout, stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8" });
    expect([stdout.trimEnd().split("\n"), stderr]).toEqual([found, ""]);
  });

  test.skipIf(!hasPython)("in Python (needs python3)", () => {
    const program = [
      "import json, sys, types",
      "seen = []",
      "sys.modules['pandas'] = types.SimpleNamespace(read_csv=lambda url, **more: seen.append(url))",
      "for code in json.load(sys.stdin): exec(code)",
      "print(json.dumps(seen))",
    ].join("\n");
    const { stdout } = spawnSync("python3", ["-c", program], {
      input: JSON.stringify(calls("Python (pandas)")),
      encoding: "utf8",
    });
    expect(JSON.parse(stdout)).toEqual(found);
  });

  // Neither is on most machines: a text between quotes that holds neither quotes nor a backslash is itself.
  test.each(["R (readr)", "DuckDB"])("in %s", (tool) => {
    const inQuotes = calls(tool).map((code) => /^ *(["'])(https:[^"'\\\s]*)\1,$/m.exec(code)?.[2]);
    expect(inQuotes).toEqual(found);
  });

  test("and leads back to what was looked for", () => {
    const asked = found.map((address) => {
      const { searchParams } = new URL(address);
      return [searchParams.get("_find"), ...searchParams.getAll("place")];
    });
    expect(asked).toEqual(views);
  });
});
