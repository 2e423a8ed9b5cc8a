import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { fail, root, say } from "../app/_server/command.mjs";

const shell = "chromium-headless-shell";
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const places = [
  "/snap/bin/chromium",
  "/opt/google/chrome/chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** Each is tried when what went before left no Chromium that answers. */
const ways = [() => {}, downloadShell, () => install(shell), () => install("chromium")];

/**
 * The path of a Chromium to test with: the one that CHROMIUM_PATH names, one that is there, or one
 * that this installs. The shell, which has no window, does a test in four fifths of the time; what is
 * measured is measured in the browser that readers have, where there is one.
 * @param {{ prefers?: "shell" | "browser" }} [options]
 */
export function findChromium({ prefers = "shell" } = {}) {
  const given = process.env.CHROMIUM_PATH;
  if (given && answers(given)) return given;
  if (given) throw new Error(`CHROMIUM_PATH names no Chromium that runs: "${given}".`);
  for (const prepare of ways) {
    prepare();
    const own = listOwn();
    const shells = [...listInstalled([shell]), ...own.shells];
    const browsers = [...own.browsers, ...listInstalled(names), ...places];
    const all = prefers === "shell" ? [...shells, ...browsers] : [...browsers, ...shells];
    const found = all.find(answers);
    if (found) return found;
  }
  throw new Error(
    "There is no Chromium to test with and none could be installed: install Chromium or Chrome, and set CHROMIUM_PATH to its executable.",
  );
}

/** Whether a program is there and runs. Chrome on Windows has no --version. @param {string} path */
function answers(path) {
  if (!existsSync(path)) return false;
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}

/** Playwright's own: the whole browser and, in a folder beside it, the shell without a window. */
function listOwn() {
  const browser = chromium.executablePath();
  const [, folder = "", revision] = /^(.*[\\/])chromium-(\d+)[\\/]/.exec(browser) ?? [];
  const own = join(folder, `chromium_headless_shell-${revision}`);
  const file = process.platform === "win32" ? "chrome-headless-shell.exe" : "chrome-headless-shell";
  const systems = existsSync(own) ? readdirSync(own) : [];
  return { browsers: [browser], shells: systems.map((system) => join(own, system, file)) };
}

/** Where programs of some names would be. @param {string[]} programs */
function listInstalled(programs) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return programs.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function downloadShell() {
  const cli = join(root, "node_modules", "playwright", "cli.js");
  const args = [cli, "install", "--only-shell", "chromium"];
  spawnSync(process.execPath, args, { stdio: "inherit", timeout: 180_000 });
}

/** Debian's package, with a font: a page without one has no text to measure. @param {string} name */
function install(name) {
  if (process.getuid?.() !== 0) return;
  apt("update");
  apt("install", "-y", "--no-install-recommends", name, "fonts-liberation");
}

/** Waits where another program holds the lock. @param {string[]} args */
function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=300", ...args], { stdio: "inherit", env });
}

// Run alone, it prints which one the tests will take.
if (process.argv[1] === fileURLToPath(import.meta.url))
  try {
    say(findChromium());
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
