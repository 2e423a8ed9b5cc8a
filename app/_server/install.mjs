import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} Package */

/** The folder that package.json is in. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Next's command line, which node runs without a shell between them, so that a signal arrives. */
export const next = "node_modules/next/dist/bin/next";

/**
 * What node runs to serve at a port. Of memory it takes no more than pages need: without a bound it
 * keeps twice as much before it looks for what can go.
 * @param {number} port
 * @param {readonly string[]} hostname one that answers alone, or none
 */
export function serverAt(port, ...hostname) {
  const memory = ["--max-old-space-size=256", "--max-semi-space-size=8"];
  return [...memory, join("app", "_server", "server.mjs"), String(port), ...hostname];
}

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();
let stopping = false;

/** Writes one line for whoever started this. @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Says what is wrong and ends this process.
 * @param {string} sentence
 * @returns {never}
 */
export function fail(sentence, code = 1) {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

/** Ends with a sentence on a Node that is too old: vite, which the build reads the data with, sets the limit. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`This needs Node 20.19 or newer and runs on ${process.version}: install a newer Node.`);
}

/**
 * Runs a program in the project's folder and gives its exit code. Never resolves once a signal has
 * come: the process ends then as soon as its children have.
 * @param {string} command
 * @param {string[]} args
 * @param {{ [name: string]: string }} [env]
 * @returns {Promise<number>}
 */
export function run(command, args, env) {
  return new Promise((resolve) => {
    if (stopping) return;
    // No stdin: nothing here may stop to ask.
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: toEnvironment(env),
      shell: process.platform === "win32" && command === "npm",
    });
    running.add(child);
    child.once("error", ({ message }) => fail(`${command} could not be run: ${message}.`));
    child.once("exit", (code, signal) => {
      running.delete(child);
      if (!stopping) resolve(code ?? codeOf(signal));
    });
  });
}

/**
 * This process's environment with additions, and without NODE_ENV: each program sets its own.
 * @param {{ [name: string]: string } | undefined} additions
 */
function toEnvironment(additions) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...additions };
  Reflect.deleteProperty(env, "NODE_ENV");
  return env;
}

/** The exit code that a shell gives for a signal. @param {NodeJS.Signals | null} signal */
export function codeOf(signal) {
  return signal ? 128 + constants.signals[signal] : 1;
}

/**
 * From here on a signal ends the children first, then this process. A child that takes more than
 * `patience` milliseconds is killed.
 * @param {(signal: NodeJS.Signals) => number} toCode
 */
export function endChildrenOnSignal(toCode, patience = 6_000) {
  /** @type {NodeJS.Signals[]} */
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  /** @param {NodeJS.Signals} signal */
  const stop = async (signal) => {
    if (stopping) return;
    stopping = true;
    await Promise.all([...running].map((child) => end(child, patience)));
    process.exit(toCode(signal));
  };
  for (const signal of signals) process.on(signal, stop);
  if (isNpmScript()) onParentEnd(() => stop("SIGTERM"));
}

/** Whether npm's shell is this process's parent. */
function isNpmScript() {
  const script = process.env.npm_lifecycle_script ?? "";
  return script.includes(basename(process.argv[1] ?? root));
}

/**
 * npm passes a signal to the shell between it and its script, which dies of it and tells nobody:
 * that the parent is gone is all there is to see.
 * @param {() => void} listener
 */
function onParentEnd(listener) {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || listener(), 100).unref();
}

/**
 * Interrupts a child and waits for its end, which is forced when it takes too long. Always SIGINT:
 * Next ends on any signal, Playwright ends its server and its browsers on this one only.
 * @param {import("node:child_process").ChildProcess} child
 * @param {number} patience
 */
function end(child, patience) {
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill("SIGINT");
    setTimeout(() => child.kill("SIGKILL"), patience).unref();
  });
}

/** Installs what package-lock.json lists, where node_modules does not hold it already. */
export async function install() {
  if (isInstalled()) return;
  say("Installing what package-lock.json lists: this takes a minute or so.");
  const [command = "npm", ...args] = npm();
  const code = await run(command, [...args, "ci", "--include=dev", "--no-audit", "--no-fund"]);
  if (code !== 0) fail(`npm ci ended with exit code ${code}: nothing was started.`, code);
}

/** The npm that runs this script, or else the one on the PATH. */
function npm() {
  const cli = process.env.npm_execpath ?? "";
  return basename(cli) === "npm-cli.js" ? [process.execPath, cli] : ["npm"];
}

/** Whether npm's own record of node_modules agrees with the lock file. */
function isInstalled() {
  const record = join("node_modules", ".package-lock.json");
  if (!existsSync(join(root, record))) return false;
  const installed = readPackages(record);
  return Object.entries(readPackages("package-lock.json"))
    .filter(([path]) => path !== "")
    .every(([path, wanted]) => isThere(path, wanted, installed[path]));
}

/** Packages by path, as a lock file lists them. @param {string} file */
function readPackages(file) {
  /** @type {{ packages: { [path: string]: Package } }} */
  const { packages } = JSON.parse(readFileSync(join(root, file), "utf8"));
  return packages;
}

/**
 * Whether a package is installed as the lock file wants it, or may be absent: npm leaves out the
 * optional ones that are for other systems.
 * @param {string} path
 * @param {Package} wanted
 * @param {Package | undefined} found
 */
function isThere(path, wanted, found) {
  if (!found) return wanted.optional === true;
  const isSame = found.version === wanted.version && found.integrity === wanted.integrity;
  return isSame && existsSync(join(root, path));
}
