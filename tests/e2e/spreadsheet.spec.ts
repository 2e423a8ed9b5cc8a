import {
  address,
  cell,
  cellOf,
  expect,
  filters,
  find,
  heading,
  headings,
  hydrated,
  ids,
  idsOf,
  isInSight,
  open,
  type Page,
  row,
  rowCount,
  rows,
  taken,
  test,
  unfolded,
} from "./reader";

const sizes = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
};

/** The attacks that ISK claimed, a year each: 83, 353, 217, 45, and 25 of those in one province. */
const claimed = "/attacks?subject=attacks+claimed+by+ISK&document=ctc-2024";

const nameBox = (page: Page) => page.locator(".name-box input");
const totals = (page: Page) => page.locator(".totals");
const chips = (page: Page) => page.getByRole("list", { name: "Filters" }).getByRole("link");
const separator = (page: Page) => page.getByRole("separator", { name: "Width of the table" });

/** Presses the mouse on one cell, moves it to another, and lets go. */
async function drag(page: Page, from: [number, string], to: [number, string]) {
  await cell(page, ...from).hover();
  await page.mouse.down();
  await cell(page, ...to).hover();
  await page.mouse.up();
}

/** What a field gets that the reader pastes into. */
async function paste(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement("textarea");
    field.id = "pasted";
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press("ControlOrMeta+v");
  const text = await page.locator("#pasted").inputValue();
  await page.locator("#pasted").evaluate((field) => field.remove());
  return text;
}

async function openFilter(page: Page, field: string) {
  await filters.list(page).click();
  await filters.of(page, field).locator("summary").click();
}

test.describe("cells", () => {
  test("rows are numbered from 1 in the order they stand in", async ({ read }) => {
    const page = await read("/attacks?_sort=-value");
    const numbers = ["1", "2", "3", "4"];
    for (const [index, number] of numbers.entries())
      await expect(cell(page, index + 1, "row-number")).toHaveText(number);
  });

  test("a range is drawn with the mouse or with Shift, moved by arrows and let go by Escape", async ({
    kept: page,
  }) => {
    await open(page, "/attacks");
    await test.step("dragging selects a rectangle that the name box names", async () => {
      await drag(page, [2, "value"], [5, "subject"]);
      await expect(nameBox(page)).toHaveValue("B2:C5");
      await expect(page.locator(".in-range")).toHaveCount(8);
    });
    await test.step("Escape lets go of it", async () => {
      await page.keyboard.press("Escape");
      await expect(page.locator(".in-range")).toHaveCount(0);
      await expect.poll(() => address(page)).toBe("/attacks");
    });
    await test.step("dragging up and to the left selects the same rectangle", async () => {
      await drag(page, [5, "subject"], [2, "value"]);
      await expect(nameBox(page)).toHaveValue("B2:C5");
    });
    await test.step("an arrow key alone moves to the next cell", async () => {
      await cell(page, 2, "value").click();
      await page.keyboard.press("ArrowRight");
      await expect(nameBox(page)).toHaveValue("C2");
      await page.keyboard.press("ArrowDown");
      await expect(nameBox(page)).toHaveValue("C3");
    });
    await test.step("Shift and a click stretch the range to the cell", async () => {
      await cell(page, 2, "value").click();
      await cell(page, 5, "subject").click({ modifiers: ["Shift"] });
      await expect(nameBox(page)).toHaveValue("B2:C5");
    });
    await test.step("Shift and arrow keys stretch the range and shrink it again", async () => {
      await cell(page, 2, "value").click();
      for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight"])
        await page.keyboard.press(`Shift+${key}`);
      await expect(nameBox(page)).toHaveValue("B2:C5");
      await page.keyboard.press("Shift+ArrowUp");
      await expect(nameBox(page)).toHaveValue("B2:C4");
    });
  });

  test("row number, source bar and status bar follow what is selected", async ({ kept: page }) => {
    await open(page, claimed);
    await test.step("a press on a row's number takes the whole row", async () => {
      await cell(page, 2, "row-number").click();
      await expect(nameBox(page)).toHaveValue(/^A2:[A-Z]+2$/);
      await expect.poll(() => address(page)).toMatch(/_select=attacks-2021-ctc$/);
    });
    await test.step("the source bar tells who states the figure of the cell", async () => {
      await cell(page, 1, "value").click();
      const source = page.getByRole("region", { name: "Source of the selected figure" });
      await expect(source).toContainText("printed as “83 (2020)");
      await page.keyboard.press("ArrowDown");
      await expect(source).toContainText("printed as “353 (2021)”");
      await page.keyboard.press("ArrowDown");
      await expect(source).toContainText("printed as “217 (2022) attacks”");
    });
    await test.step("the status bar adds up the rows of the range", async () => {
      await drag(page, [1, "value"], [3, "value"]);
      await expect(totals(page)).toContainText("Sum 653");
      await expect(totals(page)).toContainText("Lowest 83");
      await expect(totals(page)).toContainText("Highest 353");
      await cell(page, 1, "value").click();
      await cell(page, 2, "value").click({ modifiers: ["Shift"] });
      await expect(totals(page)).toContainText("Sum 436");
    });
  });

  test("a range is copied as lines of cells, as a table and with its headings", async ({
    kept: page,
  }) => {
    await open(page, claimed);
    await test.step("Ctrl+C copies it, and a field takes it as lines of cells", async () => {
      await drag(page, [1, "start"], [3, "value"]);
      await page.keyboard.press("ControlOrMeta+c");
      await expect(page.getByText("Copied", { exact: true })).toBeVisible();
      expect(await paste(page)).toBe("2020\t83\n2021\t353\n2022\t217");
    });
    await test.step("it is a table for a spreadsheet too", async () => {
      const cells = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const html = (await (await item?.getType("text/html"))?.text()) ?? "";
        const { rows = [] } =
          new DOMParser().parseFromString(html, "text/html").querySelector("table") ?? {};
        return [...rows].map((row) => [...row.cells].map((cell) => cell.textContent));
      });
      expect(cells).toEqual([
        ["2020", "83"],
        ["2021", "353"],
        ["2022", "217"],
      ]);
    });
    await test.step("the button copies it with the headings of its columns", async () => {
      await drag(page, [1, "start"], [2, "value"]);
      await page.getByRole("button", { name: "Copy with headers" }).click();
      await expect.poll(() => paste(page)).toBe("Period\tValue\n2020\t83\n2021\t353");
    });
  });

  test("a bound is pasted as text, so that no reader takes it for a number", async ({
    kept: page,
  }) => {
    await open(page, "/casualties?event=tehran-2017");
    await drag(page, [1, "value"], [2, "value"]);
    await page.keyboard.press("ControlOrMeta+c");
    await expect(page.getByText("Copied", { exact: true })).toBeVisible();
    expect(await paste(page)).toBe("≥ 17\n50");
  });

  test("Ctrl+A takes all rows, and exact numbers leave as the file has them", async ({
    kept: page,
  }) => {
    await open(page, "/migration?precision=exact&_columns=value,as_printed");
    await cell(page, 1, "value").click();
    await page.keyboard.press("ControlOrMeta+a");
    const exact = unfolded("migration").filter(({ precision }) => precision === "exact");
    await expect(nameBox(page)).toHaveValue(`A1:B${exact.length}`);
    await page.keyboard.press("ControlOrMeta+c");
    await expect(page.getByText("Copied", { exact: true })).toBeVisible();
    const numbers = (await paste(page)).split("\n").map((line) => line.split("\t")[0]);
    expect(numbers).toEqual(exact.map(({ best }) => best));
  });
});

test.describe("filters", () => {
  test("a list of values is searched, and All takes what the search left", async ({
    kept: page,
  }) => {
    await open(page, "/attacks");
    await openFilter(page, "place");
    const list = filters.of(page, "place");
    await list.getByRole("searchbox", { name: "Search values of Place" }).fill("kabul");
    await expect(filters.value(page, "place", "Moscow")).toBeHidden();
    await list.getByRole("button", { name: "All", exact: true }).click();
    const held = unfolded("attacks").filter(({ place = "" }) => /kabul/i.test(place));
    await expect.poll(() => ids(page)).toEqual(idsOf(held));
    await list.getByRole("button", { name: "None", exact: true }).click();
    await expect.poll(() => address(page)).toBe("/attacks?place!=*");
    await list.getByRole("searchbox", { name: "Search values of Place" }).fill("");
    await list.getByRole("button", { name: "All", exact: true }).click();
    await expect.poll(() => address(page)).toBe("/attacks");
  });

  test("each value has the number of rows that the other filters leave it", async ({
    kept: page,
  }) => {
    await open(page, "/attacks?basis=reported");
    await openFilter(page, "place");
    const shown = await filters.of(page, "place").locator(".list-value").allInnerTexts();
    const reported = unfolded("attacks").filter(({ basis }) => basis === "reported");
    const inKabul = reported.filter(({ place = "" }) => place.split("|").includes("Kabul"));
    expect(inKabul.length).toBeGreaterThan(0);
    expect(
      shown.map((text) =>
        text
          .replace(/\s+|only/g, " ")
          .replace(/ +/g, " ")
          .trim(),
      ),
    ).toContain(`Kabul ${inKabul.length}`);
  });

  test("a number is narrowed from and to, and words state none", async ({ kept: page }) => {
    await open(page, "/attacks");
    await openFilter(page, "value");
    const field = filters.of(page, "value");
    await field.getByLabel("From").fill("200");
    await page.keyboard.press("Tab");
    await expect(chips(page).filter({ hasText: "200" })).toBeVisible();
    await field.getByLabel("To").fill("300");
    await page.keyboard.press("Enter");
    await expect.poll(() => address(page)).toBe("/attacks?value=200..300");
    await expect(cell(page, 1, "value")).toContainText("217");
    expect(await ids(page)).toContain("attacks-2022-ctc");
    expect(await ids(page)).not.toContain("attacks-2021-ctc");
    expect(await ids(page)).not.toContain("large-attacks-osw");
  });

  test("find marks what it found", async ({ kept: page }) => {
    await open(page, "/attacks");
    await find(page).fill("kabul");
    const found = page.locator(".grid-host mark");
    await expect(found.first()).toBeVisible();
    for (const text of await found.allTextContents()) expect(text).toMatch(/^kabul$/i);
  });

  test("find knows that Krasnogorsk is another name of Crocus City Hall", async ({
    kept: page,
  }) => {
    await open(page, "/casualties");
    await find(page).fill("krasnogorsk");
    const held = unfolded("casualties").filter(({ event }) => event === "crocus-2024");
    expect(held.length).toBeGreaterThan(1);
    await expect.poll(() => ids(page)).toEqual(idsOf(held));
  });

  test("each filter is a chip that goes alone, and Clear all takes the rest and leaves the order", async ({
    kept: page,
  }) => {
    await open(page, "/attacks?place=Kabul&basis=reported&_find=attack&_sort=-value");
    await expect(chips(page)).toHaveText([/Kabul/, /reported/, /“attack”/, "Clear all"]);
    await chips(page).filter({ hasText: "Kabul" }).click();
    await expect
      .poll(() => address(page))
      .toBe("/attacks?basis=reported&_find=attack&_sort=-value");
    const kept = unfolded("attacks").filter(({ basis }) => basis === "reported");
    await expect.poll(async () => (await ids(page)).toSorted()).toEqual(idsOf(kept).toSorted());
    await chips(page).filter({ hasText: "Clear all" }).click();
    await expect.poll(() => address(page)).toBe("/attacks?_sort=-value");
    await expect(chips(page)).toHaveCount(0);
    await expect(find(page)).toHaveValue("");
    await expect.poll(async () => (await ids(page)).length).toBe(unfolded("attacks").length);
  });

  test("an empty result names the filter to blame, and its link brings rows back", async ({
    kept: page,
  }) => {
    await open(page, "/attacks?place=Kabul&_find=rocket");
    const region = page.locator("div.empty");
    await expect(region).toContainText("No rows match.");
    const drop = region.getByRole("link", { name: /Remove “.*Kabul”/ });
    await expect(region.getByRole("listitem").filter({ hasText: /Kabul” 1 row$/ })).toBeVisible();
    await drop.click();
    await expect.poll(() => ids(page)).toEqual(["rocket-attacks-2022-osw"]);
    await expect.poll(() => address(page)).toBe("/attacks?_find=rocket");
    await expect(region).toBeHidden();
  });
});

test.describe("columns", () => {
  const summary = (page: Page) => page.locator(".columns-menu > summary");

  test("columns are hidden, moved, shown and set back, each in the address", async ({
    kept: page,
  }) => {
    await open(page, "/attacks?_columns=value,place,document");
    await summary(page).click();
    const menu = page.locator(".columns-menu");
    await menu.getByRole("checkbox", { name: "Place" }).uncheck();
    await expect.poll(() => headings(page)).toEqual(["Value", "Source"]);
    await menu.getByRole("button", { name: "Move Source left" }).click();
    await expect.poll(() => headings(page)).toEqual(["Source", "Value"]);
    await expect.poll(() => address(page)).toBe("/attacks?_columns=document,value");
    await expect(menu.getByRole("button", { name: "Move Source left" })).toBeDisabled();
    await test.step("two boxes that are ticked at once both count, of columns that are not usual too", async () => {
      await menu.evaluate((menu) => {
        for (const name of ["Place", "Precision"])
          [...menu.querySelectorAll("label")]
            .find((label) => label.textContent?.trim() === name)
            ?.click();
      });
      await expect.poll(() => headings(page)).toEqual(["Source", "Value", "Place", "Precision"]);
    });
    await menu.getByRole("link", { name: "Reset" }).click();
    await expect.poll(() => address(page)).toBe("/attacks");
    expect(await headings(page)).toContain("Place");
  });

  test("Fit widths makes a column as wide as what it holds", async ({ page }) => {
    await open(page, "/attacks?_columns=value,place");
    const width = async () => (await heading(page, "Place").boundingBox())?.width;
    const before = await width();
    await summary(page).click();
    await page.getByRole("button", { name: "Fit widths" }).click();
    await expect.poll(width).not.toBe(before);
  });

  test("the order of several columns is numbered in their headings", async ({ read }) => {
    const page = await read("/attacks?_sort=place,-value");
    await expect(heading(page, "Place")).toContainText("1");
    await expect(heading(page, "Value")).toContainText("2");
    await expect(heading(page, "Place")).toHaveAttribute("aria-sort", "ascending");
    await expect(heading(page, "Value")).toHaveAttribute("aria-sort", "descending");
  });

  for (const [device, viewport] of Object.entries(sizes))
    test.describe(`on a ${device}`, () => {
      test.use({ viewport });
      test("the first columns stay when the table is scrolled sideways", async ({ kept: page }) => {
        await open(page, "/attacks");
        const place = async (field: string) => (await cell(page, 1, field).boundingBox())?.x ?? 0;
        const before = { first: await place("start"), value: await place("value") };
        await cell(page, 1, "value").hover();
        await page.mouse.wheel(160, 0);
        await expect.poll(() => place("value")).toBeLessThan(before.value - 100);
        expect(await place("start")).toBe(before.first);
        expect(await isInSight(cell(page, 1, "start"))).toBe(true);
        expect(await isInSight(cell(page, 1, "row-number"))).toBe(true);
      });
    });
});

test.describe("keys", () => {
  const palette = (page: Page) => page.getByRole("dialog", { name: "Find in all sheets" });

  test("Ctrl+K finds Krasnogorsk in all sheets and jumps to a row", async ({ kept: page }) => {
    await open(page, "/attacks");
    await page.keyboard.press("ControlOrMeta+k");
    await expect(palette(page).getByRole("combobox")).toBeFocused();
    await page.keyboard.type("krasnogorsk");
    const options = palette(page).getByRole("option");
    await expect(options.first()).toContainText("Crocus City Hall");
    const kinds = await options.locator(".kind").allTextContents();
    for (let down = kinds.indexOf("Figure"); down > 0; down--)
      await page.keyboard.press("ArrowDown");
    await expect(palette(page).locator("[aria-selected=true]")).toContainText("Figure");
    await page.keyboard.press("Enter");
    await expect.poll(() => address(page)).toMatch(/^\/[a-z-]+\?_select=[a-z0-9-]+$/);
    const id = new URL(page.url()).searchParams.get("_select");
    await expect(row(page, id ?? "")).toHaveAttribute("aria-selected", "true");
    expect(await isInSight(cellOf(page, id ?? ""))).toBe(true);
    await expect(palette(page)).toBeHidden();
  });

  test("single keys act in the table alone, and each leads back", async ({ kept: page }) => {
    await open(page, "/attacks");
    await test.step("the palette says when it finds nothing, and Escape closes it", async () => {
      await page.keyboard.press("ControlOrMeta+k");
      await palette(page).getByRole("combobox").fill("no such thing anywhere");
      await expect(palette(page).getByRole("status")).toHaveText("Nothing found.");
      await palette(page).getByRole("combobox").fill("");
      await page.keyboard.press("Escape");
      await expect(palette(page)).toBeHidden();
      await expect.poll(() => address(page)).toBe("/attacks");
    });
    await test.step("? lists the keys, and Escape goes back to the cell", async () => {
      await cell(page, 2, "value").click();
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("next sheet");
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog", { name: "Keys" })).toBeHidden();
      await expect(cell(page, 2, "value")).toBeFocused();
    });
    await test.step("a slash leads from the table to the search box", async () => {
      await cell(page, 2, "value").click();
      await page.keyboard.press("/");
      await expect(find(page)).toBeFocused();
      await expect(find(page)).toHaveValue("");
    });
    await test.step("a field takes single keys as letters", async () => {
      await find(page).pressSequentially("?np/");
      await expect(find(page)).toHaveValue("?np/");
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Attacks");
    });
    await test.step("outside table and chart single keys do nothing", async () => {
      await find(page).fill("");
      await expect.poll(() => address(page)).not.toContain("_find");
      const before = address(page);
      await filters.list(page).focus();
      for (const key of ["?", "n", "/"]) await page.keyboard.press(key);
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await expect(filters.list(page)).toBeFocused();
      await expect.poll(() => address(page)).toBe(before);
    });
    await test.step("Alt and Page Down lead to the next sheet, and letters to none", async () => {
      const title = page.getByRole("heading", { level: 1 });
      await cell(page, 2, "value").click();
      await page.keyboard.type("note");
      await expect(title).toHaveText("Attacks");
      await page.keyboard.press("Alt+PageDown");
      await expect(title).toHaveText("Counter-operations");
      await taken(page);
      await cell(page, 2, "value").click();
      await page.keyboard.press("Alt+PageUp");
      await expect(title).toHaveText("Attacks");
    });
  });

  test("Back takes one gesture back at a time, and Forward brings it again", async ({
    kept: page,
  }) => {
    await open(page, "/attacks");
    await heading(page, "Value").click();
    await expect.poll(() => address(page)).toBe("/attacks?_sort=value");
    await openFilter(page, "place");
    await filters.only(page, "place", "Kabul").click();
    await expect.poll(() => address(page)).toBe("/attacks?place=Kabul&_sort=value");
    await page.goBack();
    await expect.poll(() => address(page)).toBe("/attacks?_sort=value");
    await page.goBack();
    await expect.poll(() => address(page)).toBe("/attacks");
    await expect.poll(() => ids(page)).toEqual(idsOf(unfolded("attacks")));
    await page.goForward();
    await page.goForward();
    await expect.poll(() => address(page)).toBe("/attacks?place=Kabul&_sort=value");
  });

  test("what is typed into the search box is one step, each time it is entered", async ({
    kept: page,
  }) => {
    await open(page, "/attacks");
    await find(page).pressSequentially("Kabul", { delay: 20 });
    await expect.poll(() => address(page)).toBe("/attacks?_find=Kabul");
    await heading(page, "Value").click();
    await expect.poll(() => address(page)).toBe("/attacks?_find=Kabul&_sort=value");
    await find(page).fill("");
    await find(page).pressSequentially("Moscow", { delay: 20 });
    await expect.poll(() => address(page)).toBe("/attacks?_find=Moscow&_sort=value");
    await page.goBack();
    await expect.poll(() => address(page)).toBe("/attacks?_find=Kabul&_sort=value");
    await expect(find(page)).toHaveValue("Kabul");
    await page.goBack();
    await page.goBack();
    await expect.poll(() => address(page)).toBe("/attacks");
  });
});

test.describe("how the page looks", () => {
  test.use({ colorScheme: "light" });

  const paper = (page: Page) =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  test("the theme that was chosen stands before a page is painted", async ({ page }) => {
    await page.goto("/method");
    await hydrated(page);
    const light = await paper(page);
    const theme = page.getByRole("button", { name: /^Theme: / });
    await theme.click();
    await theme.click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    const dark = await paper(page);
    expect(dark).not.toBe(light);
    await page.goto("/casualties", { waitUntil: "commit" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect.poll(() => paper(page)).toBe(dark);
  });

  test("grid and chart take the theme of the page", async ({ kept: page }) => {
    await open(page, "/attacks");
    const colours = () =>
      page.evaluate(() => {
        const grid = document.querySelector("[role=gridcell]");
        const words = document.querySelector(".chart-frame text");
        return [grid && getComputedStyle(grid).color, words && getComputedStyle(words).fill];
      });
    const light = await colours();
    await page.getByRole("button", { name: /^Theme: / }).click();
    await page.getByRole("button", { name: /^Theme: / }).click();
    const dark = await colours();
    expect(dark[0]).not.toBe(light[0]);
    expect(dark[1]).not.toBe(light[1]);
  });

  test("the line between table and chart is moved by keys and by the mouse, either takes the whole width, and a reload brings it back", async ({
    kept: page,
  }) => {
    await open(page, "/attacks");
    const grid = page.locator(".grid-host");
    const chart = page.locator(".chart-frame");
    const show = (name: string) => page.getByRole("button", { name, exact: true });
    const width = async () => (await page.locator(".grid-panel").boundingBox())?.width ?? 0;
    const before = await width();
    await test.step("keys move the line", async () => {
      await separator(page).focus();
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowLeft");
      await expect(separator(page)).toHaveAttribute("aria-valuenow", "50");
      await expect.poll(width).toBeLessThan(before - 100);
    });
    await test.step("the mouse drags it", async () => {
      const box = await separator(page).boundingBox();
      await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, 500);
      await page.mouse.down();
      await page.mouse.move(576, 500, { steps: 5 });
      await page.mouse.up();
      await expect(separator(page)).toHaveAttribute("aria-valuenow", "40");
      await expect.poll(async () => (await separator(page).boundingBox())?.x).toBeLessThan(600);
    });
    const after = await width();
    await page.reload();
    await expect(separator(page)).toHaveAttribute("aria-valuenow", "40");
    expect(await width()).toBe(after);
    await test.step("table or chart alone take the whole width", async () => {
      await show("Table").click();
      await expect(chart).toBeHidden();
      expect((await grid.boundingBox())?.width).toBeGreaterThan(1400);
      await show("Chart").click();
      await expect(grid).toBeHidden();
      expect((await chart.boundingBox())?.width).toBeGreaterThan(1300);
    });
    await page.reload();
    await expect(chart).toBeVisible();
    await expect(grid).toBeHidden();
    await expect(show("Chart")).toHaveAttribute("aria-pressed", "true");
    await show("Both").click();
    await expect(grid).toBeVisible();
    await expect(chart).toBeVisible();
  });

  test("paper gets all rows of the view, the filters in words and the chart in slices, white and with where and when, no tools", async ({
    kept: page,
  }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await open(page, "/figures?basis=reported");
    const marks = await page.locator(".chart-frame [data-figure]").count();
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const total = await rowCount(page);
    expect(total).toBeGreaterThan(60);
    await expect(page.locator(".plain-table tbody tr")).toHaveCount(total);
    await expect(page.locator(".plain-table tbody tr").last()).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(chips(page).first()).toContainText("reported");
    await expect(page.locator(".chart-frame")).toBeVisible();
    for (const tool of [".tools", ".tabs", ".source-bar", ".splitter", ".share-bar", ".grid-host"])
      await expect.soft(page.locator(tool), tool).toBeHidden();
    const controls = page.locator(":is(button, summary, input, select):not(.left-out > *)");
    expect.soft(await controls.filter({ visible: true }).allInnerTexts()).toEqual([]);
    await test.step("its texts are dark, on white, and it says where and when", async () => {
      expect(Math.max(...(await page.evaluate(lightnessOfTexts)))).toBeLessThan(180);
      await expect(page.locator(".on-paper")).toContainText("/figures?basis=reported, ");
      await expect(page.getByText(/version \d+\.\d+\.\d+/).first()).toBeVisible();
    });
    await test.step("a tall chart is cut between its rows, and shows each mark once", async () => {
      const slices = await page.locator(".slice").evaluateAll(marksInSlices);
      expect(slices.length).toBeGreaterThan(1);
      expect(Math.max(...slices.map(({ height }) => height))).toBeLessThan(220);
      expect(slices.reduce((sum, slice) => sum + slice.marks, 0)).toBe(marks);
    });
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await expect(page.locator(".plain-table")).toHaveCount(0);
    expect((await rows(page)).length).toBe(total);
  });
});

/** Runs in the page: how light its texts are, from 0 to 255. */
function lightnessOfTexts(): number[] {
  return [document.body, ...document.querySelectorAll(".chart .value, .plain-table td")].map(
    (each) => {
      const style = getComputedStyle(each);
      const color = each instanceof SVGElement ? style.fill : style.color;
      return Math.max(...(color.match(/\d+/g) ?? ["255"]).slice(0, 3).map(Number));
    },
  );
}

/** Runs in the page: how high each slice of the chart is, and how many marks have their middle in it. */
function marksInSlices(slices: Element[]) {
  return slices.map((slice) => {
    const { top, bottom, height } = slice.getBoundingClientRect();
    const marks = [...slice.querySelectorAll("[data-figure]")].filter((mark) => {
      const box = mark.getBoundingClientRect();
      const middle = box.top + box.height / 2;
      return middle >= top && middle < bottom;
    });
    return { height, marks: marks.length };
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: sizes.phone, hasTouch: true, isMobile: true });

  test("columns and filters open as a sheet from below, and a thumb can tick one", async ({
    kept: page,
  }) => {
    await open(page, "/attacks");
    await page.locator(".columns-menu > summary").tap();
    const columns = await page.locator(".columns-menu .menu-body").boundingBox();
    expect(columns?.width).toBe(390);
    expect(Math.round((columns?.y ?? 0) + (columns?.height ?? 0))).toBe(844);
    await page.keyboard.press("Escape");
    await filters.list(page).tap();
    const sheet = await page.locator(".filter-fields").boundingBox();
    expect(sheet?.x).toBe(0);
    expect(sheet?.width).toBe(390);
    expect(Math.round((sheet?.y ?? 0) + (sheet?.height ?? 0))).toBe(844);
    await filters.of(page, "basis").locator("summary").tap();
    const option = filters.of(page, "basis").locator("label").first();
    expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(40);
    await option.tap();
    await expect.poll(() => address(page)).toMatch(/^\/attacks\?basis!?=/);
  });

  test("the tabs stand where the sheet's own can be seen", async ({ kept: page }) => {
    await open(page, "/context");
    const tab = page.getByRole("navigation", { name: "Sheets" }).locator("[aria-current]");
    await expect(tab).toHaveText("Context");
    await expect(tab).toBeInViewport({ ratio: 0.95 });
  });

  test("a tap on a cell tells its source, and More opens all of it", async ({ kept: page }) => {
    await open(page, claimed);
    await cell(page, 2, "value").tap();
    const text = page.locator(".source-text");
    await expect(text).toContainText("printed as “353 (2021)”");
    const height = async () => (await text.boundingBox())?.height ?? 0;
    const before = await height();
    await page.getByRole("button", { name: "More" }).tap();
    await expect.poll(height).toBeGreaterThan(before);
  });

  test("the page does not scroll sideways, whatever is open", async ({ kept: page }) => {
    await open(page, "/attacks?place=Kabul&basis=reported&_find=attack");
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await filters.list(page).tap();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.keyboard.press("Escape");
    await page.getByRole("searchbox", { name: "Find in all sheets" }).tap();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
});
