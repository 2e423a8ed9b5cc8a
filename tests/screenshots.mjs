import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { install, root, run, say } from "../app/_server/command.mjs";

/** Pictures of every sheet and state, light and dark, at three sizes, for a person to look through. */
const folder = join(root, "screenshots");
const sizes = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
];
/** @type {("light" | "dark")[]} */
const themes = ["light", "dark"];

/** Names of the pictures, and what they show. @type {{ [name: string]: string }} */
const states = {
  overview: "/",
  ...Object.fromEntries(sheetNames().map((name) => [name, `/${name}`])),
  figures: "/figures",
  disagreements: "/disagreements",
  documents: "/documents",
  codebook: "/codebook",
  method: "/method",
  use: "/use",
  "state-filtered-selected":
    "/attacks?subject=attacks+claimed+by+ISK&_sort=-value&_select=attacks-2021-ctc,attacks-2022-ctc",
  "state-one-row": "/attacks?_find=353",
  "state-empty": "/attacks?place=Kabul&_find=no+such+thing",
  "state-ignored": "/attacks?planet=Mars",
  "state-404": "/no-such-sheet",
};

await install();
const code = await run(process.execPath, ["app/_server/build.mjs", "--if-needed"]);
if (code !== 0) process.exit(code);
const { startServer } = await import("./server.mjs");
const { origin, stop } = await startServer();
try {
  say(`${await takePictures(origin)} pictures are in ${folder}`);
} finally {
  await stop();
}

/** Takes every picture anew and counts them. @param {string} origin */
async function takePictures(origin) {
  const [{ chromium }, { findChromium }] = await Promise.all([
    import("playwright"),
    import("./chromium.mjs"),
  ]);
  const browser = await chromium.launch({ executablePath: findChromium({ prefers: "browser" }) });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  let count = 0;
  for (const viewport of sizes)
    for (const theme of themes) {
      const context = await browser.newContext(toOptions(viewport, theme));
      count += await takeAll(await context.newPage(), origin, `${theme}.${viewport.width}`);
      await context.close();
    }
  await browser.close();
  return count;
}

/** The sheets that the descriptor names: its resources with a chart. @returns {string[]} */
function sheetNames() {
  const descriptor = readFileSync(join(root, "data", "package", "datapackage.json"), "utf8");
  /** @type {{ resources: { name: string, chart?: object }[] }} */
  const { resources } = JSON.parse(descriptor);
  return resources.filter(({ chart }) => chart).map(({ name }) => name);
}

/**
 * How a browser of a size shows pages in a theme; the small one is a phone.
 * @param {{ width: number, height: number }} viewport
 * @param {"light" | "dark"} theme
 * @returns {import("playwright").BrowserContextOptions}
 */
function toOptions(viewport, theme) {
  const isPhone = viewport.width < 768;
  const touch = { hasTouch: isPhone, isMobile: isPhone };
  return { viewport, colorScheme: theme, reducedMotion: "reduce", ...touch };
}

/**
 * Takes all states with one page and counts them.
 * @param {import("playwright").Page} page
 * @param {string} origin
 * @param {string} ending
 */
async function takeAll(page, origin, ending) {
  for (const [name, address] of Object.entries(states)) {
    await page.goto(origin + address);
    await settle(page);
    await page.screenshot({ path: join(folder, `${name}.${ending}.png`) });
  }
  say(ending);
  return Object.keys(states).length;
}

/**
 * Waits until grid and chart, on a sheet, stand in place of what the server sent.
 * @param {import("playwright").Page} page
 */
async function settle(page) {
  const isSheet = (await page.locator(".grid-panel").count()) > 0;
  for (const part of isSheet ? [".grid-panel", ".chart-frame"] : [])
    await page.locator(`${part}[data-ready]`).waitFor({ state: "attached" });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
