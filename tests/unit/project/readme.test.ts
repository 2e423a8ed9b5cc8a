import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("every file that the README names is there", () => {
  const readme = readFileSync("README.md", "utf8");
  const named = [
    ...readme.matchAll(/\b(?:app|components|data|tests)\/[\w/[\].-]+\.(?:tsx?|mjs|json)\b/g),
  ].map(([path]) => path);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});
