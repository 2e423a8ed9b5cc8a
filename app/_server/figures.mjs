import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fail, root, say } from "./command.mjs";

const usage = `Usage: npm run figures -- COMMAND
  check [FILE…]            hold rows against every rule of the package; without a file, the package
  add [--sheet NAME] FILE… write their rows into data/package and the lines for the change log
  diff [--csv] A B         what is new, gone and changed; each a version, a folder or a file
  version NUMBER           give what the package holds a number, and keep its files for good`;

const { command, words, sheet, isCsv } = parseArguments(process.argv.slice(2));
// Files are named from where npm was called; versions and sheets are names.
const from = process.env.INIT_CWD ?? process.cwd();
process.chdir(root);
const paths = words.map(toPath);
const figures = await loadCommand();

/** @type {{ [command: string]: () => { lines: readonly string[], isDone: boolean } }} */
const commands = {
  check: () => figures.checkFiles(paths, sheet),
  add: () => (words.length > 0 ? figures.addFiles(paths, sheet) : fail(usage)),
  diff: () =>
    words.length === 2 ? figures.diffFiles(paths[0] ?? "", paths[1] ?? "", isCsv) : fail(usage),
  version: () =>
    words.length === 1
      ? figures.cutVersion(words[0] ?? "", new Date().toISOString().slice(0, 10))
      : fail(usage),
};

// Whoever reads only the beginning, as `head` does, has read enough.
process.stdout.on("error", () => process.exit());
try {
  const { lines, isDone } = (commands[command] ?? (() => fail(usage)))();
  for (const line of lines) say(line);
  process.exitCode = isDone ? 0 : 1;
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

/** A file as seen from the project's folder; what is no file there is the name of a version. @param {string} word */
function toPath(word) {
  const path = resolve(from, word);
  return existsSync(path) ? relative(root, path) : word;
}

/** The command, its files or names, and its options. @param {string[]} given */
function parseArguments([command = "", ...given]) {
  const at = given.findIndex((word) => word === "--sheet" || word.startsWith("--sheet="));
  const isJoined = at >= 0 && given[at] !== "--sheet";
  const sheet = at < 0 ? "" : isJoined ? given[at]?.slice("--sheet=".length) : given[at + 1];
  if (at >= 0 && !sheet) fail("--sheet needs the name of a sheet.");
  const rest = at < 0 ? given : given.toSpliced(at, isJoined ? 1 : 2);
  const words = rest.filter((word) => word !== "--csv");
  return { command, words, sheet: sheet ?? "", isCsv: words.length < rest.length };
}

/** The rooms of the data are TypeScript; Vite loads them as it loads the tests. */
async function loadCommand() {
  const { runnerImport } = await import("vite");
  const { module } = await runnerImport(join(root, "data/site/figures-command.ts"), {
    configFile: false,
    resolve: { alias: { "server-only": "next/dist/compiled/server-only/empty.js" } },
    logLevel: "silent",
  });
  return /** @type {typeof import("../../data/site/figures-command")} */ (module);
}
