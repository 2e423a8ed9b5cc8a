import {
  cellOf,
  choose,
  chosen,
  column,
  counted,
  expect,
  find,
  heading,
  ids,
  mark,
  markIds,
  open,
  type Page,
  row,
  rowAt,
  rowCount,
  taken,
  test,
} from "./reader";

/** All that a shared address should bring back. */
async function shown(page: Page) {
  return {
    rows: await ids(page),
    marks: await markIds(page),
    count: await counted(page),
    measure: await chosen(page).textContent(),
    selected: await page.locator(".chart-frame .selected").count(),
    filters: await page.getByRole("list", { name: "Filters" }).allInnerTexts(),
  };
}

test("Back from another sheet brings the view of the first back", async ({ kept: page }) => {
  await open(page, "/attacks");
  await find(page).fill("Kabul");
  await expect.poll(() => new URL(page.url()).search).toBe("?_find=Kabul");
  const before = await shown(page);
  await page.getByRole("navigation", { name: "Sheets" }).getByText("Strength").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Strength");
  await taken(page);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Attacks");
  await taken(page);
  await expect(find(page)).toHaveValue("Kabul");
  await expect.poll(() => shown(page)).toEqual(before);
});

const ignored = (page: Page) => page.getByRole("list", { name: /ignored/ }).getByRole("listitem");

test("a reload shows the view that the reader made", async ({ kept: page }) => {
  await open(page, "/counter-operations");
  await find(page).fill("2023");
  await heading(page, "Value").click();
  await choose(page, "Counter-operations");
  await expect.poll(() => markIds(page)).toContain("operations-2022-2023-ctc");
  const [id = ""] = await markIds(page);
  await cellOf(page, id).click();
  await expect(mark(page, id)).toContainClass("selected");
  await expect(page.locator(".status-bar")).toContainText("1 figure selected");
  const before = await shown(page);
  await page.reload();
  await taken(page);
  expect(await shown(page)).toEqual(before);
  await expect(row(page, id)).toHaveAttribute("aria-selected", "true");
});

test("another reader sees the same view at the same address", async ({ kept: page, read }) => {
  await open(page, "/casualties?place=Kabul");
  await open(page, "/casualties?_find=Crocus&_sort=-value&_select=killed-crocus-dawn");
  const before = await shown(page);
  // In another browser's storage, so that the address alone can bring the view.
  const theirs = await read(pathOf(page));
  expect(await shown(theirs)).toEqual(before);
  await expect(row(theirs, "killed-crocus-dawn")).toHaveAttribute("aria-selected", "true");
});

function pathOf(page: Page): string {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
}

test("a shared selection is brought into sight", async ({ kept: page }) => {
  await open(page, "/casualties");
  const last = (await ids(page)).at(-1) ?? "";
  await open(page, `/casualties?_select=${last}`);
  await expect(row(page, last)).toBeInViewport();
});

test("an unknown part is ignored and named in one line, and the rest holds", async ({ read }) => {
  const page = await read(
    "/attacks?planet=Mars&subject=attacks+claimed+by+ISK&document=ctc-2024&_sort=-value",
  );
  await expect(ignored(page)).toHaveCount(1);
  await expect(ignored(page)).toContainText("planet");
  expect(await column(page, "Value")).toEqual(["353", "217", "83", "45", "25"]);
});

test("each unknown part has a line of its own", async ({ read }) => {
  const page = await read("/attacks?place=Mars&_sort=beauty&_measure=luck&value=many&start=soon");
  await expect(ignored(page)).toHaveCount(5);
  for (const part of ["place", "_sort", "_measure", "value", "start"])
    await expect(ignored(page).filter({ hasText: `: ${part}: ` })).toHaveCount(1);
});

const long = "x".repeat(5_000);
const hostile: readonly (readonly [string, string])[] = [
  ["a key that objects inherit", "__proto__=1"],
  ["a key that functions have", "constructor=1&toString=1&hasOwnProperty=1"],
  ["an order by what objects inherit", "_sort=__proto__"],
  ["a measure that objects inherit", "_measure=constructor"],
  ["a value of 5 kB", `place=${long}`],
  ["a search of 5 kB", `_find=${long}`],
  ["a key of 5 kB", `${long}=1`],
  ["a selection of 5 kB", `_select=${long}`],
  ["markup as a value", `place=${encodeURIComponent("<script>document.title='x'</script>")}`],
  ["markup as a key", `${encodeURIComponent("<b onclick=x>")}=1`],
  ["keys that look like places in a list", "2=x&1=y&0=z"],
  ["bytes that are not UTF-8", "place=%E0%A4%A"],
  ["a lone sign", "%"],
];

test("what no view can mean leaves the sheet of the server as it is", async ({ request }) => {
  const sheetAt = async (address: string) => {
    const html = await (await request.get(address)).text();
    const part = (from: string, to: string) => html.slice(html.indexOf(from), html.indexOf(to));
    return {
      rows: [...part("<tbody", "</tbody>").matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(
        ([, cell]) => cell,
      ),
      marks: [...html.matchAll(/data-figure="([^"]+)"/g)].map(([, id]) => id),
      title: part("<title", "</title>"),
    };
  };
  const before = await sheetAt("/attacks");
  expect(before.rows.length).toBeGreaterThan(100);
  for (const [what, query] of hostile)
    expect.soft(await sheetAt(`/attacks?${query}`), what).toEqual(before);
});

test("what no view can mean leaves the sheet of the browser as it is", async ({ page }) => {
  // The grid's first rows and their number: to scroll through all of them takes a second each time.
  const glance = async () => ({
    rows: await rowCount(page),
    first: await rowAt(page, 1).innerText(),
    marks: await markIds(page),
    count: await counted(page),
    measure: await chosen(page).textContent(),
    selected: await page.locator(".chart-frame .selected").count(),
    filters: await page.getByRole("list", { name: "Filters" }).count(),
    title: await page.title(),
    inherited: await page.evaluate(() => Object.keys(Object.prototype)),
  });
  await open(page, "/attacks");
  const before = await glance();
  expect([before.filters, before.inherited]).toEqual([0, []]);
  const all = hostile.filter(([what]) => /objects|functions|markup/.test(what));
  await open(page, `/attacks?${all.map(([, query]) => query).join("&")}`);
  expect(await glance()).toEqual(before);
});

test("markup in a search is text", async ({ kept: page }) => {
  const markup = "<img src=x onerror=alert(1)>";
  await open(page, `/attacks?_find=${encodeURIComponent(markup)}`);
  const filters = page.getByRole("list", { name: "Filters" });
  for (const word of markup.split(" ")) await expect(filters).toContainText(word);
  await expect(page.locator("img")).toHaveCount(0);
});
