import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  checkNode,
  codeOf,
  endChildrenOnSignal,
  fail,
  install,
  next,
  run,
  say,
} from "../app/_server/install.mjs";

checkNode();
endChildrenOnSignal(codeOf);
await install();

const folder = mkdtempSync(join(tmpdir(), "iskp-in-figures-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const reports = { unit: join(folder, "unit.json"), e2e: join(folder, "e2e.json") };

/** Each step: its name, and what node runs for it. @type {[string, string[]][]} */
const steps = [
  ["route types", [next, "typegen"]],
  ["types", ["node_modules/typescript/bin/tsc", "--noEmit"]],
  ["lint", ["node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings", "."]],
  [
    "unit tests",
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${reports.unit}`,
    ],
  ],
  ["build", ["app/_server/build.mjs"]],
  ["browser tests", ["node_modules/@playwright/test/cli.js", "test"]],
];

// CI is set everywhere, so that it changes nothing: with it vitest refuses .only and new snapshots.
const env = {
  CI: "1",
  CHROMIUM_PATH: await chooseChromium(),
  PLAYWRIGHT_JSON_OUTPUT_FILE: reports.e2e,
};
const times = [];
for (const [name, args] of steps) {
  say(`\n== ${name}`);
  const start = performance.now();
  const code = await run(process.execPath, args, env);
  if (code !== 0) fail(`\nnpm test stopped at the step "${name}", with exit code ${code}.`, code);
  times.push(`${name.padEnd(14)}${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s`);
}
for (const name of listSkipped()) say(`skipped: ${name}`);
say(`\n${times.join("\n")}\n\n${countUnit() + countE2e()} passed, 0 failed`);

/** A Chromium for the browser tests, before anything else takes time. */
async function chooseChromium() {
  const { findChromium } = await import("./chromium.mjs");
  try {
    return findChromium();
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** How many tests vitest reports as passed. @returns {number} */
function countUnit() {
  return JSON.parse(readFileSync(reports.unit, "utf8")).numPassedTests;
}

/** The unit tests that this machine lacks a program for; Playwright names its own. @returns {string[]} */
function listSkipped() {
  /** @type {{ testResults: { assertionResults: { status: string, fullName: string }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(reports.unit, "utf8"));
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === "skipped" || status === "pending")
    .map(({ fullName }) => fullName);
}

/** How many tests Playwright reports as passed. @returns {number} */
function countE2e() {
  return JSON.parse(readFileSync(reports.e2e, "utf8")).stats.expected;
}
