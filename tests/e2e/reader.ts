import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Locator,
  type Page,
  type Request,
  type Response,
} from "@playwright/test";
import Papa from "papaparse";
import { isSheet } from "../../data/table/is-sheet.mjs";

export * from "./grid";
export { expect, type Page };

interface Options {
  /** Statuses from 400 up that a test asks for on purpose. */
  refusals: readonly number[];
}

interface Fixtures {
  /** Listens in a context; what it hears fails the test. The test's own context is watched already. */
  watch: (context: BrowserContext) => Promise<void>;
  /**
   * A page that the tests of a worker use one after the other. `open` brings it to an address as a
   * press on a link does, and mounts the sheet anew: that costs a third of loading it. What a reader
   * has chosen is forgotten before each test. What else outlives a sheet (scripts that are added,
   * routes, widths of columns, what is said once) is for a test with a `page` of its own.
   */
  kept: Page;
  /**
   * The page at an address, for a test that looks, points and measures and changes nothing: the next
   * test that reads there is given it as it stands.
   */
  read: (address: string) => Promise<Page>;
  /** The same without a script. */
  readStill: (address: string) => Promise<Page>;
  /** A page without a script, which tests use one after the other: nothing outlives an address there. */
  still: Page;
}

/** A page that outlives a test, and what its browser has complained of. */
interface Kept {
  readonly page: Page;
  readonly complaints: string[];
  /** Where a test that reads has left it. */
  at: string | null;
}

/** The kept pages of this worker's browser, by what their contexts are made with. */
const kept = new WeakMap<Browser, Map<string, Promise<Kept>>>();

function keptOf(browser: Browser, options: BrowserContextOptions): Promise<Kept> {
  const pages = kept.get(browser) ?? new Map<string, Promise<Kept>>();
  kept.set(browser, pages);
  const make = async () => {
    const context = await browser.newContext(options);
    const complaints: string[] = [];
    await listen(context, new URL(options.baseURL ?? "").origin, [], {
      push: (text) => {
        // Without its scripts nothing uses what a page has preloaded for them.
        const isIdle =
          options.javaScriptEnabled === false && text.includes("was preloaded using link preload");
        if (!isIdle) complaints.push(text);
      },
    });
    const page = await context.newPage();
    if (options.javaScriptEnabled !== false) walking.add(page);
    return { page, complaints, at: null };
  };
  const key = JSON.stringify(options);
  const found = pages.get(key) ?? make();
  pages.set(key, found);
  return found;
}

/** A test that fails when the browser complains of anything, whatever else it expects. */
export const test = base.extend<Options & Fixtures>({
  viewport: { width: 1440, height: 900 },
  refusals: [[], { option: true }],
  watch: [
    async ({ baseURL, refusals }, use) => {
      const complaints: string[] = [];
      await use((context) => listen(context, new URL(baseURL ?? "").origin, refusals, complaints));
      expect(complaints, "what the browser complained of").toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, watch }, use) => {
    await watch(context);
    await use(context);
  },
  kept: async ({ browser, baseURL, viewport, hasTouch, isMobile }, use) => {
    const permissions = ["clipboard-read", "clipboard-write"];
    const options = { baseURL, hasTouch, isMobile, permissions, ...(isMobile && { viewport }) };
    const { page, complaints } = await keptOf(browser, options);
    if (viewport) await resize(page, viewport);
    await page.mouse.move(0, 0);
    await use(page);
    await page.emulateMedia({
      media: null,
      colorScheme: null,
      reducedMotion: null,
      forcedColors: null,
    });
    expect(complaints.splice(0), "what the browser complained of").toEqual([]);
  },
  read: async ({ browser, baseURL, viewport }, use) => {
    await reading(await keptOf(browser, { baseURL }), viewport, use, open);
  },
  readStill: async ({ browser, baseURL, viewport }, use) => {
    await reading(
      await keptOf(browser, noScript(baseURL)),
      viewport,
      use,
      async (page, address) => {
        await page.goto(address);
      },
    );
  },
  still: async ({ browser, baseURL, viewport, refusals }, use) => {
    const kept = await keptOf(browser, noScript(baseURL));
    if (viewport) await resize(kept.page, viewport);
    kept.at = null;
    await use(kept.page);
    const isRefusal = (text: string) => refusals.some((status) => text.includes(`${status}`));
    const complaints = kept.complaints.splice(0).filter((text) => !isRefusal(text));
    expect(complaints, "what the browser complained of").toEqual([]);
  },
});

/** What a kept page without a script is made with. */
const noScript = (baseURL: string | undefined) => ({ baseURL, javaScriptEnabled: false });

async function resize(page: Page, viewport: { width: number; height: number }) {
  const size = page.viewportSize();
  const isSame = size?.width === viewport.width && size.height === viewport.height;
  if (!isSame) await page.setViewportSize(viewport);
  return !isSame;
}

/** Lends a kept page to a test, and fails the test where the browser complains or an address changes. */
async function reading(
  kept: Kept,
  viewport: { width: number; height: number } | null,
  use: (read: (address: string) => Promise<Page>) => Promise<void>,
  goTo: (page: Page, address: string) => Promise<void>,
) {
  const { page, complaints } = kept;
  await use(async (address) => {
    const isResized = viewport !== null && (await resize(page, viewport));
    if (kept.at !== address || isResized) await goTo(page, address);
    else await page.mouse.move(0, 0);
    kept.at = address;
    return page;
  });
  expect(complaints.splice(0), "what the browser complained of").toEqual([]);
  if (kept.at === null) return;
  const { pathname, search } = new URL(page.url());
  expect(pathname + search, "a test that reads stays where it is").toBe(kept.at);
}

/** Waits until React has taken the page over, and with it asked for all that it loads by itself. */
export async function hydrated(page: Page) {
  await page.waitForFunction(() => {
    const keys = [...document.querySelectorAll("body *")].flatMap((each) => Object.keys(each));
    return keys.some((key) => key.startsWith("__react"));
  });
  await page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames++)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

async function listen(
  context: BrowserContext,
  origin: string,
  refusals: readonly number[],
  complaints: { push: (text: string) => unknown },
) {
  const isRefusal = (text: string) =>
    refusals.some((status) => text.includes(`status of ${status}`));
  // A page asks for its figures early: where no script runs, or a busy machine is late, none has used them yet.
  const isEarly = (text: string) => /preloaded using link preload but not used/.test(text);
  context.on("console", (message) => {
    const isBad =
      ["error", "warning"].includes(message.type()) &&
      !isRefusal(message.text()) &&
      !isEarly(message.text());
    const { url } = message.location();
    if (isBad) complaints.push(`console ${message.type()}: ${message.text()} (${url})`);
  });
  context.on("weberror", (error) => {
    complaints.push(`page error: ${error.error()}`);
  });
  context.on("request", (request: Request) => {
    const url = new URL(request.url());
    const isForeign = url.protocol.startsWith("http") && url.origin !== origin;
    if (isForeign) complaints.push(`request to another origin: ${url}`);
  });
  context.on("response", (response: Response) => {
    const isBad = response.status() >= 400 && !refusals.includes(response.status());
    if (isBad) complaints.push(`${response.status()} from ${response.url()}`);
  });
  await context.addInitScript(() => {
    try {
      // A reader who has been here before: what a first visit shows lies over the status bar.
      if (!localStorage.getItem("tour")) localStorage.setItem("tour", "done");
    } catch {
      // A page without storage shows it.
    }
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      reportError(new Error(`policy violation: ${effectiveDirective} blocked ${blockedURI}`));
    });
  });
}

/** Opens an address and waits until grid and chart have taken over from what the server sent. */
export async function open(page: Page, address: string) {
  await visit(page, address);
  await taken(page);
}

/** Loads an address, or goes there within a kept page, which has been loaded before. */
export async function visit(page: Page, address: string) {
  const from = walking.has(page) ? await page.evaluate(placeInWorkbook) : null;
  if (from === null) {
    await page.goto(address);
    return;
  }
  const to = new URL(address, page.url()).pathname;
  // A page is mounted anew only where another one stood; and what is forgotten beside a table is kept again.
  if (from === to || from === "/open") await walk(page, lobby);
  await page.evaluate(forgetChoices);
  if (to !== lobby) await walk(page, address);
}

/** Opens the page for tables of the reader's own, with none open and none kept. */
export async function openEmpty(page: Page) {
  await visit(page, "/open");
  await page.waitForFunction(() => document.querySelector("main")?.dataset.open === "empty");
}

/** Kept pages, which are walked through and not loaded anew. */
const walking = new WeakSet<Page>();

/** A page without a sheet, by way of which a page is mounted anew. */
const lobby = "/method";

/** Runs in the page. Its path, where it is one of the workbook that can go on to another. */
function placeInWorkbook(): string | null {
  return "next" in window && document.querySelector(".tabs") ? location.pathname : null;
}

/** Runs in the page. What a reader has chosen, and the tables that the browser keeps for him, are gone. */
async function forgetChoices(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  localStorage.setItem("tour", "done");
  for (const name of ["theme", "split", "table", "face"])
    delete document.documentElement.dataset[name];
  const gone = (await indexedDB.databases()).map(
    ({ name = "" }) =>
      new Promise((resolve) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = request.onerror = resolve;
      }),
  );
  await Promise.all(gone);
}

/** Goes to an address of the workbook as a press on a link does, and waits until it is there. */
async function walk(page: Page, address: string) {
  const { pathname } = new URL(address, page.url());
  if (pathname === new URL(page.url()).pathname && pathname === lobby) return;
  const push = () =>
    page.evaluate((to) => {
      document.querySelector("main")?.setAttribute("data-left", "");
      (window as unknown as { next: { router: { push: (to: string) => void } } }).next.router.push(
        to,
      );
    }, address);
  const arrived = (timeout: number) =>
    page.waitForFunction(
      (path) =>
        location.pathname === path && document.querySelector("main:not([data-left])") !== null,
      pathname,
      { timeout },
    );
  await push();
  // A page that writes its own address meanwhile ends the way to another one.
  await arrived(8_000).catch(async () => {
    await push();
    await arrived(20_000);
  });
}

/** On a phone, which has room for one of the two, shows the chart in place of the table, until `as` is "table". */
export function showOnPhone(page: Page, as: "chart" | "table") {
  return page.evaluate((face) => {
    document.documentElement.dataset.face = face;
  }, as);
}

/** Waits until grid and chart stand. */
export async function taken(page: Page) {
  // A phone shows one of the two. Asked in the page: an expectation that does not hold yet has all of
  // the page read to it by Playwright, at each try.
  await page.waitForFunction(
    () =>
      document.querySelector(".grid-panel[data-ready]") !== null &&
      document.querySelector(".chart-frame[data-ready]") !== null,
    null,
    { timeout: 20_000 },
  );
}

/** A mark as the chart draws it, of the server or of the browser. */
export interface Drawn {
  readonly id: string;
  readonly label: string;
  readonly isPart: boolean;
  readonly isSelected: boolean;
  readonly isHatched: boolean;
  /** Of the bar or the point; of the words where there is neither. In CSS pixels of the window. */
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

/** The marks of the chart: columns from left to right, lanes from the top down. */
export function marks(page: Page): Promise<Drawn[]> {
  return page.evaluate(readMarks);
}

/** Runs in the page. */
function readMarks(): Drawn[] {
  const all = [...document.querySelectorAll(".chart-frame [data-figure]")];
  const isLane = all.some((mark) => mark.querySelector(".row"));
  const drawn = all.map((mark) => {
    // Several texts stand in one place, of which the style sheet shows the one that fits.
    const shapes = ["rect.fill", "rect.range", ".words", "svg > path.fill", ".row"].flatMap(
      (shape) => [...mark.querySelectorAll(shape)],
    );
    const boxes = shapes.map((shape) => shape.getBoundingClientRect());
    const { x, y, width, height } =
      boxes.find((box) => box.width > 0) ?? mark.getBoundingClientRect();
    return {
      id: mark.getAttribute("data-figure") ?? "",
      label: mark.querySelector("text.value")?.textContent ?? "",
      isPart: mark.classList.contains("part"),
      isSelected: mark.classList.contains("selected"),
      isHatched: mark.querySelector(".hatch") !== null,
      box: { x, y, width, height },
    };
  });
  return drawn.toSorted((a, b) =>
    isLane ? a.box.y - b.box.y : a.box.x - b.box.x || a.box.y - b.box.y,
  );
}

/** The ids of the marks, in the order in which they stand. */
export async function markIds(page: Page): Promise<string[]> {
  return (await marks(page)).map(({ id }) => id);
}

export function mark(page: Page, id: string): Locator {
  return page.locator(`.chart-frame [data-figure="${id}"]`);
}

/** Whether an element can be seen from top to bottom: nothing cuts it off, nothing lies on it. */
export function isInSight(shown: Locator): Promise<boolean> {
  return shown.evaluate((element) => {
    const { x, top, bottom, width } = element.getBoundingClientRect();
    return [top + 3, bottom - 3].every((y) =>
      element.contains(document.elementFromPoint(x + width / 2, y)),
    );
  });
}

/** How far the page itself can be scrolled sideways, in CSS pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** Rules of axe, by their tags and but for some, or by their names. */
export type Audit =
  | { readonly tags: string[]; readonly but?: string[] }
  | { readonly rules: string[] };

/**
 * Each breach of a rule as the rule with the element that breaks it. No page holds a frame of
 * another site, so axe runs in the page alone, and describes nothing but what it finds wrong: that
 * takes less than half of the time. Elements that match `without` are left alone.
 */
export async function breaches(page: Page, audit: Audit, without?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  if (without) axe.exclude(without);
  const chosen =
    "tags" in audit
      ? axe.withTags(audit.tags).disableRules(audit.but ?? [])
      : axe.withRules(audit.rules);
  const { violations } = await chosen.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

export function find(page: Page): Locator {
  return page.getByRole("searchbox", { name: "Find in this sheet" });
}

/** The list of filters, and in it the filter of one column. */
export const filters = {
  list: (page: Page) => page.locator(".filter-list > summary"),
  of: (page: Page, field: string) => page.locator(`.filter-field[data-column="${field}"]:visible`),
  value: (page: Page, field: string, value: string) =>
    filters.of(page, field).locator(`input[type=checkbox][value="${value}"]`),
  /** The button beside a value that leaves it alone ticked. */
  only: (page: Page, field: string, value: string) =>
    filters
      .of(page, field)
      .locator(".list-value", { has: page.locator(`input[value="${value}"]`) })
      .getByRole("button", { name: /^Only / }),
};

/** The box that keeps the server's table in place of the grid, in the list of columns. */
export async function simpleTable(page: Page): Promise<Locator> {
  const list = page.locator(".columns-menu");
  if ((await list.getAttribute("open")) === null) await list.locator("summary").click();
  return list.getByRole("checkbox", { name: /^Simple table/ });
}

/** The measures of the chart: a row of links or, where there are many, a list that opens. */
export function measures(page: Page): Locator {
  return page.getByRole("navigation", { name: "Measure of the chart" });
}

/** Has the chart draw another measure, named as the picker names it. */
export async function choose(page: Page, measure: string) {
  const list = measures(page).locator("summary");
  if ((await list.count()) > 0) await list.click();
  await measures(page).getByRole("link", { name: measure, exact: true }).click();
}

/** The measure that the chart draws. */
export function chosen(page: Page): Locator {
  return measures(page).locator("[aria-current]");
}

/** Path and query of the page as a person would write them. */
export function address(page: Page): string {
  const { pathname, search } = new URL(page.url());
  return pathname + decodeURIComponent(search.replaceAll("+", " "));
}

/** "4 of 35" out of the sentence that counts what the view shows. */
export async function counted(page: Page): Promise<string | undefined> {
  const status = page.getByRole("status").filter({ hasText: / of / });
  const text = await status.innerText();
  return /^[\d,]+ of [\d,]+/.exec(text)?.[0];
}

/** A record of a CSV file, every value as text. */
export interface Record {
  readonly [field: string]: string | undefined;
}

/** CSV → header and records, read by PapaParse. */
export function parseCsv(text: string): { fields: string[]; records: Record[] } {
  const { data, errors, meta } = Papa.parse<Record>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return { fields: meta.fields ?? [], records: data };
}

/** A file of the data package as it stands in the repository. */
export function packageFile(name: string): string {
  return readFileSync(new URL(`../../data/package/${name}`, import.meta.url), "utf8");
}

/** The ids of records, in their order. */
export function idsOf(records: readonly Record[]): (string | undefined)[] {
  return records.map(({ id }) => id);
}

/** How many figures a sheet has, repeats included. */
export function countOf(sheet: string): number {
  return parseCsv(packageFile(`${sheet}.csv`)).records.length;
}

/** The records of a sheet that a view without a query shows: all but those that repeat another. */
export function unfolded(sheet: string): Record[] {
  return parseCsv(packageFile(`${sheet}.csv`)).records.filter(({ echoes }) => echoes === "");
}

interface Sheet {
  readonly name: string;
  readonly title: string;
}

/** The sheets that the descriptor names. */
export const sheets: readonly Sheet[] = JSON.parse(
  packageFile("datapackage.json"),
).resources.filter(isSheet);

/** All sheets in one: how many figures, how many without a repeat, how many of these without a date. */
export const whole = {
  figures: sheets.reduce((sum, { name }) => sum + countOf(name), 0),
  shown: sheets.reduce((sum, { name }) => sum + unfolded(name).length, 0),
  undated: sheets
    .flatMap(({ name }) => unfolded(name))
    .filter(({ start, end, as_of }) => !start && !end && !as_of).length,
};

/** The list of downloads. */
export async function openDownloads(page: Page): Promise<Locator> {
  const bar = page.getByRole("navigation", { name: "Share and download" });
  await bar.getByRole("link", { name: "Download" }).click();
  const list = page.getByRole("dialog", { name: "Download" });
  await expect(list.locator(".offers")).toBeVisible();
  return list;
}

/** Takes a file out of the list of downloads, and reads it. */
export async function downloaded(page: Page, name: RegExp) {
  const list = await openDownloads(page);
  const coming = page.waitForEvent("download");
  await list.getByRole("link", { name }).click();
  const download = await coming;
  await list.getByRole("button", { name: "Close" }).click();
  const text = readFileSync(await download.path(), "utf8");
  return { name: download.suggestedFilename(), text, ...parseCsv(text) };
}

/** Where rows begin, and how many pixels of the window are rows or chart. */
export function heights(page: Page) {
  return page.evaluate(() => {
    const inWindow = (selector: string) => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      const foot = document.querySelector(".tabs")?.getBoundingClientRect().top ?? innerHeight;
      return box ? Math.max(0, Math.min(foot, box.bottom) - Math.max(0, box.top)) : 0;
    };
    const rows = [...document.querySelectorAll("[role=row][row-id]")];
    const tops = rows.map((row) => row.getBoundingClientRect().top);
    return {
      first: Math.min(...tops) / innerHeight,
      work: Math.max(inWindow(".grid-panel"), inWindow(".chart-panel")) / innerHeight,
    };
  });
}

/** Keeps the scripts of a page back, from before it is opened until the function that comes back is called. */
export async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  return release;
}
