import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fail, root, say } from "./command.mjs";

const { into, files } = parseArguments(process.argv.slice(2));
if (files.length === 0) fail("Usage: npm run read -- [--into FOLDER] FILE…");
const reader = await loadReader();
if (into) mkdirSync(into, { recursive: true });
const unread = files.filter((file) => !readOne(file)).length;
if (files.length > 1) say(`${files.length} files, ${unread} of them could not be read.`);
process.exitCode = unread > 0 ? 1 : 0;

/** The folder to write into, if any, and the files to read. @param {string[]} given */
function parseArguments(given) {
  const at = given.findIndex((word) => word === "--into" || word.startsWith("--into="));
  if (at < 0) return { into: null, files: given };
  const isJoined = given[at] !== "--into";
  const into = isJoined ? given[at]?.slice("--into=".length) : given[at + 1];
  const files = given.toSpliced(at, isJoined ? 1 : 2);
  if (!into) fail("--into needs a folder.");
  return { into, files };
}

/** The room that reads tables is TypeScript; Vite loads it as it loads the tests. */
async function loadReader() {
  const { runnerImport } = await import("vite");
  const { module } = await runnerImport(join(root, "data/open/report.ts"), {
    configFile: false,
    logLevel: "silent",
  });
  return /** @type {typeof import("../../data/open/report")} */ (module);
}

/** Reads one file and says why where that fails, so that the next is read all the same. @param {string} file */
function readOne(file) {
  try {
    return readAndWrite(file, readFileSync(file));
  } catch (error) {
    say(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/**
 * Writes or says what was understood; whether a table was found.
 * @param {string} file
 * @param {Uint8Array} bytes
 */
function readAndWrite(file, bytes) {
  const { isTable, csv, json, sentence } = reader.reportFile(basename(file), bytes);
  if (!into || !isTable) say(`${file}: ${sentence}`);
  if (!into) return isTable;
  const target = join(into, basename(file));
  // A file that is no table has no CSV, but an empty one has an empty one.
  if (isTable || bytes.length === 0) writeFileSync(`${target}.csv`, csv);
  writeFileSync(`${target}.json`, json);
  return isTable;
}
