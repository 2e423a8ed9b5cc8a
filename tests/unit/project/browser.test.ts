import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** What a source file imports to run it; types leave nothing to run. */
function importsOf(file: string): string[] {
  const each = /^(?:import|export)\s+(?!type\b)(?:[^"';]*?\bfrom\s+)?"([^"]+)"/gm;
  return [...readFileSync(file, "utf8").matchAll(each)].map(([, from = ""]) => from);
}

/** The file of ours that an import means, or null for an outsider. */
function fileOf(from: string, file: string): string | null {
  const path = from.startsWith("@/") ? from.slice(2) : join(dirname(file), from);
  const isOwn = /^(@\/|\.)/.test(from);
  return (isOwn && ["", ".ts", ".tsx"].map((end) => path + end).find(existsSync)) || null;
}

/** Everything that a browser loads with these files. */
function reachedFrom(starts: readonly string[]): Set<string> {
  const reached = new Set(starts);
  for (const file of reached) {
    if (!existsSync(file)) continue;
    for (const from of importsOf(file)) reached.add(fileOf(from, file) ?? from);
  }
  return reached;
}

const starts = readdirSync("components", { recursive: true, encoding: "utf8" })
  .map((file) => join("components", file))
  .filter((file) => /\.tsx?$/.test(file) && /^"use client"/.test(readFileSync(file, "utf8")));

test("a browser loads neither zod, which tries eval against the policy, nor what reads the disk", () => {
  const reached = [...reachedFrom(starts)];
  expect(reached).toContain("data/view/view.ts");
  expect(
    reached.filter((each) => /^(zod|node:.*|data\/table\/descriptor\.ts)$/.test(each)),
  ).toEqual([]);
});
