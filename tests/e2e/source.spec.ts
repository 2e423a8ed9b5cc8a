import type { Figure } from "@/data/figure/figure";
import { address, cell, expect, mark, open, type Page, showOnPhone, test } from "./reader";

const widths = [390, 768, 1024, 1280, 1440, 1920] as const;

/** Runs in the page: whether the name of the document is whole in the source bar, once that speaks of a figure. */
function readName(printed: string): boolean | null {
  const text = document.querySelector(".source-text");
  if (!text?.textContent?.includes(`printed as “${printed}”`)) return null;
  const name = text?.querySelector("cite a");
  const around = text?.getBoundingClientRect();
  const boxes = [...(name?.getClientRects() ?? [])];
  if (!around || boxes.length === 0) return null;
  return boxes.every(
    ({ left, right, top, bottom }) =>
      left >= around.left - 1 &&
      right <= Math.min(around.right + 1, window.innerWidth) &&
      top >= around.top - 2 &&
      bottom <= around.bottom + 2,
  );
}

test("the source bar never cuts the name of a document at any width", async ({
  kept: page,
  request,
}) => {
  const figures: readonly Figure[] = await (await request.get("/data/figures.json")).json();
  // What stands before the name: the value, or its words, and who counted or claimed it.
  const before = ({ as_printed, claimant, precision, subject }: Figure) =>
    `${precision === "words" ? as_printed : ""}${claimant}${subject}`.length;
  const longest = figures.toSorted((a, b) => before(b) - before(a)).slice(0, 6);
  // With few other rows in table and chart a window changes its width in less time.
  const subjects = new URLSearchParams(longest.map(({ subject }) => ["subject", subject ?? ""]));
  const all = `_repeats=show&${subjects}`;
  await open(page, `/figures?${all}`);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const { id, as_printed } of longest) {
      await page.evaluate(
        (query) => history.replaceState(null, "", query),
        `?${all}&_select=${id}`,
      );
      // Asked in each frame: a poll comes too late for so many.
      await test.step(`${id} at ${width} px`, async () => {
        await page.waitForFunction(readName, as_printed, { timeout: 20_000 });
      });
    }
  }
});

test("the source leads to what is known of the document, and to where it is published", async ({
  kept: page,
}) => {
  await open(page, "/figures?_repeats=show&_select=killed-crocus-dawn");
  const text = page.locator(".source-text");
  await expect(text.getByRole("link", { name: "dawn.com" })).toHaveAttribute(
    "href",
    "https://dawn.com/news/1826214/is-isis-still-a-global-threat",
  );
  await text.getByRole("link", { name: "Dawn", exact: true }).click();
  await expect(page).toHaveURL(/\/documents#dawn-2024$/);
  await expect(page.locator("#ctc-2024")).toContainText("No public address is known");
});

test.describe("one selection", () => {
  const text = (page: Page) => page.locator(".source-text");
  const status = (page: Page) => page.locator(".status-bar [role=status]").first();
  const [ctc2020, ctc2021, ctc2022] = [2020, 2021, 2022].map((year) => `attacks-${year}-ctc`);

  test("a mark chosen after a cell is what everything speaks of, and Escape lets go of it everywhere", async ({
    kept: page,
  }) => {
    await open(page, "/attacks");
    await cell(page, 2, "value").click();
    await expect(text(page)).toContainText("353 attacks");
    await mark(page, ctc2022 ?? "").click();
    await expect(text(page)).toContainText("217 attacks");
    await expect(text(page)).not.toContainText("353");
    await expect.poll(() => address(page)).toBe(`/attacks?_select=${ctc2022}`);
    await page.getByRole("button", { name: "Copy citation" }).click();
    await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(": 217 attacks (");
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain("\t217\tattacks claimed by ISK\tCTC Sentinel\t");
    await mark(page, ctc2022 ?? "").focus();
    await page.keyboard.press("Escape");
    await expect(text(page)).toContainText("Click a number");
    await expect.poll(() => address(page)).toBe("/attacks");
    await expect(page.getByRole("button", { name: "Copy", exact: true })).toHaveCount(0);
  });

  test("a figure added by Ctrl is in the source, the sum and the copy", async ({ kept: page }) => {
    await open(page, "/attacks");
    await cell(page, 3, "value").click();
    await cell(page, 1, "value").click({ modifiers: ["Control"] });
    await expect(text(page)).toContainText("2 figures — CTC Sentinel: 83 attacks · 217 attacks");
    await expect(status(page)).toContainText("2 figures selected");
    await page.keyboard.press("Control+c");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split("\n").map((row) => row.split("\t").slice(0, 2))).toEqual([
      ["2020", "83"],
      ["2022", "217"],
    ]);
  });

  test("a mark chosen after a range of cells takes its place", async ({ kept: page }) => {
    await open(page, "/attacks");
    await cell(page, 2, "value").click();
    await cell(page, 3, "value").click({ modifiers: ["Shift"] });
    await expect(page.locator(".name-box input")).toHaveValue("B2:B3");
    await mark(page, ctc2020 ?? "").click();
    await expect(page.locator(".name-box input")).toHaveValue("1");
    await expect(text(page)).toContainText("83 attacks");
    await expect(page.locator(".in-range")).toHaveCount(0);
  });

  test("the arrow keys choose, and Escape on a cell lets go of what a mark chose", async ({
    kept: page,
  }) => {
    await open(page, `/attacks?_select=${ctc2021}`);
    await cell(page, 1, "value").click();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(text(page)).toContainText("217 attacks");
    await expect.poll(() => address(page)).toBe(`/attacks?_select=${ctc2022}`);
    await page.keyboard.press("Escape");
    await expect.poll(() => address(page)).toBe("/attacks");
    await expect(text(page)).toContainText("Click a number");
    await page.keyboard.press(" ");
    await expect.poll(() => address(page)).toBe(`/attacks?_select=${ctc2022}`);
  });

  test.describe("by touch", () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
    test("a tap on a mark takes the place of a tap on a cell", async ({ kept: page }) => {
      await open(page, "/attacks");
      await cell(page, 2, "value").tap();
      await expect(text(page)).toContainText("353 attacks");
      await showOnPhone(page, "chart");
      await mark(page, ctc2022 ?? "").tap();
      await expect(text(page)).toContainText("217 attacks");
      await expect.poll(() => address(page)).toBe(`/attacks?_select=${ctc2022}`);
    });
  });
});

test("a chosen measure is said above the table, and rows of others are grey", async ({
  kept: page,
}) => {
  await open(page, "/casualties?_measure=injured-in-attacks");
  await expect(page.locator(".table-remarks")).toHaveText(
    /^Chosen for the chart: injured in attacks\. \d+ rows in grey are not of it\.$/,
  );
  const grey = await page.locator(".grid-host .cell-text.other-measure").count();
  expect(grey).toBeGreaterThan(10);
});

test("values sort within their unit, which is said", async ({ kept: page }) => {
  await open(page, "/context?_sort=-value");
  await expect(page.locator(".table-remarks")).toContainText(
    "Values are sorted within their unit: years,",
  );
});
