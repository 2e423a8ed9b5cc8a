import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { allFigures } from "@/data/site/sheets";
import { versionNames } from "@/data/site/versions";
import { filterHelp } from "@/data/view/filter";
import { optionHelp, parseView } from "@/data/view/view";
import { catalog } from "../published";

test("every file that the README names is there", () => {
  const readme = readFileSync("README.md", "utf8");
  const named = [
    ...readme.matchAll(/\b(?:app|components|data|tests)\/[\w/[\].-]+\.(?:tsx?|mjs|json)\b/g),
  ].map(([path]) => path);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test("every query that the README and the codebook show means something to the table of all figures", () => {
  const readme = readFileSync("README.md", "utf8").matchAll(/`(_?[a-z]+!?=[^`]+)`/g);
  const help = [...Object.values(filterHelp), ...Object.values(optionHelp)];
  const shown = [...readme].map(([, query = ""]) => query);
  const forms = help.flatMap(({ says }) => [...says.matchAll(/[a-z_]+!?=[A-Za-z*]+/g)].map(String));
  const { schema, figures } = allFigures(catalog);
  const table = { schema, rows: figures, versions: versionNames() };
  const problems = [...shown, ...forms, ...help.map(({ example }) => example)].flatMap(
    (query) => parseView(new URLSearchParams(query), table).problems,
  );
  expect([problems, shown.length > 7]).toEqual([[], true]);
});
