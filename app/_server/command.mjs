import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that package.json is in. */
export const root = fileURLToPath(new URL("../..", import.meta.url));
/** Next's command line, which node runs without a shell between them, so that a signal arrives. */
export const next = "node_modules/next/dist/bin/next";
/** Names the inputs of the build that it stands in; only a finished build has one. */
export const stamp = join(root, ".next", "inputs.json");
/** What ends a program. @type {NodeJS.Signals[]} */
export const signals = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * What the process that serves has in its environment: with an arena for each thread, which is what glibc
 * gives it, memory that was freed in one stays there, some 20 MB of it.
 */
export const serverEnv = { MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? "2" };

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

/** Writes one line for whoever started this. @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Says what is wrong and ends this process. @param {string} sentence @returns {never} */
export function fail(sentence, code = 1) {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

/**
 * Runs a program in the project's folder and gives its exit code. A signal ends the program first, by
 * force after 10 seconds, and then this process with the program's code. With `onMessage` the program
 * is a node that can send messages, and that notices when this process has gone. With `onOutput` what
 * the program writes goes there, and not to where this process writes.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: { [name: string]: string }, onMessage?: () => void, onOutput?: (text: Buffer) => void }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { env: added, onMessage, onOutput } = {}) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...added };
  // Each program sets its own.
  Reflect.deleteProperty(env, "NODE_ENV");
  // No stdin: nothing here may stop to ask.
  const out = onOutput ? "pipe" : "inherit";
  const stdio = /** @type {import("node:child_process").StdioOptions} */ (
    ["ignore", out, out].concat(onMessage ? "ipc" : [])
  );
  const shell = process.platform === "win32" && command === "npm";
  return new Promise((resolve) => {
    /** @type {import("node:child_process").ChildProcess} */
    const child = spawn(command, args, { cwd: root, env, shell, stdio });
    let stopping = false;
    const stop = () => {
      if (stopping) return;
      stopping = true;
      // Next and the server end on any signal, Playwright ends its browsers on this one only.
      child.kill("SIGINT");
      setTimeout(() => child.kill("SIGKILL"), 10_000).unref();
    };
    // npm passes a signal to a shell, which may die of it and tell nobody but by a change of parent.
    const parent = process.env.npm_lifecycle_event && process.ppid;
    const watch = setInterval(() => parent && process.ppid !== parent && stop(), 100);
    for (const name of signals) process.on(name, stop);
    child.on("message", () => onMessage?.());
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (text) => onOutput?.(text));
    child.once("error", ({ message }) => fail(`${command} could not be run: ${message}.`));
    // Not on "exit": a pipe may have more to read then.
    child.once("close", (code, signal) => {
      const ended = code ?? 128 + constants.signals[signal ?? "SIGTERM"];
      if (stopping) process.exit(ended);
      clearInterval(watch);
      for (const name of signals) process.off(name, stop);
      resolve(ended);
    });
  });
}

/** Installs what package-lock.json lists, where npm's own record of node_modules says otherwise. */
export async function install() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`This needs Node 20.19 or newer and runs on ${process.version}: install a newer Node.`);
  const found = readPackages("node_modules/.package-lock.json");
  // npm leaves optional ones out that are for other systems.
  const isThere = Object.entries(readPackages("package-lock.json")).every(
    ([path, { version, optional }]) =>
      path === "" || (found[path] ? found[path].version === version : optional),
  );
  if (isThere) return;
  say("Installing what package-lock.json lists: this takes a minute or so.");
  const code = await run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"]);
  if (code !== 0) fail(`npm ci ended with exit code ${code}: nothing was started.`, code);
}

/** @param {string} file @returns {{ [path: string]: { version?: string, optional?: boolean } }} */
function readPackages(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : {};
}
