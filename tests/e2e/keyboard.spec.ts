import type { Locator } from "@playwright/test";
import {
  address,
  column,
  expect,
  filters,
  find,
  focusedCell,
  heading,
  hoveredRow,
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

/** Presses a key, as a reader without a mouse does, until a thing has the focus. */
async function tabTo(page: Page, stop: Locator, key = "Tab", most = 90) {
  // To look for a name in the whole page after each press takes longer than all presses together.
  let sought = await stop.elementHandles();
  for (let pressed = 0; pressed < most; pressed++) {
    let seen = await page.evaluate(look, sought);
    if (!seen.areThere) {
      sought = await stop.elementHandles();
      seen = await page.evaluate(look, sought);
    }
    if (seen.haveFocus) return;
    await page.keyboard.press(key);
  }
  await expect(stop).toBeFocused();
}

/** Runs in the page. */
const look = (all: readonly Node[]) => ({
  areThere: all.length > 0 && all.every(({ isConnected }) => isConnected),
  haveFocus: all.some((each) => each === document.activeElement),
});

const arrowTo = (page: Page, stop: Locator, key = "ArrowRight") => tabTo(page, stop, key, 20);

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

const inOrder = (stops: readonly string[], wanted: readonly string[]) =>
  stops.filter((stop) => wanted.includes(stop));

async function focusHeading(page: Page) {
  await find(page).focus();
  await tour(page, "grid headings");
}

test("Tab leads to the link past the bar at the top, and by the search and the filters to the grid", async ({
  page,
}) => {
  await open(page, "/attacks");
  await tour(page, "skip link");
  const wanted = ["find", "filters", "grid headings"];
  expect(inOrder(await tour(page, "grid headings"), wanted)).toEqual(wanted);
  await page.locator(".skip").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.locator("main :focus")).toHaveCount(1);
});

test("Tab leads through the table in two stops, on to the chart and the tabs, and back", async ({
  kept: page,
}) => {
  await open(page, "/attacks");
  await focusHeading(page);
  const wanted = ["grid cells", "marks", "tabs"];
  const stops = await tour(page, "tabs", 30);
  expect(inOrder(stops, wanted)).toEqual(wanted);
  await tabTo(page, page.locator(".splitter"), "Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  expect(await focused(page)).toBe("grid cells");
  await page.keyboard.press("Shift+Tab");
  expect(await focused(page)).toBe("grid headings");
  await page.keyboard.press("Shift+Tab");
  expect(await focused(page)).not.toMatch(/^grid/);
});

test("arrow keys walk the marks, which are one stop; Enter selects, Escape clears", async ({
  kept: page,
}) => {
  await open(page, "/attacks?subject=attacks+claimed+by+ISK&document=ctc-2024");
  await tabTo(page, mark(page, "attacks-2020-ctc"));
  await page.keyboard.press("ArrowRight");
  await expect(mark(page, "attacks-2021-ctc")).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(mark(page, "attacks-2022-ctc")).toBeFocused();
  await expect(hoveredRow(page, "attacks-2022-ctc")).toBeAttached();
  await page.keyboard.press("Enter");
  await expect.poll(() => address(page)).toContain("_select=attacks-2022-ctc");
  await page.keyboard.press("Escape");
  await expect.poll(() => address(page)).not.toContain("_select");
  await page.keyboard.press("Home");
  await page.keyboard.press("Tab");
  expect(await focused(page)).not.toBe("marks");
});

test.describe("every task by keys alone", () => {
  test("finding, filtering, counting, and taking filters away", async ({ kept: page }) => {
    await open(page, "/attacks");
    const keys = page.keyboard;
    await tabTo(page, find(page));
    await keys.type("Kandahar");
    await expect.poll(() => address(page)).toBe("/attacks?_find=Kandahar");

    await tabTo(page, filters.list(page));
    await keys.press("Enter");
    await tabTo(page, filters.of(page, "start").locator("summary"));
    await keys.press("Enter");
    await tabTo(page, filters.of(page, "start").getByLabel("From"));
    await keys.type("2020");
    await keys.press("Tab");
    await keys.type("2024");
    await keys.press("Enter");
    await tabTo(page, filters.of(page, "value").locator("summary"));
    await keys.press("Enter");
    await tabTo(page, filters.of(page, "value").getByLabel("From"));
    await keys.type("1");
    await keys.press("Enter");
    await tabTo(page, filters.of(page, "place").locator("summary"));
    await keys.press("Enter");
    await tabTo(page, filters.of(page, "place").getByRole("searchbox"));
    await keys.type("kanda");
    await tabTo(page, filters.only(page, "place", "Kandahar"));
    await keys.press("Enter");
    const narrowed = "value=1..&place=Kandahar&start=2020..2024";
    const sorted = () => address(page).split("?")[1]?.split("&").toSorted();
    await expect.poll(sorted).toEqual([...narrowed.split("&"), "_find=Kandahar"].toSorted());
    await keys.press("Escape");
    await expect(filters.list(page)).toBeFocused();

    const chips = page.getByRole("list", { name: "Filters" }).getByRole("link");
    await expect(chips).toHaveCount(5);
    await tabTo(page, chips.first());
    await keys.press("Enter");
    await expect(chips).toHaveCount(4);
    await expect(chips.first()).toBeFocused();
    await tabTo(page, chips.getByText("Clear all"));
    await tabTo(page, page.getByRole("link", { name: "Clear all" }));
    await keys.press("Enter");
    await expect.poll(() => address(page)).toBe("/attacks");
    await expect(page.locator("main :focus")).toHaveCount(1);

    await tabTo(page, find(page), "Shift+Tab");
    await keys.type("no such thing");
    await tabTo(page, page.getByRole("link", { name: "Remove the search" }));
    await keys.press("Enter");
    await expect.poll(() => address(page)).toBe("/attacks");
    await expect(page.locator("main :focus")).toHaveCount(1);

    await tabTo(page, filters.list(page), "Shift+Tab");
    await keys.press("Enter");
    await tabTo(page, page.getByLabel("Where sources differ"));
    await keys.type("Use the highest");
    await expect.poll(() => address(page)).toBe("/attacks?_count=highest");
  });

  test("sorting, choosing columns, taking cells and selecting rows", async ({ kept: page }) => {
    await open(page, "/attacks?subject=attacks+claimed+by+ISK&document=ctc-2024");
    const keys = page.keyboard;
    const asked = (name: string) => new URL(page.url()).searchParams.get(name);
    await tabTo(page, page.getByRole("columnheader").first());
    await arrowTo(page, heading(page, "Place"));
    await keys.press("Enter");
    await expect.poll(() => asked("_sort")).toBe("place");
    await arrowTo(page, heading(page, "Value"), "ArrowLeft");
    await keys.press("Control+Enter");
    await expect.poll(() => asked("_sort")).toBe("place,value");
    await expect(heading(page, "Value")).toBeFocused();
    await keys.press("Enter");
    await expect.poll(() => asked("_sort")).toBe("-value");
    await expect.poll(() => column(page, "Value")).toEqual(["353", "217", "83", "45", "25"]);

    await keys.press("ArrowDown");
    await keys.press("Shift+ArrowDown");
    await keys.press("Shift+ArrowRight");
    await expect(page.locator(".name-box input")).toHaveValue("B1:C2");
    await keys.press("ControlOrMeta+c");
    await expect
      .poll(() => clipboard(page))
      .toBe("353\tattacks claimed by ISK\n217\tattacks claimed by ISK");
    await keys.press("Escape");
    await expect.poll(() => asked("_select")).toBe(null);
    await keys.press("ArrowDown");
    await keys.press("Space");
    await expect.poll(() => asked("_select")).toBe("attacks-2022-ctc");
    await expect(row(page, "attacks-2022-ctc")).toHaveAttribute("aria-selected", "true");
    await expect(page.locator(".chart-frame .selected")).toHaveCount(1);
    await keys.press("Escape");
    await expect.poll(() => asked("_select")).toBe(null);

    await keys.press("?");
    await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("next sheet");
    await keys.press("Escape");
    await expect(focusedCell(page)).toHaveCount(1);
    await keys.press("Shift+Tab");
    await arrowTo(page, heading(page, "Place"));
    await keys.press("Alt+ArrowDown");
    await expect(filters.of(page, "place").getByRole("searchbox")).toBeFocused();
    await keys.press("Escape");

    const columns = page.locator(".columns-menu");
    await tabTo(page, columns.locator("summary"));
    await keys.press("Enter");
    await tabTo(page, columns.getByRole("checkbox", { name: "Value" }));
    await tabTo(page, columns.getByRole("button", { name: "Move Value left" }));
    await keys.press("Enter");
    await expect.poll(() => asked("_columns")).toMatch(/^value,start,/);
    await expect(columns.locator(":focus")).toHaveCount(1);
    await tabTo(page, columns.getByRole("checkbox", { name: "Place" }));
    await keys.press("Space");
    await expect.poll(() => asked("_columns")).not.toMatch(/\bplace\b/);
    await tabTo(page, columns.getByRole("checkbox", { name: "Paragraph" }));
    await keys.press("Space");
    await expect.poll(() => asked("_columns")).toMatch(/,paragraph$/);
    await keys.press("Escape");
    await expect(columns.locator("summary")).toBeFocused();
    await expect(heading(page, "Place")).toHaveCount(0);
  });

  test("the chart: its measure, kind, scale, documents, marks and image", async ({
    kept: page,
  }) => {
    await open(page, "/attacks");
    const keys = page.keyboard;
    const panel = page.locator(".chart-panel");
    await tabTo(page, measures(page).locator("summary"));
    await keys.press("Enter");
    await tabTo(page, measures(page).getByRole("link", { name: "Attackers", exact: true }));
    await keys.press("Enter");
    await expect.poll(() => address(page)).toBe("/attacks?_measure=attackers");
    await expect(measures(page).locator("summary")).toBeFocused();
    await keys.press("Enter");
    await tabTo(page, measures(page).getByRole("link", { name: "Attacks", exact: true }));
    await keys.press("Enter");
    await expect.poll(() => address(page)).toBe("/attacks");

    await tabTo(page, panel.getByRole("link", { name: "List", exact: true }));
    await keys.press("Enter");
    await expect.poll(() => address(page)).toMatch(/_chart=/);
    await tabTo(page, panel.getByRole("link", { name: "Log scale" }));
    await keys.press("Enter");
    await expect.poll(() => address(page)).toBe("/attacks?_chart=ranges&_scale=log");
    await tabTo(page, panel.getByRole("link", { name: "By year" }), "Shift+Tab");
    await keys.press("Enter");
    await expect.poll(() => address(page)).toBe("/attacks?_scale=log");
    await tabTo(page, panel.getByRole("link", { name: "Leave out of the chart" }).first());
    await keys.press("Enter");
    await expect.poll(() => address(page)).toMatch(/_mute=ctc-2024/);
    await expect(panel.getByRole("link", { name: "Show in the chart" })).toBeFocused();
    await keys.press("Enter");
    await expect.poll(() => address(page)).toBe("/attacks?_scale=log");

    await tabTo(page, mark(page, "attacks-2020-ctc"));
    await keys.press("ArrowRight");
    await keys.press("ArrowRight");
    await expect(mark(page, "attacks-2022-ctc")).toBeFocused();
    await keys.press("Enter");
    await expect.poll(() => address(page)).toMatch(/_select=attacks-2022-ctc/);
    await expect(row(page, "attacks-2022-ctc")).toHaveAttribute("aria-selected", "true");
    await keys.press("Escape");
    await expect.poll(() => address(page)).toBe("/attacks?_scale=log");
    await expect(mark(page, "attacks-2022-ctc")).toBeFocused();

    const save = panel.locator(".save");
    await tabTo(page, save.locator("summary"), "Shift+Tab");
    await keys.press("Enter");
    await tabTo(page, save.getByRole("button", { name: /SVG/ }));
    const image = page.waitForEvent("download");
    await keys.press("Enter");
    expect((await image).suggestedFilename()).toBe("attacks-attacks.svg");
    await expect(save.locator("summary")).toBeFocused();
  });

  test("taking the view along: share, cite, download", async ({ kept: page, baseURL }) => {
    await open(page, "/attacks?place=Kabul");
    await page.evaluate(() => navigator.clipboard.writeText("mine"));
    const keys = page.keyboard;
    const bar = page.getByRole("navigation", { name: "Share and download" });
    await tabTo(page, bar.getByRole("link", { name: "Share" }));
    await keys.press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible();
    await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Copy address" }));
    await keys.press("Enter");
    await expect(page.getByRole("dialog").getByRole("button", { name: "Copied" })).toBeVisible();
    expect(await clipboard(page)).toBe(`${baseURL}/attacks?place=Kabul`);
    await keys.press("Escape");
    await expect(bar.getByRole("link", { name: "Share" })).toBeFocused();
    // A dialog is told of its end a moment after that.
    await expect(page.locator(".share-dialog")).toHaveCount(0);
    await keys.press("Tab");
    await keys.press("Enter");
    const cite = page.getByRole("dialog").getByRole("button", { name: "Copy footnote" }).first();
    await expect(cite).toBeVisible();
    await tabTo(page, cite);
    await keys.press("Enter");
    await expect.poll(() => clipboard(page)).toContain("ISKP in Figures");
    await keys.press("Escape");
    await expect(bar.getByRole("link", { name: "Cite" })).toBeFocused();
    await expect(page.locator(".share-dialog")).toHaveCount(0);

    await keys.press("Tab");
    await keys.press("Enter");
    const list = page.getByRole("dialog", { name: "Download" });
    await expect(list.locator(".offers")).toBeVisible();
    await tabTo(page, list.getByRole("link", { name: "This view: CSV for programs", exact: true }));
    const file = page.waitForEvent("download");
    await keys.press("Enter");
    expect((await file).suggestedFilename()).toMatch(/attacks\.view\.place-is-kabul\.csv$/);
    await keys.press("Escape");
    await expect(bar.getByRole("link", { name: "Download" })).toBeFocused();
  });

  test("how the page looks: theme, split, table or chart alone, plain table", async ({
    kept: page,
  }) => {
    await open(page, "/attacks");
    const keys = page.keyboard;
    await tabTo(page, page.getByRole("button", { name: /^Theme/ }));
    await keys.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    const split = page.getByRole("separator", { name: "Width of the table" });
    await tabTo(page, split);
    await keys.press("ArrowLeft");
    await keys.press("ArrowLeft");
    await expect(split).toHaveAttribute("aria-valuenow", "50");
    const show = (name: string) => page.getByRole("button", { name, exact: true });
    await tabTo(page, show("Chart"), "Shift+Tab");
    await keys.press("Enter");
    await expect(page.locator(".grid-panel")).toBeHidden();
    await expect(show("Chart")).toBeFocused();
    await tabTo(page, show("Both"), "Shift+Tab");
    await keys.press("Enter");
    const columns = page.locator(".columns-menu");
    await tabTo(page, columns.locator("summary"), "Shift+Tab");
    await keys.press("Enter");
    await tabTo(page, columns.getByRole("checkbox", { name: /^Simple table/ }));
    await keys.press("Space");
    await keys.press("Escape");
    await expect(columns.locator("summary")).toBeFocused();
    const table = page.getByRole("table", { name: "Attacks" });
    await tabTo(page, table.getByRole("link", { name: "Value" }));
    await keys.press("Enter");
    await expect(table.locator("th[aria-sort=ascending]")).toHaveText(/^Value/);
    await expect(table.getByRole("link", { name: "Value" })).toBeFocused();
  });

  test("going from sheet to sheet, by the palette, by keys and by tabs", async ({ page }) => {
    await open(page, "/attacks");
    const keys = page.keyboard;
    const title = page.getByRole("heading", { level: 1 });
    await keys.press("ControlOrMeta+k");
    await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
    await keys.press("Escape");
    await expect(page.locator(".find-everywhere input")).toBeFocused();
    await keys.press("ControlOrMeta+k");
    await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
    await keys.type("strength");
    await expect(page.getByRole("option").first()).toContainText("Strength");
    await keys.press("Enter");
    await expect(title).toHaveText("Strength");
    const main = page.locator("main");
    await expect(main).toBeFocused();
    await keys.press("Alt+PageDown");
    await expect(title).toHaveText("Migration");
    await expect(main).toBeFocused();
    await keys.press("Alt+PageUp");
    await expect(title).toHaveText("Strength");
    await expect(main).toBeFocused();
    const tab = page.getByRole("navigation", { name: "Sheets" }).getByText("Casualties");
    await tabTo(page, tab, "Shift+Tab");
    await keys.press("Enter");
    await expect(title).toHaveText("Casualties");
    await expect(tab).toBeFocused();
  });
});

test("without a script yet, the table scrolls by keys", async ({ still: page }) => {
  await page.goto("/attacks");
  const table = page.getByRole("region", { name: "Attacks, table" });
  await table.focus();
  await page.keyboard.press("End");
  await expect(table.getByRole("row").last()).toBeInViewport();
});
