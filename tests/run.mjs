import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fail, install, next, run, say } from "../app/_server/command.mjs";

const folder = mkdtempSync(join(tmpdir(), "iskp-in-figures-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const reports = { unit: join(folder, "unit.json"), e2e: join(folder, "e2e.json") };
const vitest = ["--reporter=default", "--reporter=json", `--outputFile.json=${reports.unit}`];

/** @typedef {[name: string, args: string[]]} Step A name, and what node runs for it. */

/**
 * What is done one after the other. Steps of one stage run side by side, as each leaves a core idle now
 * and then: the unit tests wait for the programs that they start, the build ends in one thread.
 * @type {Step[][]}
 */
const stages = [
  [["route types", [next, "typegen"]]],
  [
    ["types", ["node_modules/typescript/bin/tsc", "--noEmit"]],
    ["lint", ["node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings", "."]],
    // Found, or installed, before the tests that need it come.
    ["a Chromium", ["tests/chromium.mjs"]],
  ],
  [
    ["build", ["app/_server/build.mjs"]],
    ["unit tests", ["node_modules/vitest/vitest.mjs", "run", ...vitest]],
  ],
  [["browser tests", ["node_modules/@playwright/test/cli.js", "test"]]],
];

await install();
const env = {
  // CI is set everywhere, so that it changes nothing: with it vitest refuses .only and new snapshots.
  CI: "1",
  PLAYWRIGHT_JSON_OUTPUT_FILE: reports.e2e,
};
/** @type {string[]} */
const times = [];
for (const stage of stages) {
  const isAlone = stage.length === 1;
  const codes = await Promise.all(stage.map((step) => runStep(step, isAlone)));
  for (const [index, code] of codes.entries())
    if (code !== 0)
      fail(`\nnpm test stopped at the step "${stage[index]?.[0]}", with exit code ${code}.`, code);
}

/** @type {{ numPassedTests: number, testResults: { assertionResults: { status: string, fullName: string }[] }[] }} */
const unit = JSON.parse(readFileSync(reports.unit, "utf8"));
const e2e = JSON.parse(readFileSync(reports.e2e, "utf8")).stats;
// What this machine lacks a program for; Playwright names its own.
for (const { status, fullName } of unit.testResults.flatMap((file) => file.assertionResults))
  if (status === "skipped" || status === "pending") say(`skipped: ${fullName}`);
say(`\n${times.join("\n")}\n\n${unit.numPassedTests + e2e.expected} passed, 0 failed`);

/**
 * Runs a step and gives its exit code. What several at once write is shown as each of them ends.
 * @param {Step} step
 * @param {boolean} isAlone
 */
async function runStep([name, args], isAlone) {
  const title = `\n== ${name}`;
  if (isAlone) say(title);
  /** @type {Buffer[]} */
  const written = [];
  const start = performance.now();
  const onOutput = isAlone ? undefined : (/** @type {Buffer} */ text) => void written.push(text);
  const code = await run(process.execPath, args, { env, onOutput });
  if (!isAlone) say(`${title}\n${Buffer.concat(written)}`);
  times.push(`${name.padEnd(14)}${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s`);
  return code;
}
