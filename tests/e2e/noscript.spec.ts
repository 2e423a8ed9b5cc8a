import {
  address,
  choose,
  column,
  counted,
  expect,
  filters,
  find,
  markIds,
  marks,
  type Page,
  parseCsv,
  rows,
  test,
} from "./reader";

const yearly = "/attacks?subject=attacks+claimed+by+ISK&document=ctc-2024";
/** Opens a list by the link that stands in it. */
async function openList(page: Page, title: string) {
  await page.locator("details > summary").getByText(title, { exact: true }).click();
  await page.getByRole("link", { name: /^All (filters|columns)$/ }).click();
}

const head = (page: Page, name: string) => page.getByRole("columnheader").getByText(name);

test("without a script the sheet is a table with the rows of the address", async ({
  still: page,
}) => {
  await page.goto(`${yearly}&_sort=-value`);
  await expect(page.getByRole("table", { name: "Attacks" })).toBeVisible();
  expect(await column(page, "Value")).toEqual(["353", "217", "83", "45", "25"]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Attacks");
});

test("without a script the yearly bars are 83, 353, 217 and 45, with 25 hatched", async ({
  still: page,
}) => {
  await page.goto("/attacks?document=ctc-2024");
  const drawn = await marks(page);
  expect(drawn.filter(({ isPart }) => !isPart).map(({ label }) => label)).toEqual([
    "83",
    "353",
    "217",
    "45",
  ]);
  expect(drawn.filter(({ isHatched }) => isHatched).map(({ id }) => id)).toEqual([
    "attacks-2023-kp-ctc",
  ]);
});

test("without a script the rows are those of the view's file", async ({ still: page, request }) => {
  const query = "?place=Kabul&place=Kandahar&_sort=-start,value";
  await page.goto(`/attacks${query}`);
  const { records } = parseCsv(await (await request.get(`/data/attacks.csv${query}`)).text());
  expect(await column(page, "Exact wording")).toEqual(records.map(({ as_printed }) => as_printed));
});

test("a search that is sent keeps order, measure and selection", async ({ still: page }) => {
  await page.goto("/casualties?_sort=-value&_measure=injured-in-attacks&_select=killed-kerman-osw");
  await find(page).fill("Kerman");
  await page.locator("form.filters").getByRole("button", { name: "Find" }).click();
  await expect(page).toHaveURL(/_find=Kerman/);
  const asked = new URL(page.url()).searchParams;
  expect(asked.get("_find")).toBe("Kerman");
  expect(asked.get("_sort")).toBe("-value");
  expect(asked.get("_measure")).toBe("injured-in-attacks");
  expect(asked.get("_select")).toBe("killed-kerman-osw");
  await expect.poll(() => column(page, "Event")).toEqual(["Kerman", "Kerman", "Kerman"]);
  expect(await markIds(page)).toContain("injured-kerman-dawn");
  await expect(page.getByRole("list", { name: /ignored/ })).toHaveCount(0);
});

test("Enter sends the search", async ({ still: page }) => {
  await page.goto("/attacks");
  await find(page).fill("Kandahar");
  await find(page).press("Enter");
  await expect.poll(() => new URL(page.url()).searchParams.get("_find")).toBe("Kandahar");
});

test("the list of filters is one link away, and its values, ranges and rule are sent together", async ({
  still: page,
}) => {
  await page.goto("/attacks?_sort=-value");
  await openList(page, "Filters");
  await expect.poll(() => address(page)).toBe("/attacks?_sort=-value&_open=filters");
  await filters.of(page, "place").locator("summary").click();
  await filters.value(page, "place", "Kandahar").check();
  await filters.value(page, "place", "Moscow").check();
  await filters.of(page, "value").locator("summary").click();
  await page.locator("input[name=value]").fill("3..");
  await page.getByLabel("Where sources differ").selectOption("highest");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get("_count")).toBe("highest");
  const asked = new URL(page.url()).searchParams;
  expect([asked.getAll("place"), asked.get("value"), asked.get("_sort")]).toEqual([
    ["Kandahar", "Moscow"],
    "3..",
    "-value",
  ]);
  expect(asked.has("_open")).toBe(false);
  await expect(page.getByRole("list", { name: /ignored/ })).toHaveCount(0);
  expect([...new Set(await column(page, "Place"))].toSorted()).toEqual(["Kandahar", "Moscow"]);
  // The next search keeps what the closed list holds.
  await find(page).fill("attack");
  await find(page).press("Enter");
  await expect.poll(() => new URL(page.url()).searchParams.get("_find")).toBe("attack");
  const kept = new URL(page.url()).searchParams;
  expect([kept.getAll("place"), kept.get("value"), kept.get("_count")]).toEqual([
    ["Kandahar", "Moscow"],
    "3..",
    "highest",
  ]);
});

test("what is filtered stays ticked in the form", async ({ still: page }) => {
  await page.goto("/attacks?place=Kabul&value=2..5&_find=attack");
  await openList(page, "Filters (2)");
  await expect(filters.value(page, "place", "Kabul")).toBeChecked();
  await expect(page.locator("input[name=value]")).toHaveValue("2..5");
  await expect(find(page)).toHaveValue("attack");
});

test("by keys alone the focus goes on in the list that was opened", async ({ still: page }) => {
  await page.goto("/attacks");
  await filters.list(page).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => address(page)).toBe("/attacks?_open=filters");
  const first = page.getByLabel("Where sources differ");
  await expect(first).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(first).toBeFocused();
});

test("columns are chosen by a form and moved by links", async ({ still: page }) => {
  await page.goto("/attacks?place=Kabul&_columns=start,value,place");
  await openList(page, "Columns");
  await page.getByRole("checkbox", { name: "Note" }).check();
  await page.getByRole("checkbox", { name: "Place" }).uncheck();
  await page.getByRole("button", { name: "Apply" }).click();
  await expect
    .poll(() => new URL(page.url()).searchParams.getAll("_columns"))
    .toEqual(["start", "value", "note"]);
  await openList(page, "Columns");
  await page.getByRole("link", { name: "Move Note left" }).click();
  await expect.poll(() => address(page)).toBe("/attacks?place=Kabul&_columns=start,note,value");
  await openList(page, "Columns");
  await page.getByRole("link", { name: /^Simple table/ }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get("_table")).toBe("plain");
});

test("no link, file or preview of a view with an open list says that it is open", async ({
  still: page,
  request,
}) => {
  const answer = await request.get("/attacks?place=Kabul&_open=filters&_version=1.0.0");
  expect(answer.headers()["cache-control"]).toContain("no-store");
  const html = (await answer.text()).replaceAll("&amp;", "&");
  const said = html.match(/(?:href|content|action|src|"@id"|"url")[=:]"[^"]*_open[^"]*"/g);
  expect(said).toEqual(['href="?place=Kabul&_version=1.0.0&_open=columns#columns"']);
  await page.goto("/use?_page=attacks&place=Kabul&_open=filters");
  const offered = await page.locator("main").innerHTML();
  expect([offered.includes("place=Kabul"), offered.includes("_open")]).toEqual([true, false]);
});

test("the headings are links that sort upward, downward and not", async ({ still: page }) => {
  await page.goto(yearly);
  await head(page, "Value").click();
  await expect.poll(() => column(page, "Value")).toEqual(["25", "45", "83", "217", "353"]);
  await expect(page.locator("th[aria-sort=ascending]")).toHaveText(/^Value/);
  await head(page, "Value").click();
  await expect.poll(() => column(page, "Value")).toEqual(["353", "217", "83", "45", "25"]);
  await head(page, "Value").click();
  await expect.poll(() => column(page, "Value")).toEqual(["83", "353", "217", "45", "25"]);
  await expect
    .poll(() => address(page))
    .toBe("/attacks?subject=attacks claimed by ISK&document=ctc-2024");
});

test("a chip is a link to the view without its filter", async ({ still: page }) => {
  await page.goto("/attacks?place=Kabul&_find=attack&_sort=-value");
  await page.getByRole("link", { name: /remove.*Kabul/i }).click();
  await expect.poll(() => address(page)).toBe("/attacks?_find=attack&_sort=-value");
  await page.getByRole("link", { name: /remove.*attack/i }).click();
  await expect.poll(() => address(page)).toBe("/attacks?_sort=-value");
});

test("the measures are links", async ({ still: page }) => {
  await page.goto("/counter-operations?_sort=-value");
  await choose(page, "Counter-operations");
  await expect
    .poll(() => address(page))
    .toBe("/counter-operations?_sort=-value&_measure=operations");
  await expect.poll(() => markIds(page)).toHaveLength(5);
});

test("repeats can be shown and the view counts them", async ({ still: page }) => {
  await page.goto("/attacks");
  const before = (await rows(page)).length;
  await page.getByRole("link", { name: "Show repeats" }).click();
  await expect.poll(async () => (await rows(page)).length).toBeGreaterThan(before);
  const after = (await rows(page)).length;
  expect(await counted(page)).toBe(`${after} of ${after}`);
});

test("the tabs and the downloads are links", async ({ still: page }) => {
  await page.goto("/attacks?place=Kabul");
  await page.getByRole("link", { name: "Download", exact: true }).click();
  const view = page.getByRole("link", { name: "This view: CSV for programs", exact: true });
  await expect(view).toHaveAttribute("href", "/data/attacks.csv?place=Kabul");
  await page.getByRole("navigation", { name: "Sheets" }).getByText("Strength").click();
  await expect(page.getByRole("table", { name: "Strength" })).toBeVisible();
});

test("an empty view says so", async ({ still: page }) => {
  await page.goto("/attacks?_find=no+such+thing");
  await expect(page.getByText(/no rows match/i)).toBeVisible();
});

test.describe("an address that is none", () => {
  test.use({ refusals: [404] });
  test("leads on without a script", async ({ still: page }) => {
    await page.goto("/nowhere");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No such sheet");
    await page.locator("main").getByRole("link", { name: "overview" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("ISKP");
  });
});
