import { existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright";
import { fail, say } from "../app/_server/command.mjs";
import { observe, servePlain } from "./bench-page.mjs";
import { findChromium } from "./chromium.mjs";
import { buildGrown } from "./grown/build.mjs";
import { startServer } from "./server.mjs";

// The built app beside a plain page of the same rows, by turns in one browser: medians and ratios.
const rounds = Number(process.env.ROUNDS ?? 7);
if (!(rounds >= 1 && rounds <= 50)) fail("ROUNDS has to be a number from 1 to 50.");
const typed = "Kabul";
const acts = /** @type {const} */ (["hover", "select", "sort", "filter"]);

/** @typedef {import("playwright").Page} Page */
/** @typedef {{ [what: string]: number }} Measured */
/** Where to find on a page what a reader works with. @typedef {{ address: string, row: string, heading: string, field: string, ready: string }} Target */

const grownTo = Number(process.env.GROWN ?? 10_000);
if (!(grownTo >= 200 && grownTo <= 50_000)) fail("GROWN has to be a number from 200 to 50,000.");

/** @typedef {Awaited<ReturnType<typeof compare>>} Compared */
/** What is measured of a sheet, as a number. @typedef {(of: Compared) => number | undefined} Figure */

/** A row of the budgets: what it is, how it is found, and how much it may be at either size. @type {readonly [what: string, figure: Figure, few: number, many: number][]} */
const budgets = [
  ["HTML of the sheet, gzip, kB", ({ html }) => html / 1000, 16, 22],
  ["first byte, not kept, ms", ({ firstByte }) => firstByte, 20, 60],
  ["first paint, ratio to the plain page", ratioOf("first paint, ms"), 1.3, 1.5],
  ["grid and chart stand, ms", medianOf("grid and chart stand, ms"), 900, 1300],
  ["typed filter → painted, ms", medianOf("filter, ms"), 35, 60],
  ["sort → painted, ms", medianOf("sort, ms"), 35, 70],
  ["select → painted, ms", medianOf("select, ms"), 20, 25],
  ["hover → painted, ms", medianOf("hover, ms"), 20, 25],
  ["filter: the table alone, ms", medianOf("filter: the table alone, ms"), 20, 40],
  ["sort: the table alone, ms", medianOf("sort: the table alone, ms"), 20, 40],
  ["longest task until all stands, ms", medianOf("longest task, ms"), Number.NaN, 50],
  ["script before grid and chart, gzip, kB", ({ early }) => early / 1000, 150, 150],
  ["server memory under load, MB", ({ memory }) => memory, 250, 400],
];

const server = await startServer();
const browser = await chromium.launch({ executablePath: findChromium({ prefers: "browser" }) });
const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`;
const date = new Date().toISOString().slice(0, 10);
say(`${date}, Node ${process.version}, Chromium ${browser.version()}, ${machine}`);
const own = await compare(server, "attacks");
await compare(server, "figures");
await timeAnswers();
await server.stop();
const grown = await startServer(await buildGrown({ sheet: "attacks", figures: grownTo }));
const large = await compare(grown, "attacks");
await grown.stop();
printBudgets(own, large);
await browser.close();
process.exit(0);

/**
 * Measures a sheet and the plain page of its first rows by turns, and prints both.
 * @param {import("./server.mjs").Running} server @param {string} sheet
 */
async function compare(server, sheet) {
  const address = `${server.origin}/${sheet}`;
  const plainServer = await servePlain(await rowsOf(address));
  const app = appAt(address);
  const plain = plainAt(plainServer.origin);
  /** @type {Measured[]} */
  const ours = [];
  /** @type {Measured[]} */
  const theirs = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await measure(app, round < 3));
    theirs.push(await measure(plain, round < 3));
  }
  plainServer.stop();
  print(sheet, ours, theirs);
  return { ours, theirs, ...(await measureAnswers(server, sheet)) };
}

/** What the server has to give for a sheet, and to keep. @param {import("./server.mjs").Running} server @param {string} sheet */
async function measureAnswers({ origin, pid }, sheet) {
  const html = await gzipped(`${origin}/${sheet}`);
  const scripts = html.text.matchAll(/<link data-late="" href="([^"]+)"/g);
  let early = 0;
  for (const [, path] of scripts) early += (await gzipped(origin + path)).bytes;
  const bytes = [];
  for (let index = 0; index < 30; index++) {
    const start = performance.now();
    const response = await fetch(`${origin}/${sheet}?_find=${typed}&value=${index}..`);
    bytes.push(performance.now() - start);
    await response.arrayBuffer();
  }
  const load = Array.from({ length: 64 }, (_, index) =>
    fetch(`${origin}/${sheet}?start=${2000 + index}..`).then((response) => response.arrayBuffer()),
  );
  await Promise.all(load);
  return { html: html.bytes, early, firstByte: median(bytes.slice(5)), memory: memoryOf(pid) };
}

/** A text and how many bytes it has gzipped. @param {string} address */
async function gzipped(address) {
  const text = await (await fetch(address)).text();
  return { text, bytes: gzipSync(text, { level: 9 }).length };
}

/** The memory of a process in MB, as Linux counts it; not a number elsewhere. @param {number} pid */
function memoryOf(pid) {
  const file = `/proc/${pid}/status`;
  const status = existsSync(file) ? readFileSync(file, "utf8") : "";
  return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** @param {string} what @returns {Figure} */
function medianOf(what) {
  return ({ ours }) => median(ours.map((each) => each[what] ?? Number.NaN));
}

/** @param {string} what @returns {Figure} */
function ratioOf(what) {
  return ({ ours, theirs }) => {
    const [our, their] = [ours, theirs].map((all) =>
      median(all.map((each) => each[what] ?? Number.NaN)),
    );
    return (our ?? Number.NaN) / (their ?? Number.NaN);
  };
}

/** Both sizes beside what each may take at most. @param {Compared} own @param {Compared} large */
function printBudgets(own, large) {
  const head = ["as published", "at most", `${grownTo} rows`, "at most"];
  say(`\n${"budgets".padEnd(41)}${head.map(right).join("")}`);
  for (const [what, figure, few, many] of budgets)
    say(
      `  ${what.padEnd(39)}${[figure(own), few, figure(large), many].map(show).map(right).join("")}`,
    );
}

/** @param {string} address @returns {Target} */
function appAt(address) {
  return {
    address,
    row: '.ag-row[row-index="1"] .ag-cell[col-id="value"]',
    heading: '.ag-header-cell[col-id="value"] .grid-title',
    field: ".tools input[type=search]",
    ready: ".workbook:has(.grid-panel[data-ready]):has(.chart-frame[data-ready])",
  };
}

/** @param {string} address @returns {Target} */
function plainAt(address) {
  return { address, row: "tbody tr", heading: "th", field: "input", ready: "table" };
}

/** @param {Target} target @param {boolean} isSlowToo */
async function measure(target, isSlowToo) {
  const measured = { ...(await load(target, false)), ...(await act(target)) };
  if (!isSlowToo) return measured;
  const slow = await load(target, true);
  const kept = ["first paint, ms", "grid and chart stand, ms"];
  return { ...measured, ...rename(slow, kept, (name) => `slow line: ${name}`) };
}

/** @param {Measured} measured @param {readonly string[]} kept @param {(name: string) => string} to @returns {Measured} */
function rename(measured, kept, to) {
  return Object.fromEntries(kept.map((name) => [to(name), measured[name] ?? Number.NaN]));
}

/** Loads a page with an empty cache; slow is 1.6 Mbit/s, 150 ms and a quarter of the processor. @param {Target} target @param {boolean} isSlow @returns {Promise<Measured>} */
async function load({ address, ready }, isSlow) {
  const page = await newPage();
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send("Network.enable");
  if (isSlow) await slowDown(session);
  // A new window loads pages of the browser's own, which take the processors of the first quarter of a second.
  await page.waitForTimeout(700);
  await page.goto(address, { waitUntil: "load" });
  await page.locator(ready).waitFor();
  await page.waitForTimeout(300);
  /** @type {Measured} */
  const measured = await page.evaluate("bench.load()");
  await page.context().close();
  return { "on the wire, kB": bytes / 1000, ...measured };
}

/** @param {import("playwright").CDPSession} session */
async function slowDown(session) {
  const speed = 1_600_000 / 8;
  const line = { offline: false, latency: 150, downloadThroughput: speed, uploadThroughput: speed };
  await session.send("Network.emulateNetworkConditions", line);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}

/** What a reader does, from the event to the frame that shows it in table and chart. @param {Target} target @returns {Promise<Measured>} */
async function act({ address, row, heading, field, ready }) {
  const page = await newPage();
  await page.goto(address);
  await page.locator(ready).waitFor();
  const spot = page.locator(row).first();
  /** @type {{ [act in typeof acts[number]]: () => Promise<void> }} */
  const ways = {
    hover: () => spot.hover(),
    select: () => spot.click(),
    sort: () => page.locator(heading).first().click(),
    filter: () => page.keyboard.insertText(typed),
  };
  const events = { hover: "mouseover", select: "click", sort: "click", filter: "input" };
  /** @type {Measured} */
  const times = {};
  for (const name of acts) {
    if (name === "filter") await page.locator(field).first().click();
    await page.evaluate(`globalThis.timing = bench.time("${events[name]}", "${name}"), 0`);
    await ways[name]();
    const { all, table } = await page.evaluate("timing");
    times[`${name}, ms`] = all;
    if (name === "sort" || name === "filter") times[`${name}: the table alone, ms`] = table;
  }
  await page.context().close();
  return times;
}

async function newPage() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(observe);
  return context.newPage();
}

/** The rows that the server's table shows, headings first. @param {string} address @returns {Promise<string[][]>} */
async function rowsOf(address) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  const rows = await page
    .locator(".plain-table tr")
    .evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent ?? "")),
    );
  await context.close();
  return rows;
}

/** The time to the first byte of a sheet and of a filtered file, one after another. */
async function timeAnswers() {
  say("\nfirst byte, ms (median of 100)");
  for (const path of ["/attacks", "/figures", "/data/attacks.csv?place=Kabul"]) {
    const times = [];
    for (let index = 0; index < 110; index++) {
      const start = performance.now();
      const response = await fetch(server.origin + path);
      const time = performance.now() - start;
      await response.arrayBuffer();
      if (index >= 10) times.push(time);
    }
    say(`  ${path.padEnd(36)}${show(median(times))}`);
  }
}

/** @param {string} sheet @param {readonly Measured[]} ours @param {readonly Measured[]} theirs */
function print(sheet, ours, theirs) {
  say(
    `\n/${sheet} (median of ${rounds})`.padEnd(40) +
      ["workbook", "plain", "ratio"].map(right).join(""),
  );
  for (const what of new Set(ours.flatMap((measured) => Object.keys(measured)))) {
    const [our, their] = [ours, theirs].map((all) =>
      median(all.map((each) => each[what] ?? Number.NaN)),
    );
    const ratio = (our ?? Number.NaN) / (their ?? Number.NaN);
    say(`  ${what.padEnd(37)}${[show(our), show(their), show(ratio)].map(right).join("")}`);
  }
}

/** @param {string} text */
function right(text) {
  return text.padStart(12);
}

/** @param {number | undefined} number */
function show(number) {
  return number !== undefined && Number.isFinite(number)
    ? number.toFixed(number < 10 ? 2 : 0)
    : "–";
}

/** The middle one of those that are numbers. @param {readonly number[]} numbers */
function median(numbers) {
  const sorted = numbers.filter(Number.isFinite).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
