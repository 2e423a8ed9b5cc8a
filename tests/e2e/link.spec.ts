import {
  address,
  cellOf,
  choose,
  column,
  expect,
  find,
  heading,
  ids,
  isInSight,
  mark,
  markIds,
  open,
  type Page,
  row,
  selectedRows,
  test,
  unfolded,
} from "./reader";

test("a click on a mark selects its row and brings it into sight", async ({ kept: page }) => {
  await open(page, "/casualties");
  const id = await lastDrawn(page);
  await expect(row(page, id)).not.toBeInViewport();
  await click(page, id);
  await expect(row(page, id)).toBeInViewport();
  await expect(row(page, id)).toHaveAttribute("aria-selected", "true");
  await expect(mark(page, id)).toContainClass("selected");
  await expect.poll(() => address(page)).toBe(`/casualties?_select=${id}`);
});

test("a row that comes into sight lies clear of the sideways scroll bar", async ({
  kept: page,
}) => {
  await open(page, "/casualties");
  for (const { id = "" } of unfolded("casualties").slice(8, 20)) {
    await page.evaluate((to) => {
      history.pushState(null, "", to);
    }, `/casualties?_select=${id}`);
    await expect(row(page, id)).toHaveAttribute("aria-selected", "true");
    await expect.poll(() => isInSight(cellOf(page, id)), id).toBe(true);
  }
});

test("a click on a row marks its figure in the chart, in a colour of its own, and the pointer on its way to a mark lights up what it reaches", async ({
  kept: page,
}) => {
  await open(page, "/attacks");
  const bar = mark(page, "attacks-2021-ctc").locator("rect.fill");
  const before = await colourOf(bar);
  await cellOf(page, "attacks-2021-ctc").click();
  await expect(mark(page, "attacks-2021-ctc")).toContainClass("selected");
  expect(await colourOf(bar)).not.toBe(before);
  expect(await colourOf(mark(page, "attacks-2020-ctc").locator("rect.fill"))).toBe(before);
  await expect(mark(page, "attacks-2021-ctc")).toContainClass("hovered");
  await mark(page, "attacks-2022-ctc").hover();
  await expect(mark(page, "attacks-2022-ctc")).toContainClass("hovered");
  await expect(row(page, "attacks-2022-ctc")).toContainClass("hovered");
  await expect(mark(page, "attacks-2021-ctc")).not.toContainClass("hovered");
});

test("a selection has its source, moves, grows and shrinks, and takes no row and no mark away", async ({
  kept: page,
}) => {
  await open(page, "/attacks");
  const before = [await ids(page), await markIds(page)];
  const selected = selectedRows(page);
  await test.step("the source bar names the document and the words of the figure", async () => {
    await click(page, "attacks-2020-ctc");
    const source = page.getByRole("region", { name: /^Source/ });
    await expect(source).toContainText("CTC Sentinel");
    await expect(source).toContainText("83 (2020)");
    await expect(row(page, "attacks-2020-ctc")).toHaveAttribute("aria-selected", "true");
    expect([await ids(page), await markIds(page)]).toEqual(before);
  });
  await test.step("a second click on a mark lets go of it", async () => {
    await click(page, "attacks-2020-ctc");
    await expect(row(page, "attacks-2020-ctc")).toHaveAttribute("aria-selected", "false");
    await expect.poll(() => address(page)).toBe("/attacks");
  });
  await test.step("a click elsewhere moves the selection", async () => {
    await cellOf(page, "attacks-2021-ctc").click();
    await click(page, "attacks-2022-ctc");
    await expect(row(page, "attacks-2022-ctc")).toHaveAttribute("aria-selected", "true");
    await expect(row(page, "attacks-2021-ctc")).toHaveAttribute("aria-selected", "false");
    await expect(mark(page, "attacks-2021-ctc")).not.toContainClass("selected");
  });
  await test.step("Ctrl and a click add to it, in the chart as in the grid", async () => {
    await click(page, "attacks-2021-ctc", "Control");
    await cellOf(page, "attacks-2020-ctc").click({ modifiers: ["Control"] });
    await expect(selected).toHaveCount(3);
    await expect(page.locator(".chart-frame .selected")).toHaveCount(3);
    await click(page, "attacks-2021-ctc", "Control");
    await expect(selected).toHaveCount(2);
    await expect(row(page, "attacks-2021-ctc")).toHaveAttribute("aria-selected", "false");
  });
});

test("the pointer on a row lights its mark up, and only as long as it is there", async ({
  read,
}) => {
  const page = await read("/attacks");
  await cellOf(page, "attacks-2021-ctc").hover();
  await expect(mark(page, "attacks-2021-ctc")).toContainClass("hovered");
  await page.getByRole("heading", { level: 1 }).hover();
  await expect(page.locator(".chart-frame .hovered")).toHaveCount(0);
});

test("the pointer on a mark lights its row up, and only as long as it is there", async ({
  read,
}) => {
  const page = await read("/attacks");
  await mark(page, "attacks-2021-ctc").hover();
  await expect(row(page, "attacks-2021-ctc")).toContainClass("hovered");
  await mark(page, "attacks-2022-ctc").hover();
  await expect(row(page, "attacks-2022-ctc")).toContainClass("hovered");
  await expect(row(page, "attacks-2021-ctc")).not.toContainClass("hovered");
});

test("the link holds after another measure is chosen, a sort and a search", async ({
  kept: page,
}) => {
  await open(page, "/casualties");
  await choose(page, "Injured in attacks");
  await heading(page, "Value").click();
  await find(page).fill("Iran");
  const view = "/casualties?_find=Iran&_sort=value&_measure=injured-in-attacks";
  await expect.poll(() => address(page)).toBe(view);
  await linksBothWays(page);
});

test("a selected figure stays selected while a filter hides it, also as a row is added to it", async ({
  kept: page,
}) => {
  await open(page, "/attacks?_select=attacks-2021-ctc");
  await find(page).fill("Kandahar");
  await expect.poll(() => column(page, "Value")).not.toContain("353");
  await expect.poll(() => address(page)).toBe("/attacks?_find=Kandahar&_select=attacks-2021-ctc");
  const [id = ""] = await ids(page);
  await cellOf(page, id).click({ modifiers: ["Control"] });
  await expect
    .poll(() => new URL(page.url()).searchParams.get("_select")?.split(",").toSorted())
    .toEqual(["attacks-2021-ctc", id].toSorted());
  await page.getByRole("link", { name: /Remove filter.*Kandahar/ }).click();
  await expect(row(page, "attacks-2021-ctc")).toHaveAttribute("aria-selected", "true");
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true });

  test("a tap on a mark selects its row", async ({ kept: page }) => {
    await open(page, "/attacks");
    await mark(page, "attacks-2020-ctc").tap();
    await expect(row(page, "attacks-2020-ctc")).toHaveAttribute("aria-selected", "true");
  });
});

/** Points at a mark, and clicks when the chart has lit it up. */
async function click(page: Page, id: string, ...modifiers: "Control"[]) {
  await mark(page, id).hover();
  await expect(mark(page, id)).toContainClass("hovered");
  await mark(page, id).click({ modifiers });
}

/** Selects the last mark by the chart, then the first by the grid, and looks for both in the other. */
async function linksBothWays(page: Page) {
  await expect(async () => {
    const drawn = await markIds(page);
    const shown = await ids(page);
    expect(drawn.filter((id) => !shown.includes(id))).toEqual([]);
  }).toPass();
  const drawn = await markIds(page);
  const [first = "", last = ""] = [drawn[0], drawn.at(-1)];
  await click(page, last);
  await expect(row(page, last)).toHaveAttribute("aria-selected", "true");
  await expect(row(page, last)).toBeInViewport();
  await click(page, first);
  await expect(row(page, first)).toBeInViewport();
  await click(page, first);
  await expect(mark(page, first)).not.toContainClass("selected");
  await cellOf(page, first).click();
  await expect(mark(page, first)).toContainClass("selected");
}

/** The last figure of the sheet that the chart draws. */
async function lastDrawn(page: Page): Promise<string> {
  const drawn = await markIds(page);
  return (await ids(page)).findLast((id) => drawn.includes(id ?? "")) ?? "";
}

function colourOf(shape: ReturnType<typeof mark>): Promise<string> {
  return shape.evaluate((element) => getComputedStyle(element).fill);
}
