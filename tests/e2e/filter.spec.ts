import {
  address,
  column,
  counted,
  expect,
  filters,
  find,
  funnel,
  heading,
  ids,
  idsOf,
  markIds,
  marks,
  open,
  type Page,
  rows,
  test,
  unfolded,
} from "./reader";

const chips = (page: Page) => page.getByRole("list", { name: "Filters" }).getByRole("link");

test("a word in the search box leaves the rows that hold it, in grid, chart, count and address", async ({
  kept: page,
}) => {
  await open(page, "/casualties");
  await find(page).fill("Crocus");
  const held = unfolded("casualties").filter((record) => /crocus/i.test(JSON.stringify(record)));
  await expect.poll(() => ids(page)).toEqual(idsOf(held));
  const killed = held.filter(({ measure }) => measure === "killed-in-attacks");
  await expect.poll(() => markIds(page)).toEqual(expect.arrayContaining(idsOf(killed)));
  const isElse = (id: string) => !idsOf(held).includes(id);
  await expect.poll(async () => (await markIds(page)).filter(isElse)).toEqual([]);
  await expect.poll(() => counted(page)).toMatch(new RegExp(`^${held.length} of `));
  await expect.poll(() => address(page)).toBe("/casualties?_find=Crocus");
});

test("values ticked in the list of filters keep the rows that have one of them, or none", async ({
  kept: page,
}) => {
  await open(page, "/attacks");
  await filters.list(page).click();
  await filters.of(page, "place").locator("summary").click();
  await filters.only(page, "place", "Kabul").click();
  await expect.poll(async () => new Set(await column(page, "Place"))).toEqual(new Set(["Kabul"]));
  await filters.value(page, "place", "Moscow").click();
  const kept = unfolded("attacks").filter(({ place = "" }) => ["Kabul", "Moscow"].includes(place));
  await expect.poll(() => ids(page)).toEqual(idsOf(kept));
  await expect.poll(() => address(page)).toBe("/attacks?place=Kabul&place=Moscow");
  await filters.only(page, "place", "").click();
  const placeless = unfolded("attacks").filter(({ place }) => place === "");
  await expect.poll(() => ids(page)).toEqual(idsOf(placeless));
});

test("the funnel in a heading opens that column's filter at its first field, and does not sort", async ({
  kept: page,
}) => {
  await open(page, "/attacks");
  await heading(page, "Value").hover();
  await funnel(page, "value").click();
  await expect(filters.of(page, "value").getByLabel("From")).toBeFocused();
  await page.keyboard.press("Escape");
  await funnel(page, "place").click();
  await expect(filters.value(page, "place", "Kabul")).toBeInViewport();
  await expect.poll(() => address(page)).toBe("/attacks");
  await filters.only(page, "place", "Kabul").click();
  await expect.poll(async () => new Set(await column(page, "Place"))).toEqual(new Set(["Kabul"]));
  await expect.poll(() => address(page)).toBe("/attacks?place=Kabul");
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true });

  test("the funnel filters and does not sort, and the title beside it sorts", async ({
    kept: page,
  }) => {
    await open(page, "/attacks");
    await funnel(page, "value").tap();
    await expect(filters.of(page, "value").getByLabel("From")).toBeFocused();
    await expect.poll(() => address(page)).toBe("/attacks");
    await heading(page, "Value").locator(".grid-title").tap();
    await expect.poll(() => address(page)).toBe("/attacks?_sort=value");
  });
});

test("two chips pressed at once both go", async ({ kept: page }) => {
  await open(page, "/attacks?subject=attacks+claimed+by+ISK&document=ctc-2024");
  await page.getByRole("list", { name: "Filters" }).evaluate((list) => {
    for (const chip of list.querySelectorAll<HTMLElement>(".chip")) chip.click();
  });
  await expect(page.getByRole("list", { name: "Filters" })).toBeHidden();
  await expect.poll(() => address(page)).toBe("/attacks");
});

test("two documents muted at once are both muted", async ({ kept: page }) => {
  await open(page, "/figures");
  const legend = page.getByRole("list", { name: "Documents" });
  await legend.evaluate((list) => {
    for (const link of [...list.querySelectorAll("a")].slice(0, 2)) link.click();
  });
  await expect(legend.locator(".muted")).toHaveCount(2);
});

test("a tab pressed at once after a letter opens its sheet, and Back has the letter", async ({
  kept: page,
}) => {
  await open(page, "/attacks");
  await find(page).focus();
  await page.getByRole("link", { name: "Casualties" }).evaluate((tab: HTMLElement) => {
    document.execCommand("insertText", false, "kabul");
    tab.click();
  });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Casualties");
  await page.goBack();
  await expect.poll(() => address(page)).toBe("/attacks?_find=kabul");
  await expect(find(page)).toHaveValue("kabul");
});

test("the palette shows what it goes to, also after a filter that was ticked and unticked at once", async ({
  kept: page,
}) => {
  await open(page, "/figures");
  await filters.list(page).click();
  await filters.of(page, "event").locator("summary").click();
  const box = filters.value(page, "event", "kabul-airport-2021");
  await box.evaluate(async (tick: HTMLElement) => {
    tick.click();
    // The history has the tick by then, and the page has yet to follow.
    await new Promise((resolve) =>
      requestAnimationFrame(() => setTimeout(() => setTimeout(resolve))),
    );
    tick.click();
  });
  await expect.poll(() => address(page)).toBe("/figures");
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("kabul airport");
  await expect(page.getByRole("dialog").getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect.poll(() => address(page)).toBe("/figures?event=kabul-airport-2021");
  await expect(chips(page)).toContainText([/Kabul airport/i]);
});

test("a range keeps every figure that could lie in it", async ({ kept: page }) => {
  await open(page, "/casualties?event=crocus-2024&measure=killed-in-attacks");
  expect(await column(page, "Value")).toEqual(
    expect.arrayContaining(["139", "≥ 139", "140", "> 130"]),
  );
  await narrow(page, "value", "140");
  await expect.poll(() => column(page, "Value")).not.toContain("139");
  expect(await column(page, "Value")).toEqual(expect.arrayContaining(["≥ 139", "140", "> 130"]));
  await expect.poll(() => new URL(page.url()).searchParams.get("value")).toBe("140..");
});

test("a span of time narrows the trend to its years", async ({ kept: page }) => {
  await open(page, "/attacks?subject=attacks+claimed+by+ISK&document=ctc-2024");
  await narrow(page, "start", "2021", "2022");
  await expect.poll(() => column(page, "Value")).toEqual(["353", "217"]);
  await expect.poll(() => address(page)).toContain("start=2021..2022");
  await expect
    .poll(async () => (await marks(page)).map(({ label }) => label))
    .toEqual(["353", "217"]);
});

test("a view that holds nothing says so in grid and chart", async ({ kept: page }) => {
  await open(page, "/attacks");
  await find(page).fill("no such thing anywhere");
  const sheet = page.getByRole("region", { name: "Attacks" });
  await expect(sheet.getByText(/no rows match/i)).toBeVisible();
  await expect(page.locator(".chart-frame").getByText(/no figure/i)).toBeVisible();
  await expect.poll(() => counted(page)).toMatch(/^0 of /);
  expect(await rows(page)).toEqual([]);
});

test("Back undoes a filter in one step, and Forward brings it again", async ({ kept: page }) => {
  await open(page, "/attacks?subject=attacks+claimed+by+ISK&document=ctc-2024");
  const before = { rows: await ids(page), marks: await markIds(page), count: await counted(page) };
  const shown = async () => ({
    rows: await ids(page),
    marks: await markIds(page),
    count: await counted(page),
  });
  await narrow(page, "start", "2022");
  await expect.poll(() => column(page, "Value")).toEqual(["217", "45", "25"]);
  await page.goBack();
  await expect.poll(shown).toEqual(before);
  await page.goForward();
  await expect.poll(() => column(page, "Value")).toEqual(["217", "45", "25"]);
});

test("no letter is lost, however fast or slowly they follow each other", async ({ kept: page }) => {
  await open(page, "/attacks");
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 2 });
  const text = "attack Kabul";
  await find(page).focus();
  for (const [index, letter] of [...text].entries())
    await page.keyboard.type(letter, { delay: [5, 20, 30, 60][index % 4] });
  await expect.poll(() => new URL(page.url()).searchParams.get("_find")).toBe(text);
  await expect(find(page)).toHaveValue(text);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await session.detach();
});

test("repeats are folded until the reader asks for them", async ({ kept: page }) => {
  await open(page, "/attacks");
  expect(await ids(page)).not.toContain("attacks-2021-ctc-2");
  await page.getByRole("link", { name: "Show repeats" }).click();
  await expect.poll(() => ids(page)).toContain("attacks-2021-ctc-2");
  await expect.poll(() => address(page)).toBe("/attacks?_repeats=show");
});

/** Opens a column's filter by its funnel and fills in a range, be it one field or two. */
async function narrow(page: Page, name: string, from: string, to = "") {
  await funnel(page, name).click();
  const fields = filters.of(page, name).getByRole("textbox");
  const isOne = (await fields.count()) === 1;
  await fields.first().fill(isOne ? `${from}..${to}` : from);
  if (!isOne && to) await fields.last().fill(to);
  await page.keyboard.press("Enter");
}

test("a number that may be two is asked about at its field, and one as people type it is understood", async ({
  kept: page,
}) => {
  await open(page, "/attacks");
  await filters.list(page).click();
  const field = filters.of(page, "value");
  await field.locator("summary").click();
  const from = field.getByLabel("From");
  await expect(from).toHaveAttribute("inputmode", "decimal");
  await from.fill("many");
  await from.press("Enter");
  await expect(from).toHaveAttribute("aria-invalid", "true");
  await from.fill("1.000");
  await from.press("Enter");
  await expect(field.getByRole("status")).toHaveText(
    '"1.000" may be 1 or 1000: expected one of these.',
  );
  await expect(from).toHaveAttribute("aria-invalid", "true");
  await expect.poll(() => address(page)).toBe("/attacks");
  await from.fill("1,000");
  await from.press("Enter");
  await expect.poll(() => address(page)).toBe("/attacks?value=1000..");
  await expect(from).toHaveValue("1000");
});

test("all but one value have a short address, which the list shows again", async ({
  kept: page,
}) => {
  await open(page, "/figures");
  await filters.list(page).click();
  const field = filters.of(page, "place");
  await field.locator("summary").click();
  await filters.value(page, "place", "Kabul").click();
  await expect.poll(() => address(page)).toBe("/figures?place!=Kabul");
  await expect(chips(page).first()).toContainText("Place is not Kabul");
});

test("keys that mail and networks add say nothing and are not shared", async ({
  kept: page,
  request,
}) => {
  await open(page, "/attacks?fbclid=x&place=Kabul&utm_source=y");
  await expect(page.getByText("Ignored in the address")).toHaveCount(0);
  const share = page.locator(".share-bar .share");
  expect(await share.getAttribute("href")).toBe("/use?_page=attacks&place=Kabul#share");
  expect((await request.get("/data/attacks.csv?utm_source=x")).status()).toBe(200);
});
