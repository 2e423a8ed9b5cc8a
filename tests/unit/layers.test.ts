import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";

/** Every import of a source file of a folder; one of types alone leaves nothing to run. */
const importsIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(m?[jt]s|tsx)$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      const each =
        /\b(?:import|export)\b\s*(type\s)?(?:[^"'=;]*?\bfrom\s*)?\(?\s*["']([^"']+)["']/g;
      return [...text.matchAll(each)].map(([, type, from = ""]) => ({
        file: basename(file),
        from,
        type,
      }));
    });

test("data imports a few outsiders, each in the modules that stand for it, and nothing that draws", () => {
  const outside = importsIn("data").filter(({ from }) => !from.startsWith("./"));
  expect(outside.map(({ file, from }) => `${file}: ${from}`).toSorted()).toEqual([
    "answer.ts: node:crypto",
    "archive.ts: fflate",
    "catalog.ts: node:fs",
    "catalog.ts: node:path",
    "descriptor.ts: zod",
    "export.ts: papaparse",
    "records.ts: papaparse",
    "records.ts: papaparse",
    "unpack.ts: fflate",
  ]);
});

test("components import nothing of app", () => {
  expect(importsIn("components").filter(({ from }) => /^@\/app\b|\/app\//.test(from))).toEqual([]);
});

test.each([
  ["recharts", /^recharts/, /^chart/],
  ["ag-grid", /^ag-grid/, /^grid/],
  ["next/navigation", /^next\/navigation$/, /^(use-query|page|not-found)\b/],
])("%s is imported by one or two files, whose names say so", (_, outsider, name) => {
  const found = [...importsIn("components"), ...importsIn("app")];
  const files = found
    .filter(({ from, type }) => !type && outsider.test(from))
    .map(({ file }) => file);
  expect([files.filter((file) => !name.test(file)), new Set(files).size > 2]).toEqual([[], false]);
});
