import {
  address,
  cell,
  column,
  expect,
  focusedCell,
  frozenHeading,
  funnel,
  heading,
  headingOf,
  headings,
  open,
  overflow,
  type Page,
  rowAt,
  rowCount,
  test,
} from "./reader";

const nameBox = (page: Page) => page.getByRole("textbox", { name: "Name box" });
const menu = (page: Page) => page.getByRole("menu", { name: "Cell" });
const item = (page: Page, name: string | RegExp) => menu(page).getByRole("menuitem", { name });
const panel = (page: Page, title: string) => page.getByRole("dialog", { name: title, exact: true });
const few =
  "/attacks?subject=attacks+claimed+by+ISK&document=ctc-2024&_columns=start,value,place,document";

test.describe("keys of a spreadsheet", () => {
  test("go to the edges of the table, of which cells are not in the page yet", async ({
    kept: page,
  }) => {
    await open(page, "/figures");
    await cell(page, 3, "value").click();
    const count = await rowCount(page);
    for (const [key, name] of [
      ["Control+End", /^[A-Z]+\d+$/],
      ["Control+Home", /^A1$/],
      ["End", /^[B-Z][A-Z]*1$/],
      ["Home", /^A1$/],
      ["Control+ArrowDown", /^A\d+$/],
      ["Control+ArrowRight", /^[B-Z][A-Z]*\d+$/],
      ["Control+ArrowUp", /^[B-Z][A-Z]*1$/],
      ["Control+ArrowLeft", /^A1$/],
    ] as const) {
      await page.keyboard.press(key);
      await expect(nameBox(page)).toHaveValue(name);
      await expect(focusedCell(page)).toHaveCount(1);
    }
    await page.keyboard.press("Control+ArrowDown");
    await expect(rowAt(page, count)).toBeVisible();
  });

  test("move and stretch by a screen of rows", async ({ kept: page }) => {
    await open(page, "/figures");
    await cell(page, 1, "value").click();
    await expect(nameBox(page)).not.toHaveValue("–");
    const place = await nameBox(page).inputValue();
    const letter = place.replace(/\d+$/, "");
    await page.keyboard.press("PageDown");
    await expect(nameBox(page)).not.toHaveValue(place);
    const to = await nameBox(page).inputValue();
    await page.keyboard.press("PageUp");
    await expect(nameBox(page)).toHaveValue(place);
    await page.keyboard.press("Shift+PageDown");
    await expect(nameBox(page)).toHaveValue(`${place}:${to}`);
    await page.keyboard.press("Shift+Control+End");
    await expect(nameBox(page)).toHaveValue(new RegExp(`^${letter}1:[A-Z]+\\d{2,}$`));
  });

  // A page of its own: what is said once is said once a load.
  test("cells are taken, named and not changed", async ({ kept: page }) => {
    await open(page, few);
    await test.step("keys take columns, rows and all", async () => {
      await cell(page, 2, "value").click();
      await page.keyboard.press("Control+Space");
      await expect(nameBox(page)).toHaveValue("B1:B5");
      await cell(page, 2, "value").click();
      await page.keyboard.press("Shift+Space");
      await expect(nameBox(page)).toHaveValue("A2:D2");
      await headingOf(page, "row-number").click();
      await expect(nameBox(page)).toHaveValue("A1:D5");
    });
    await test.step("a name that is typed leads to its cells, and one that is none is asked about", async () => {
      await nameBox(page).fill("b2:c3");
      await page.keyboard.press("Enter");
      await expect(nameBox(page)).toHaveValue("B2:C3");
      await expect(page.locator(".in-range")).toHaveCount(4);
      await expect(cell(page, 2, "value")).toBeFocused();
      await nameBox(page).fill("Z99");
      await page.keyboard.press("Enter");
      await expect(page.locator(".name-box [role=status]")).toHaveText(
        '"Z99" is not in the table, which ends at D5.',
      );
      await page.keyboard.press("Escape");
      await expect(nameBox(page)).toHaveValue("B2:C3");
    });
    await test.step("to change a figure is answered once, with the way to a copy", async () => {
      const said = page.locator(".notice");
      await cell(page, 2, "value").click();
      await page.keyboard.press("4");
      await expect(said).toContainText("Published figures cannot be edited.");
      await expect(
        said.getByRole("link", { name: "Copy this sheet to a table of my own" }),
      ).toHaveAttribute("href", "/open#_sheet=attacks");
      await said.getByRole("button", { name: "Close" }).click();
      await cell(page, 2, "value").click();
      for (const key of ["F2", "Delete", "Control+v", "x"]) await page.keyboard.press(key);
      await expect(said).toBeEmpty();
      await expect(cell(page, 2, "value")).toHaveText("353 attacks");
    });
  });

  test("headings have the letters by which cells are named, also once columns are hidden", async ({
    kept: page,
  }) => {
    await open(page, few);
    const letters = () => headings(page, "letters and titles");
    await expect.poll(letters).toEqual(["A Period", "B Value", "C Place", "D Source"]);
    await funnel(page, "value").click();
    await panel(page, "Value").getByRole("button", { name: "Hide column" }).click();
    await expect.poll(letters).toEqual(["A Period", "B Place", "C Source"]);
  });
});

test.describe("the menu of a cell", () => {
  test("keeps what the cell shows, or leaves it out, by the second button", async ({
    kept: page,
  }) => {
    await open(page, "/attacks?_columns=value,document");
    await cell(page, 1, "document").click({ button: "right" });
    await item(page, "Filter by “CTC Sentinel”").click();
    await expect.poll(() => address(page)).toMatch(/document=ctc-2024/);
    await expect(menu(page)).toBeHidden();
    await cell(page, 1, "document").click({ button: "right" });
    await expect(item(page, "All but “CTC Sentinel”")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => address(page)).not.toMatch(/document=/);
    await cell(page, 1, "document").click({ button: "right" });
    await item(page, "All but “CTC Sentinel”").click();
    await expect.poll(() => address(page)).toMatch(/document!=ctc-2024/);
  });

  test("opens by keys at its cell, is walked through, and gives the focus back", async ({
    kept: page,
  }) => {
    await open(page, few);
    await cell(page, 2, "value").click();
    await page.keyboard.press("Shift+F10");
    await expect(item(page, /^Copy$/)).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(item(page, "Report a mistake")).toBeFocused();
    await page.keyboard.press("l");
    await expect(item(page, "Largest first")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(cell(page, 2, "value")).toBeFocused();
    await page.keyboard.press("ContextMenu");
    await page.keyboard.press("l");
    await page.keyboard.press("Enter");
    await expect.poll(() => address(page)).toMatch(/_sort=-value/);
    await expect.poll(() => column(page, "Value")).toEqual(["353", "217", "83", "45", "25"]);
  });

  test("copies the range that it is opened on, and else the cell", async ({ kept: page }) => {
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await open(page, few);
    await cell(page, 1, "start").click();
    await cell(page, 2, "value").click({ modifiers: ["Shift"] });
    await cell(page, 2, "start").click({ button: "right" });
    await item(page, "Copy with headers").click();
    await expect.poll(copied).toBe("Period\tValue\n2020\t83\n2021\t353");
    await cell(page, 3, "value").click({ button: "right" });
    await item(page, /^Copy$/).click();
    await expect.poll(copied).toBe("217");
  });
});

test.describe("the menu of a column", () => {
  test("hides, freezes and fits it, and what was done to widths lasts through filters and sheets", async ({
    page,
  }) => {
    await open(page, "/attacks");
    const header = headingOf(page, "start");
    const width = async () => (await header.boundingBox())?.width ?? 0;
    const usual = await width();
    await funnel(page, "start").click();
    await panel(page, "Period").getByRole("button", { name: "Fit width" }).click();
    await expect.poll(width).not.toBe(usual);
    const fitted = await width();
    await funnel(page, "value").click();
    await panel(page, "Value").getByRole("button", { name: "Freeze up to here" }).click();
    const isFrozen = () => frozenHeading(page, "value").count();
    await expect.poll(isFrozen).toBe(1);
    await funnel(page, "value").click();
    await panel(page, "Value").getByRole("button", { name: "Largest first" }).click();
    await expect.poll(() => address(page)).toBe("/attacks?_sort=-value");
    await page.getByRole("searchbox", { name: "Find in this sheet" }).fill("kabul");
    await expect.poll(() => address(page)).toMatch(/kabul/);
    expect([await width(), await isFrozen()]).toEqual([fitted, 1]);
    await page.getByRole("link", { name: "Strength" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Strength");
    await page.getByRole("link", { name: "Attacks", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Attacks");
    await expect.poll(width).toBe(fitted);
    await expect.poll(isFrozen).toBe(1);
  });

  test("opens under its button, and what it filters by shows in heading and button", async ({
    kept: page,
  }) => {
    await open(page, "/attacks");
    await funnel(page, "place").click();
    const [pressed, opened] = [
      await funnel(page, "place").boundingBox(),
      await panel(page, "Place").boundingBox(),
    ];
    expect(opened?.y).toBeGreaterThanOrEqual((pressed?.y ?? 0) + (pressed?.height ?? 0));
    expect(Math.abs((opened?.y ?? 0) - (pressed?.y ?? 0))).toBeLessThan(40);
    await panel(page, "Place").getByRole("button", { name: "Only Kabul", exact: true }).click();
    await expect(funnel(page, "place")).toHaveAccessibleName("Filter Place, filtered");
    await expect(page.locator(".filter-list > summary")).toHaveText("Filters (1)");
    await page.keyboard.press("Escape");
    await expect(panel(page, "Place")).toBeHidden();
    await expect(funnel(page, "place")).toBeFocused();
  });

  test("wraps the text of cells, in the address where it is asked for there", async ({
    kept: page,
  }) => {
    await open(page, "/attacks?_columns=value,note");
    const height = async () => (await cell(page, 1, "note").boundingBox())?.height ?? 0;
    const one = await height();
    const wrap = page.getByRole("button", { name: "Wrap text" });
    await wrap.click();
    await expect.poll(height).toBeGreaterThan(one + 10);
    await wrap.click();
    await expect.poll(height).toBe(one);
    await open(page, "/attacks?_columns=value,note&_table=wrap");
    await expect.poll(height).toBeGreaterThan(one + 10);
  });
});

test.describe("undo", () => {
  const undo = (page: Page) => page.getByRole("button", { name: "Undo" });
  const redo = (page: Page) => page.getByRole("button", { name: "Redo" });

  test("takes back filters, order, columns, search and rule, and redo brings them again", async ({
    kept: page,
  }) => {
    await open(page, "/attacks");
    await expect(undo(page)).toBeDisabled();
    await heading(page, "Value").click();
    await funnel(page, "place").click();
    await panel(page, "Place").getByRole("button", { name: "Only Kabul", exact: true }).click();
    await page.keyboard.press("Escape");
    await funnel(page, "place").click();
    await panel(page, "Place").getByRole("button", { name: "Hide column" }).click();
    await expect.poll(() => address(page)).toMatch(/_columns=/);
    await page.locator(".filter-list > summary").click();
    await page.getByLabel("Where sources differ").selectOption("lowest");
    await page.keyboard.press("Escape");
    await page.getByRole("searchbox", { name: "Find in this sheet" }).pressSequentially("attack");
    await expect.poll(() => address(page)).toMatch(/_find=attack/);
    const whole = address(page);
    await page.locator("main").evaluate((main) => {
      main.tabIndex = -1;
      main.focus();
    });
    const steps = [/_count=lowest/, /_columns=/, /place=Kabul/, /_sort=value/];
    for (const step of steps) {
      await page.keyboard.press("ControlOrMeta+z");
      await expect.poll(() => address(page)).toMatch(step);
    }
    await expect.poll(() => address(page)).toBe("/attacks?_sort=value");
    await undo(page).click();
    await expect.poll(() => address(page)).toBe("/attacks");
    await expect(undo(page)).toBeDisabled();
    for (let step = 0; step < 4; step++) await page.keyboard.press("ControlOrMeta+Shift+z");
    await redo(page).click();
    await expect.poll(() => address(page)).toBe(whole);
    await expect(redo(page)).toBeDisabled();
  });
});

test.describe("filters hold still", () => {
  test("a list stays under the pointer while its chips come and go", async ({ kept: page }) => {
    await open(page, "/attacks");
    await page.locator(".filter-list > summary").click();
    const field = page.locator('.filter-list .filter-field[data-column="document"]');
    await field.locator("summary").click();
    const box = field.getByRole("checkbox", { name: /Dawn|CTC Sentinel/ }).first();
    const place = await box.boundingBox();
    await box.click();
    await expect(page.locator(".chips .chip")).toHaveCount(1);
    expect(await box.boundingBox()).toEqual(place);
    await box.click();
    await expect(page.locator(".chips .chip")).toHaveCount(0);
    expect(await box.boundingBox()).toEqual(place);
  });

  test("the last chip leaves its line until the pointer has left it, and undo in a field leaves it gone", async ({
    kept: page,
  }) => {
    await open(page, "/attacks?place=Kabul");
    const top = async () => (await page.locator(".grid-panel").boundingBox())?.y;
    const before = await top();
    await page.getByRole("link", { name: /Place is Kabul/ }).click();
    await expect.poll(() => address(page)).toBe("/attacks");
    expect(Math.abs(((await top()) ?? 0) - (before ?? 0))).toBeLessThan(1);
    await page.locator(".status-bar").hover();
    await expect.poll(top).not.toBe(before);
    await page.getByRole("searchbox", { name: "Find in this sheet" }).focus();
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => address(page)).toBe("/attacks");
  });

  test("a rule for where sources differ is a chip, and goes with all others", async ({
    kept: page,
  }) => {
    await open(page, "/attacks?_count=dawn-2024&place=Kabul");
    const chips = page.getByRole("list", { name: "Filters" }).getByRole("link");
    await expect(chips.filter({ hasText: "Where sources differ: use Dawn" })).toBeVisible();
    await page.getByRole("link", { name: "Clear all" }).click();
    await expect.poll(() => address(page)).toBe("/attacks");
  });

  test("years are ticked in a list, slid to, and kept alone", async ({ kept: page }) => {
    await open(page, "/attacks");
    await funnel(page, "start").click();
    const years = panel(page, "Period");
    await years.getByRole("button", { name: "Only 2021" }).click();
    await expect.poll(() => address(page)).toBe("/attacks?start=2021");
    await years.getByRole("checkbox", { name: "2023" }).click();
    await expect.poll(() => address(page)).toBe("/attacks?start=2021&start=2023");
    await expect(page.getByRole("link", { name: /Period touches 2021 or 2023/ })).toBeVisible();
    await years.getByRole("button", { name: "All" }).click();
    await expect.poll(() => address(page)).toBe("/attacks");
    await years.getByRole("slider", { name: "Last year" }).press("ArrowLeft");
    await expect.poll(() => address(page)).toMatch(/^\/attacks\?start=\d{4}\.\.2023$/);
  });

  test("words are looked for as a whole, left out, or missing", async ({ kept: page }) => {
    await open(page, "/attacks");
    await page.locator(".filter-list > summary").click();
    const field = page.locator('.filter-list .filter-field[data-column="note"]');
    await field.locator("summary").click();
    await field.getByRole("combobox").selectOption("is empty");
    await expect.poll(() => address(page)).toBe("/attacks?note==");
    await field.getByRole("combobox").selectOption("does not contain");
    await field.getByRole("textbox").fill("claimed");
    await page.keyboard.press("Enter");
    await expect.poll(() => address(page)).toBe("/attacks?note!=claimed");
    await expect(page.getByRole("link", { name: /Note does not contain “claimed”/ })).toBeVisible();
  });

  test("a search that finds nothing here says how much the other sheets hold", async ({
    kept: page,
  }) => {
    await open(page, "/territory");
    await page.getByRole("searchbox", { name: "Find in this sheet" }).fill("krasnogorsk");
    const link = page.getByRole("link", { name: /^\d+ rows? in other sheets$/ });
    await link.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("All figures");
    await expect.poll(() => address(page)).toBe("/figures?_find=krasnogorsk");
  });

  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ])
    test.describe(`at ${viewport.width}`, () => {
      test.use({ viewport });
      test("no search is so long that the page gets wider", async ({ kept: page }) => {
        await open(page, `/attacks?_find=${"x".repeat(200)}`);
        expect(await overflow(page)).toBe(0);
        const edge = await page.locator(".chips .chip").evaluate((chip) => {
          const { right } = chip.getBoundingClientRect();
          return right <= (chip.closest(".sheet")?.getBoundingClientRect().right ?? 0);
        });
        expect(edge).toBe(true);
      });
    });
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("a long press opens the menu of a cell", async ({ kept: page }) => {
    await open(page, "/attacks");
    const box = await cell(page, 2, "value").boundingBox();
    const session = await page.context().newCDPSession(page);
    const point = { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 15 };
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
    await expect(menu(page)).toBeVisible();
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await expect(menu(page)).toBeVisible();
    await session.detach();
    await item(page, /^Filter by/).tap();
    await expect.poll(() => address(page)).toMatch(/value=/);
  });

  test("the menu of a column is a sheet at the foot of the window", async ({ kept: page }) => {
    await open(page, "/attacks");
    await funnel(page, "value").tap();
    const box = await panel(page, "Value").boundingBox();
    expect([box?.x, Math.round((box?.y ?? 0) + (box?.height ?? 0))]).toEqual([0, 844]);
  });
});
