import {
  address,
  column,
  expect,
  filters,
  find,
  heading,
  mark,
  measures,
  open,
  type Page,
  row,
  test,
} from "./reader";

/** What a reader would call the thing that has the focus. */
function focused(page: Page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    const within = (selector: string) => at?.closest(selector) !== null;
    if (within(".skip")) return "skip link";
    if (within(".find")) return "find";
    if (within(".filter-list")) return "filters";
    if (within("[role=columnheader]")) return "grid headings";
    if (within("[role=gridcell]")) return "grid cells";
    if (within(".grid-panel")) return "grid";
    if (within("nav[aria-label^=Measure]")) return "measures";
    if (within("[data-figure]")) return "marks";
    if (within(".chart-panel")) return "chart";
    if (within(".downloads, .download-menu")) return "downloads";
    if (within("nav[aria-label=Sheets]")) return "tabs";
    return at?.textContent?.trim() ?? "";
  });
}

/** What Tab leads to, each once, until it comes to `last` or has been pressed too often. */
async function tour(page: Page, last: string, most = 60): Promise<string[]> {
  const stops: string[] = [];
  for (let pressed = 0; pressed < most && stops.at(-1) !== last; pressed++) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (stops.at(-1) !== stop) stops.push(stop);
  }
  return stops;
}

const inOrder = (stops: readonly string[], wanted: readonly string[]) =>
  stops.filter((stop) => wanted.includes(stop));

async function focusHeading(page: Page) {
  await find(page).focus();
  await tour(page, "grid headings");
}

test("Tab leads by the search and the filters to the grid", async ({ page }) => {
  await open(page, "/attacks");
  const wanted = ["skip link", "find", "filters", "grid headings"];
  expect(inOrder(await tour(page, "grid headings"), wanted)).toEqual(wanted);
});

test("Tab leads through the table in two stops, on to the chart and the tabs, and back", async ({
  page,
}) => {
  await open(page, "/attacks");
  await focusHeading(page);
  const wanted = ["grid cells", "marks", "downloads", "tabs"];
  const stops = await tour(page, "tabs", 30);
  expect(inOrder(stops, wanted)).toEqual(wanted);
  await page.locator(".splitter").focus();
  await page.keyboard.press("Shift+Tab");
  expect(await focused(page)).toBe("grid cells");
  await page.keyboard.press("Shift+Tab");
  expect(await focused(page)).toBe("grid headings");
  await page.keyboard.press("Shift+Tab");
  expect(await focused(page)).not.toMatch(/^grid/);
});

test("arrow keys walk the marks, which are one stop; Enter selects, Escape clears", async ({
  page,
}) => {
  await open(page, "/attacks?subject=attacks+claimed+by+ISK");
  await page.locator(".legend a").last().focus();
  await page.keyboard.press("Tab");
  await expect(mark(page, "attacks-2020-ctc")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(mark(page, "attacks-2021-ctc")).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(mark(page, "attacks-2022-ctc")).toBeFocused();
  await expect(page.locator('[row-id="attacks-2022-ctc"].hovered').first()).toBeAttached();
  await page.keyboard.press("Enter");
  await expect.poll(() => address(page)).toContain("_select=attacks-2022-ctc");
  await page.keyboard.press("Escape");
  await expect.poll(() => address(page)).not.toContain("_select");
  await page.keyboard.press("Home");
  await page.keyboard.press("Tab");
  expect(await focused(page)).not.toBe("marks");
});

test("the skip link leads past the bar at the top", async ({ page }) => {
  await open(page, "/attacks");
  await tour(page, "skip link");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.locator("main :focus")).toHaveCount(1);
});

test("Enter on a heading sorts, and the focus stays", async ({ page }) => {
  await open(page, "/attacks?subject=attacks+claimed+by+ISK");
  await focusHeading(page);
  while ((await page.locator(":focus").getAttribute("col-id")) !== "value")
    await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect.poll(() => new URL(page.url()).searchParams.get("_sort")).toBe("value");
  await expect(heading(page, "Value")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => column(page, "Value")).toEqual(["353", "217", "83", "45", "25"]);
});

test("Space selects the row that has the focus, and lets go of it", async ({ page }) => {
  await open(page, "/attacks");
  await focusHeading(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(row(page, "attacks-2021-ctc")).toHaveAttribute("aria-selected", "true");
  expect(address(page)).toBe("/attacks?_select=attacks-2021-ctc");
  await expect(page.locator(".chart-frame .selected")).toHaveCount(1);
  await page.keyboard.press("Space");
  await expect.poll(() => address(page)).toBe("/attacks");
});

test("a filter is set by keys alone", async ({ page }) => {
  await open(page, "/attacks");
  await filters.list(page).focus();
  await page.keyboard.press("Enter");
  await filters.of(page, "basis").locator("summary").focus();
  await page.keyboard.press("Enter");
  const focus = page.locator(":focus");
  for (let pressed = 0; pressed < 5; pressed++) {
    await page.keyboard.press("Tab");
    if ((await focus.getAttribute("type")) === "checkbox") break;
  }
  await page.keyboard.press("Space");
  await expect.poll(() => address(page)).toMatch(/^\/attacks\?basis=\w+$/);
});

test("Escape closes the list of filters, and the focus is back on its button", async ({ page }) => {
  await open(page, "/attacks");
  const list = filters.list(page);
  await list.focus();
  await page.keyboard.press("Enter");
  const place = filters.of(page, "place").locator("summary");
  await place.focus();
  await page.keyboard.press("Escape");
  await expect(place).toBeHidden();
  await expect(list).toBeFocused();
});

test("Enter on a measure draws it", async ({ page }) => {
  await open(page, "/counter-operations");
  await measures(page).getByRole("link", { name: "Arrested", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => address(page)).toBe("/counter-operations?_measure=arrested");
});

test("without a script yet, the table scrolls by keys", async ({ browser, watch }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await watch(context);
  const page = await context.newPage();
  await page.goto("/attacks");
  const table = page.getByRole("region", { name: "Attacks, table" });
  await table.focus();
  await page.keyboard.press("End");
  await expect(table.getByRole("row").last()).toBeInViewport();
  await context.close();
});
