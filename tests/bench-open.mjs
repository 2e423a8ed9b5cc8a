import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import { fail, say } from "../app/_server/command.mjs";
import { sizes, writeTable } from "./bench-tables.mjs";
import { findChromium } from "./chromium.mjs";
import { startServer } from "./server.mjs";

// Tables of a reader's own, opened as he does it, beside a bare loop that reads the same file in the same browser.
const rounds = Number(process.env.ROUNDS ?? 3);
if (!(rounds >= 1 && rounds <= 20)) fail("ROUNDS has to be a number from 1 to 20.");
const seed = Number(process.env.SEED ?? 1);
const most = Number(process.env.ROWS ?? Number.POSITIVE_INFINITY);

/** @typedef {import("playwright").Page} Page */
/** @typedef {{ [what: string]: number }} Measured */

const server = await startServer();
const floor = await serveFloor();
const folder = mkdtempSync(join(tmpdir(), "bench-open-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`;
say(`${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${machine}, SEED=${seed}`);
for (const size of sizes) {
  if ((size.isLarge && process.env.OPEN !== "large") || size.rows > most) continue;
  const path = join(folder, `${size.rows}.csv`);
  await writeTable(path, size, seed);
  /** @type {Measured[]} */
  const ours = [];
  /** @type {Measured[]} */
  const bare = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(await inBrowser((page) => openBare(page, path)));
    ours.push(await inBrowser((page, memory) => openOurs(page, path, memory)));
  }
  print(`${size.name}, ${(statSync(path).size / 1e6).toFixed(0)} MB`, ours, bare);
}
floor.stop();
await server.stop();
process.exit(0);

/**
 * Runs in the page before anything else of it: when what a reader waits for is painted, and how long the
 * tasks of the page's own thread are meanwhile.
 */
function observe() {
  const at = { chosen: Number.NaN, first: Number.NaN, read: Number.NaN, standing: Number.NaN };
  const tasks = /** @type {{ start: number, duration: number }[]} */ ([]);
  new PerformanceObserver((list) => {
    for (const { startTime: start, duration } of list.getEntries()) tasks.push({ start, duration });
  }).observe({ type: "longtask", buffered: true });
  addEventListener(
    "change",
    ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === "file")
        at.chosen = performance.now();
    },
    { capture: true },
  );
  const has = (/** @type {string} */ selector) => document.querySelector(selector) !== null;
  const row = '.open-grid .ag-row[row-index="0"] .ag-cell[aria-colindex="2"]:not(:empty)';
  new MutationObserver(() => {
    if (Number.isNaN(at.chosen)) return;
    const now = performance.now();
    if (Number.isNaN(at.first) && (has(".open-first td") || has(row))) at.first = now;
    if (Number.isNaN(at.read) && has('[data-open="open"]')) at.read = now;
    const isChart = has(".open-bars svg path, .open-bars svg circle, .open-bars svg rect");
    if (Number.isNaN(at.standing) && has(row) && isChart) at.standing = now;
  }).observe(document, { subtree: true, childList: true, attributes: true });
  const longest = (/** @type {number} */ until) =>
    tasks
      .filter(({ start }) => start >= at.chosen && start < until)
      .reduce((most, { duration }) => Math.max(most, duration), 0);
  const load = () => ({
    "open → first rows, ms": at.first - at.chosen,
    "open → grid and chart stand, ms": at.standing - at.chosen,
    "longest task while reading, ms": longest(at.read),
    "longest task until all stands, ms": longest(at.standing),
  });
  const looks = () =>
    [".open-grid .ag-row[row-index='0']", ".status-bar", ".open-bars svg"]
      .map((part) => document.querySelector(part)?.textContent)
      .join("|");
  /** From the last event of a kind to the last frame that changes what is shown; still is 700 ms. @param {string} event */
  const time = (event) =>
    new Promise((resolve) => {
      let [seen, since, painted] = [looks(), Number.NaN, Number.NaN];
      addEventListener(event, ({ timeStamp }) => (since = timeStamp), { capture: true });
      const start = performance.now();
      const follow = () => {
        const now = looks();
        const { port1, port2 } = new MessageChannel();
        // A message comes after the frame is painted.
        if (now !== seen) port1.onmessage = () => (painted = performance.now());
        if (now !== seen) port2.postMessage(0);
        seen = now;
        const still = performance.now() - (Number.isNaN(painted) ? start + 8_000 : painted);
        if (still > 700) resolve(painted - since);
        else requestAnimationFrame(follow);
      };
      requestAnimationFrame(follow);
    });
  Object.assign(globalThis, { bench: { load, time } });
}

/** @param {Page} page @param {string} path @param {() => Promise<Measured>} memory @returns {Promise<Measured>} */
async function openOurs(page, path, memory) {
  await page.goto(`${server.origin}/open`, { waitUntil: "networkidle" });
  const before = (await memory())["memory of the page, MB"] ?? Number.NaN;
  await page.getByLabel("File to open").setInputFiles(path);
  await page.locator('.open-grid .ag-row[row-index="0"]').waitFor({ timeout: 120_000 });
  await page.waitForTimeout(2_000);
  /** @type {Measured} */
  const opened = await page.evaluate("bench.load()");
  const find = page.getByRole("searchbox", { name: "Find in this table" });
  const heading = page.locator('.open-grid .ag-header-cell[col-id="event_date"]').first();
  const typed = await timed(page, "input", async () => {
    await find.focus();
    await page.keyboard.type("kabul 77", { delay: 60 });
  });
  const pasted = await timed(page, "input", async () => {
    await find.selectText();
    await page.keyboard.insertText("Actor 77");
  });
  await timed(page, "input", async () => {
    await find.fill("");
  });
  const sorted = await timed(page, "click", () => heading.click());
  const again = await timed(page, "click", () => heading.click());
  const acts = {
    "filter typed → painted, ms": typed,
    "filter pasted → painted, ms": pasted,
    "sort → painted, ms": sorted,
    "sort the other way → painted, ms": again,
  };
  return { ...opened, ...acts, "memory before a file, MB": before, ...(await memory()) };
}

/** @param {Page} page @param {string} event @param {() => Promise<void>} act @returns {Promise<number>} */
async function timed(page, event, act) {
  await page.evaluate(`globalThis.timing = bench.time("${event}"), 0`);
  await act();
  return page.evaluate("timing");
}

/** @param {Page} page @param {string} path @returns {Promise<Measured>} */
async function openBare(page, path) {
  await page.goto(floor.origin);
  await page.locator("input").setInputFiles(path);
  await page.locator("td").first().waitFor({ timeout: 120_000 });
  const took = await page.evaluate("took");
  return { "open → first rows, ms": took, "open → grid and chart stand, ms": took };
}

/**
 * Opens a page in a browser of its own, so that its memory is its own.
 * @param {(page: Page, memory: () => Promise<Measured>) => Promise<Measured>} measure
 */
async function inBrowser(measure) {
  const browser = await chromium.launch({ executablePath: findChromium({ prefers: "browser" }) });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(observe);
  const page = await context.newPage();
  const session = await browser.newBrowserCDPSession();
  const memory = async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const own = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => memoryOf(id));
    const largest = (/** @type {"now" | "most"} */ what) =>
      Math.max(...own.map((each) => each[what]));
    return { "memory of the page, MB": largest("now"), "and at most, MB": largest("most") };
  };
  const measured = await measure(page, memory);
  await browser.close();
  return measured;
}

/** What a process holds and has held, in MB, as Linux counts it; not a number elsewhere. @param {number} pid */
function memoryOf(pid) {
  const file = `/proc/${pid}/status`;
  const status = existsSync(file) ? readFileSync(file, "utf8") : "";
  const read = (/** @type {string} */ name) =>
    Number(new RegExp(`${name}:\\s*(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024;
  return { now: read("VmRSS"), most: read("VmHWM") };
}

/** A page that reads a file in a worker by a loop without a library, and shows its first rows. */
async function serveFloor() {
  const worker = `onmessage = async ({ data }) => {
    const lines = new TextDecoder().decode(await data.arrayBuffer()).split("\\n");
    const columns = lines[0].split(",").map(() => ({ codes: new Uint32Array(lines.length), known: new Map() }));
    for (let row = 1; row < lines.length; row++) {
      const cells = lines[row].split(",");
      for (let at = 0; at < columns.length; at++) {
        const { codes, known } = columns[at];
        let code = known.get(cells[at]);
        if (code === undefined) known.set(cells[at], (code = known.size));
        codes[row] = code;
      }
    }
    postMessage(lines.slice(0, 30));
  };`;
  const html = `<!doctype html><title>Floor</title><input type="file"><table></table><script>
    const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(worker)}])));
    let since = 0, took = 0;
    document.querySelector("input").onchange = ({ target }) => {
      since = performance.now();
      worker.postMessage(target.files[0]);
    };
    worker.onmessage = ({ data }) => {
      document.querySelector("table").innerHTML = data.map((line) => "<tr><td>" + line.split(",").join("<td>")).join("");
      requestAnimationFrame(() => (took = performance.now() - since));
    };
  </script>`;
  const listening = createServer((_, response) =>
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(html),
  );
  await new Promise((resolve) => listening.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = listening.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}/`, stop: () => listening.close() };
}

/** @param {string} name @param {readonly Measured[]} ours @param {readonly Measured[]} bare */
function print(name, ours, bare) {
  const head = ["workbook", "bare loop", "ratio"].map((each) => each.padStart(12)).join("");
  say(`\n${`${name} (median of ${rounds})`.padEnd(40)}${head}`);
  for (const what of Object.keys(ours[0] ?? {})) {
    const [our, their] = [ours, bare].map((all) => median(all.map((each) => each[what])));
    const ratio = (our ?? Number.NaN) / (their ?? Number.NaN);
    say(`  ${what.padEnd(38)}${[our, their, ratio].map(show).join("")}`);
  }
}

/** @param {number | undefined} number */
function show(number) {
  const isKnown = number !== undefined && Number.isFinite(number);
  return (isKnown ? number.toFixed(number < 10 ? 2 : 0) : "–").padStart(12);
}

/** The middle one of those that are numbers. @param {readonly (number | undefined)[]} numbers */
function median(numbers) {
  const sorted = numbers.filter((each) => Number.isFinite(each)).toSorted((a = 0, b = 0) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
