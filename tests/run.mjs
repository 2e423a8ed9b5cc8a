import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fail, install, next, run, say } from "../app/_server/command.mjs";

const folder = mkdtempSync(join(tmpdir(), "iskp-in-figures-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const reports = { unit: join(folder, "unit.json"), e2e: join(folder, "e2e.json") };
const vitest = ["--reporter=default", "--reporter=json", `--outputFile.json=${reports.unit}`];

/** Each step: its name, and what node runs for it. @type {[string, string[]][]} */
const steps = [
  ["route types", [next, "typegen"]],
  ["types", ["node_modules/typescript/bin/tsc", "--noEmit"]],
  ["lint", ["node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings", "."]],
  ["unit tests", ["node_modules/vitest/vitest.mjs", "run", ...vitest]],
  ["build", ["app/_server/build.mjs"]],
  ["browser tests", ["node_modules/@playwright/test/cli.js", "test"]],
];

await install();
const env = {
  // CI is set everywhere, so that it changes nothing: with it vitest refuses .only and new snapshots.
  CI: "1",
  CHROMIUM_PATH: await chooseChromium(),
  PLAYWRIGHT_JSON_OUTPUT_FILE: reports.e2e,
};
const times = [];
for (const [name, args] of steps) {
  say(`\n== ${name}`);
  const start = performance.now();
  const code = await run(process.execPath, args, { env });
  if (code !== 0) fail(`\nnpm test stopped at the step "${name}", with exit code ${code}.`, code);
  times.push(`${name.padEnd(14)}${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s`);
}

/** @type {{ numPassedTests: number, testResults: { assertionResults: { status: string, fullName: string }[] }[] }} */
const unit = JSON.parse(readFileSync(reports.unit, "utf8"));
const e2e = JSON.parse(readFileSync(reports.e2e, "utf8")).stats;
// What this machine lacks a program for; Playwright names its own.
for (const { status, fullName } of unit.testResults.flatMap((file) => file.assertionResults))
  if (status === "skipped" || status === "pending") say(`skipped: ${fullName}`);
say(`\n${times.join("\n")}\n\n${unit.numPassedTests + e2e.expected} passed, 0 failed`);

/** A Chromium for the browser tests, before anything else takes time. */
async function chooseChromium() {
  const { findChromium } = await import("./chromium.mjs");
  try {
    return findChromium();
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
