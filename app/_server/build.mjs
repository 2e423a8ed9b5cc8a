import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkNode, codeOf, endChildrenOnSignal, fail, next, root, run, say } from "./install.mjs";

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

/** Says which inputs the build beside it was made from; only a finished build has one. */
const stamp = join(root, ".next", "inputs.json");

checkNode();
// Less patient than what may have started this, which would otherwise kill it before its child.
endChildrenOnSignal(codeOf, 3_000);
process.chdir(root);
await main(process.argv.includes("--if-needed"));

/** Builds; with `isLazy`, only where the last build is not from the inputs as they are. */
async function main(isLazy = false) {
  const inputs = `${JSON.stringify({ inputs: hashInputs() })}\n`;
  if (isLazy && isBuiltFrom(inputs)) return;
  if (isLazy) say("Building: the pages are new or have changed since the last build.");
  await checkData();
  rmSync(stamp, { force: true });
  const code = await run(process.execPath, [next, "build"]);
  if (code !== 0) fail(`next build ended with exit code ${code}: there is nothing to serve.`, code);
  mkdirSync(join(root, ".next"), { recursive: true });
  writeFileSync(stamp, inputs);
}

/** One hash over the path and the content of every input. */
function hashInputs() {
  const found = [...folders.flatMap(listFolder), ...files.filter((file) => existsSync(file))];
  const hash = createHash("sha256");
  for (const path of found.sort()) hash.update(`${path}\n${hashFile(path)}\n`);
  return hash.digest("hex");
}

/** Every file below a folder, by its path in the project. @param {string} folder */
function listFolder(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** @param {string} path */
function hashFile(path) {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

/** Whether the last build finished and was made from these inputs. @param {string} inputs */
function isBuiltFrom(inputs) {
  const isFinished = existsSync(stamp) && existsSync(join(root, ".next", "BUILD_ID"));
  return isFinished && readFileSync(stamp, "utf8") === inputs;
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
