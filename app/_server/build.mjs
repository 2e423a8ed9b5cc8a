import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, next, root, run, say, stamp } from "./command.mjs";
import { compress } from "./snapshot.mjs";

/** What a build is made from: folders with all that is in them, and single files. */
const inputs = [
  ...["app", "components", "data", "public"],
  ...["CHANGELOG.md", "instrumentation.ts", "next.config.mjs", "package-lock.json", "package.json"],
  ...["proxy.ts", "tsconfig.json"],
];
/** Holds the number of the process that builds in this folder. */
const lock = ".building";

process.chdir(root);
const isLazy = process.argv.includes("--if-needed");
const hash = hashInputs();
const isBuilt = [stamp, ".next/BUILD_ID"].every(existsSync) && readFileSync(stamp, "utf8") === hash;
if (!isLazy || !isBuilt) {
  if (isLazy) say("Building: the pages are new or have changed since the last build.");
  takeLock();
  await checkData();
  rmSync(stamp, { force: true });
  const code = await run(process.execPath, [next, "build"]);
  if (code !== 0) fail(`next build ended with exit code ${code}: there is nothing to serve.`, code);
  const built = join(".next", "static");
  for (const path of existsSync(built) ? listFiles(built) : []) compress(path, 11);
  writeFileSync(stamp, hash);
}

/** One hash over the path and the content of every input, as a line of JSON. */
function hashInputs() {
  const hash = createHash("sha256");
  const files = inputs.filter(existsSync).flatMap(listFiles).sort();
  for (const path of files) hash.update(`${path}\n`).update(readFileSync(path)).update("\n");
  return `${JSON.stringify({ inputs: hash.digest("hex") })}\n`;
}

/** A file, or every file below a folder. @param {string} path @returns {string[]} */
function listFiles(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => listFiles(join(path, name)));
}

/** Ends with a sentence where another process builds in this folder: parts of both would be served. */
function takeLock() {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
  } catch {
    // There is no lock, or the process that took it has gone.
    writeFileSync(lock, String(process.pid));
    process.on("exit", () => rmSync(lock, { force: true }));
    return;
  }
  fail(`Another process builds in this folder: wait for its end, or delete ${lock}.`);
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
    const { length } = error.message.split("\n");
    fail(`${error.message}\nProblems in data/package: ${length}. Nothing was built.`);
  }
}
