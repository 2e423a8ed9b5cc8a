import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, next, root, run, say, stamp } from "./command.mjs";

/** What a build is made from: folders with all that is in them, and single files. */
const folders = ["app", "components", "data", "public"];
const files = [
  "instrumentation.ts",
  "next.config.mjs",
  "package-lock.json",
  "package.json",
  "proxy.ts",
  "tsconfig.json",
];

/** Holds the number of the process that builds in this folder. */
const lock = join(root, ".building");

process.chdir(root);
const isLazy = process.argv.includes("--if-needed");
const inputs = hashInputs();
if (!isLazy || !isBuiltFrom(inputs)) await build();

async function build() {
  if (isLazy) say("Building: the pages are new or have changed since the last build.");
  takeLock();
  await checkData();
  rmSync(stamp, { force: true });
  const code = await run(process.execPath, [next, "build"]);
  if (code !== 0) fail(`next build ended with exit code ${code}: there is nothing to serve.`, code);
  writeFileSync(stamp, inputs);
}

/** One hash over the path and the content of every input, as a line of JSON. */
function hashInputs() {
  const found = [...folders.flatMap(listFolder), ...files].filter(existsSync).sort();
  const hash = createHash("sha256");
  for (const path of found) hash.update(`${path}\n`).update(readFileSync(path)).update("\n");
  return `${JSON.stringify({ inputs: hash.digest("hex") })}\n`;
}

/** Every file below a folder, by its path in the project. @param {string} folder */
function listFolder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** Whether the last build finished and was made from these inputs. @param {string} inputs */
function isBuiltFrom(inputs) {
  return [stamp, ".next/BUILD_ID"].every(existsSync) && readFileSync(stamp, "utf8") === inputs;
}

/** Ends with a sentence where another process builds in this folder: Next would leave the parts of both. */
function takeLock() {
  const other = existsSync(lock) ? Number(readFileSync(lock, "utf8")) : 0;
  if (other > 0 && isAlive(other))
    fail(`Process ${other} builds in this folder: wait for its end, or delete .building.`);
  writeFileSync(lock, String(process.pid));
  process.on("exit", () => rmSync(lock, { force: true }));
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/** Loads the data package as the pages will; every problem in it is said before anything is built. */
async function checkData() {
  const { runnerImport } = await import("vite");
  const { module } = await runnerImport("./data/site/catalog.ts", {
    configFile: false,
    resolve: { alias: { "server-only": "next/dist/compiled/server-only/empty.js" } },
    logLevel: "silent",
  });
  try {
    /** @type {typeof import("../../data/site/catalog")} */ (module).loadCatalog();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ProblemsError") throw error;
    const count = error.message.split("\n").length;
    const counted = count === 1 ? "1 problem" : `${count} problems`;
    fail(`${error.message}\n${counted} in data/package: nothing was built.`);
  }
}
