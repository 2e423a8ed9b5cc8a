import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install, run, say } from "../../app/_server/command.mjs";

/** Firefox and WebKit, where they are installed, each open every page and use a sheet as a reader does. */
await install();
const built = await run(process.execPath, ["app/_server/build.mjs", "--if-needed"]);
if (built !== 0) process.exit(built);

const folder = mkdtempSync(join(tmpdir(), "iskp-in-figures-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const report = join(folder, "browsers.json");
const { startServer } = await import("../server.mjs");
const { origin, stop } = await startServer();
const vitest = [
  "node_modules/vitest/vitest.mjs",
  "run",
  "--config=tests/browsers/vitest.config.mts",
];
const reporters = ["--reporter=verbose", "--reporter=json", `--outputFile.json=${report}`];
const code = await run(process.execPath, [...vitest, ...reporters], {
  env: { SITE_ORIGIN: origin },
});
await stop();
say(countTests());
process.exit(code);

function countTests() {
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number }} */
  const counts = JSON.parse(readFileSync(report, "utf8"));
  const { numPassedTests, numFailedTests, numPendingTests } = counts;
  return `\n${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`;
}
