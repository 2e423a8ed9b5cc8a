import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isolated } from "../isolated.mjs";

/** What changes more than the file's own modules. */
const replaces =
  /\bvi\.(?:mock|spyOn|stub\w+|useFakeTimers)\(|^ *(?:process\.env|globalThis)\b.* = /m;

test("a test file that replaces modules, globals or the environment shares none with another", () => {
  const files = readdirSync("tests/unit", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => join("tests/unit", file));
  const isNamed = (file: string) =>
    isolated.some((name) => name === file || name === join(file, "../*.test.ts"));
  const found = files.filter((file) => replaces.test(readFileSync(file, "utf8")));
  expect(found.length).toBeGreaterThan(3);
  expect(found.filter((file) => !isNamed(file))).toEqual([]);
});
