import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright";
import { root } from "../app/_server/command.mjs";

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
const ways = [() => {}, downloadShell, installPackage];

/**
 * The path of a Chromium to test with: the one that CHROMIUM_PATH names, one that is there, or one
 * that this installs.
 */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && answers(given)) return given;
  if (given) throw new Error(`CHROMIUM_PATH names no Chromium that runs: "${given}".`);
  for (const prepare of ways) {
    prepare();
    const found = [...listOwn(), ...listInstalled()].find(answers);
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
  const [, browsers = "", revision] = /^(.*[\\/])chromium-(\d+)[\\/]/.exec(browser) ?? [];
  const shell = join(browsers, `chromium_headless_shell-${revision}`);
  if (!existsSync(shell)) return [browser];
  const file = process.platform === "win32" ? "chrome-headless-shell.exe" : "chrome-headless-shell";
  return [browser, ...readdirSync(shell).map((folder) => join(shell, folder, file))];
}

function listInstalled() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places];
}

function downloadShell() {
  const cli = join(root, "node_modules", "playwright", "cli.js");
  const args = [cli, "install", "--only-shell", "chromium"];
  spawnSync(process.execPath, args, { stdio: "inherit", timeout: 180_000 });
}

/** Debian's package, with a font: a page without one has no text to measure. */
function installPackage() {
  if (process.getuid?.() !== 0) return;
  apt("update");
  apt("install", "-y", "--no-install-recommends", "chromium", "fonts-liberation");
}

/** Waits where another program holds the lock. @param {string[]} args */
function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=300", ...args], { stdio: "inherit", env });
}
