import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalog } from "@/data/site/catalog";
import { listPages } from "@/data/site/pages";
import { type Browser, click, evaluate, type Found, pressWithControl, type } from "./browser";
import { complaints } from "./ears";

const site = process.env.SITE_ORIGIN ?? "";
const listed = listPages(loadCatalog()).map(({ name }) => `/${name}`);
const paths = [...listed, "/embed/attacks", "/no-such-sheet"];
const poll = { timeout: 20_000 };
/** The one value that is left of a list in which all are ticked at first. */
const onlyKabul = '.filter-field[data-column=place] .only[aria-label="Only Kabul"]';

/** What a reader does first, in a browser; skipped by the name of the package where there is none. */
export function testWorkbook(title: string, find: (site: string) => Found) {
  const browser = find(site);
  if ("missing" in browser) test.skip(`${title} needs ${browser.missing}`, () => {});
  else describe(title, () => testPages(browser.start));
}

function testPages(start: () => Promise<Browser>) {
  let page: Browser;
  beforeAll(async () => {
    page = await start();
  });
  afterAll(() => page?.close());

  test.each(paths)(
    "opens %s without a complaint, no wider than the window or a phone",
    async (path) => {
      await open(page, path);
      expect(await textOf(page, "h1")).not.toBe("");
      expect(await fits(page)).toBe(true);
      await page.resize(400, 800);
      await expect.poll(() => fits(page), poll).toBe(true);
      await page.resize(1440, 900);
      expect(await complaints(page)).toEqual([]);
    },
  );

  test("a heading sorts upward, then downward, and Back takes that back", async () => {
    await open(page, "/attacks?subject=attacks+claimed+by+ISK");
    const given = [83, 353, 217, 45, 25].map((value) => `${value} attacks`);
    const upward = given.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
    await expect.poll(() => columnOf(page, "value"), poll).toEqual(given);
    await click(page, `${heading("value")} .grid-title`);
    await expect.poll(() => columnOf(page, "value"), poll).toEqual(upward);
    await click(page, `${heading("value")} .grid-title`);
    await expect.poll(() => columnOf(page, "value"), poll).toEqual(upward.toReversed());
    await expect
      .poll(() => addressOf(page), poll)
      .toBe("/attacks?subject=attacks claimed by ISK&_sort=-value");
    await goBack(page);
    await expect.poll(() => columnOf(page, "value"), poll).toEqual(upward);
    expect(await complaints(page)).toEqual([]);
  });

  test("a value chosen in the list of filters narrows rows, marks and address", async () => {
    await open(page, "/attacks");
    await click(page, ".filter-list > summary");
    await click(page, ".filter-field[data-column=place] > summary");
    await click(page, onlyKabul);
    await expect.poll(() => uniqueIn(columnOf(page, "place")), poll).toEqual(["Kabul"]);
    await expect.poll(() => addressOf(page), poll).toBe("/attacks?place=Kabul");
    const rows = await rowIds(page);
    await expect.poll(async () => subtract(await markIds(page), rows), poll).toEqual([]);
    expect(await complaints(page)).toEqual([]);
  });

  test("the funnel in a heading opens that column's filter", async () => {
    await open(page, "/attacks");
    await click(page, `${heading("place")} .grid-filter`);
    await click(page, onlyKabul);
    await expect.poll(() => uniqueIn(columnOf(page, "place")), poll).toEqual(["Kabul"]);
    expect(await complaints(page)).toEqual([]);
  });

  test("a word typed into the search box leaves the rows that hold it", async () => {
    await open(page, "/attacks");
    await click(page, ".filters input[name=_find]");
    await type(page, "Moscow");
    await expect.poll(() => addressOf(page), poll).toBe("/attacks?_find=Moscow");
    await expect.poll(() => uniqueIn(columnOf(page, "place")), poll).toContain("Moscow");
    expect(await complaints(page)).toEqual([]);
  });

  test("a row that is clicked is selected, its mark too, and the source bar says who states it", async () => {
    await open(page, "/attacks");
    await click(page, `${row("attacks-2021-ctc")} [col-id=value]`);
    await expect.poll(() => selectedIn(page), poll).toEqual(both("attacks-2021-ctc"));
    await expect.poll(() => textOf(page, ".source-text"), poll).toContain("CTC Sentinel");
    expect(await complaints(page)).toEqual([]);
  });

  test("a mark that is clicked is selected, and its row too", async () => {
    await open(page, "/attacks");
    await click(page, ".chart-frame [data-figure=attacks-2022-ctc] .fill");
    await expect.poll(() => selectedIn(page), poll).toEqual(both("attacks-2022-ctc"));
    await expect.poll(() => addressOf(page), poll).toBe("/attacks?_select=attacks-2022-ctc");
    expect(await complaints(page)).toEqual([]);
  });

  test("the file of a view is downloaded, with its rows in their order", async () => {
    await open(page, "/attacks?place=Kabul&_sort=-value");
    const rows = await rowIds(page);
    await click(page, ".share-bar .download");
    await expect.poll(() => textOf(page, "dialog[open] .offers"), poll).toContain("This view");
    await click(page, 'dialog[open] a[href^="/data/attacks.csv?"]:not([href*="_for="])');
    await expect.poll(() => idsInDownloads(page), poll).toEqual(rows);
    expect(await complaints(page)).toEqual([]);
  });

  test("the chart is saved as a picture of double size", async () => {
    await open(page, "/strength");
    await click(page, ".save > summary");
    await click(page, ".save li:nth-child(2) button");
    await expect.poll(() => widthOfPicture(page), poll).toBe(1760);
    expect(await complaints(page)).toEqual([]);
  });

  test("Control and K open the palette, and Enter goes where it points", async () => {
    await open(page, "/attacks");
    await pressWithControl(page, "k");
    await expect
      .poll(() => evaluate(page, () => document.activeElement?.role ?? ""), poll)
      .toBe("combobox");
    await type(page, "territory");
    await expect.poll(() => textOf(page, "dialog[open] [role=option]"), poll).toMatch(/territory/i);
    await type(page, "\uE007");
    await expect.poll(() => textOf(page, "h1"), poll).toBe("Territory");
    expect(await complaints(page)).toEqual([]);
  });
}

/** Opens an address and, where it has a grid, waits until grid and chart stand. */
async function open(browser: Browser, path: string) {
  await browser.open(path);
  await expect.poll(() => evaluate(browser, unready), poll).toEqual([]);
}

/** Runs in the page: what of grid and chart does not yet stand. */
function unready(): string[] {
  const parts = document.querySelector(".grid-panel") ? [".grid-panel", ".chart-frame"] : [];
  return parts.filter((part) => !document.querySelector(`${part}[data-ready]`));
}

/** Whether a page is no wider than its window. */
function fits(browser: Browser): Promise<boolean> {
  return evaluate(browser, () => document.documentElement.scrollWidth <= innerWidth);
}

function goBack(browser: Browser) {
  return evaluate(browser, () => {
    history.back();
    return null;
  });
}

function heading(column: string) {
  return `[role=columnheader][col-id=${column}]`;
}

function row(id: string) {
  return `[role=row][row-id="${id}"]`;
}

function textOf(browser: Browser, selector: string): Promise<string> {
  return evaluate(browser, (of) => document.querySelector(of)?.textContent ?? "", selector);
}

/** Path and query as a person would write them. */
function addressOf(browser: Browser): Promise<string> {
  return evaluate(browser, () => {
    return location.pathname + decodeURIComponent(location.search.replaceAll("+", " "));
  });
}

/** The cells of a column from the top down, of the rows that are drawn. */
function columnOf(browser: Browser, column: string): Promise<string[]> {
  return evaluate(
    browser,
    (name) => {
      const cells = [...document.querySelectorAll(`[role=row][row-id] [col-id=${name}]`)];
      const top = (cell: Element) => cell.getBoundingClientRect().top;
      return cells.toSorted((a, b) => top(a) - top(b)).map((cell) => cell.textContent ?? "");
    },
    column,
  );
}

/** The ids of the rows from the top down. */
function rowIds(browser: Browser): Promise<string[]> {
  return evaluate(browser, () => {
    const rows = [...document.querySelectorAll("[role=row][row-id]")];
    const top = (row: Element) => row.getBoundingClientRect().top;
    const sorted = rows.toSorted((a, b) => top(a) - top(b));
    return [...new Set(sorted.map((row) => row.getAttribute("row-id") ?? ""))];
  });
}

function markIds(browser: Browser): Promise<string[]> {
  return evaluate(browser, () =>
    [...document.querySelectorAll(".chart-frame [data-figure]")].map(
      (mark) => mark.getAttribute("data-figure") ?? "",
    ),
  );
}

/** The ids that are selected in the grid, and those in the chart. */
function selectedIn(browser: Browser) {
  return evaluate(browser, () => {
    const idsOf = (selector: string, name: string) => [
      ...new Set([...document.querySelectorAll(selector)].map((each) => each.getAttribute(name))),
    ];
    return {
      rows: idsOf("[role=row][aria-selected=true]", "row-id"),
      marks: idsOf(".chart-frame .selected[data-figure]", "data-figure"),
    };
  });
}

function both(id: string) {
  return { rows: [id], marks: [id] };
}

/** The ids in the one file that was downloaded; none before it has come. */
function idsInDownloads({ downloads }: Browser): string[] {
  const file = readdirSync(downloads).find((name) => name.endsWith(".csv"));
  if (!file) return [];
  const text = readFileSync(join(downloads, file), "utf8");
  const { data } = Papa.parse<{ id: string }>(text, { header: true, skipEmptyLines: true });
  return data.map(({ id }) => id);
}

/** The width of the one picture that was downloaded, as its file says; null before it has come. */
function widthOfPicture({ downloads }: Browser): number | null {
  const file = readdirSync(downloads).find((name) => name.endsWith(".png"));
  const bytes = file ? readFileSync(join(downloads, file)) : null;
  return bytes && bytes.length > 20 ? bytes.readUInt32BE(16) : null;
}

async function uniqueIn(values: Promise<readonly string[]>): Promise<string[]> {
  return [...new Set(await values)];
}

function subtract(from: readonly string[], taken: readonly string[]): string[] {
  return from.filter((each) => !taken.includes(each));
}
