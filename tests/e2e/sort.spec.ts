import { address, column, expect, heading, markIds, open, rows, test } from "./reader";

const yearly = "/attacks?subject=attacks+claimed+by+ISK";

test("a heading sorts upward, then downward, then not at all", async ({ kept: page }) => {
  await open(page, yearly);
  const given = ["83", "353", "217", "45", "25"];
  expect(await column(page, "Value")).toEqual(given);
  await heading(page, "Value").click();
  await expect.poll(() => column(page, "Value")).toEqual(["25", "45", "83", "217", "353"]);
  await expect(heading(page, "Value")).toHaveAttribute("aria-sort", "ascending");
  await heading(page, "Value").click();
  await expect.poll(() => column(page, "Value")).toEqual(["353", "217", "83", "45", "25"]);
  await expect(heading(page, "Value")).toHaveAttribute("aria-sort", "descending");
  await heading(page, "Value").click();
  await expect.poll(() => column(page, "Value")).toEqual(given);
  await expect(heading(page, "Value")).toHaveAttribute("aria-sort", "none");
});

test("the address holds the order, and loses it with the order", async ({ kept: page }) => {
  await open(page, "/attacks");
  for (const [order, held] of [
    ["ascending", "/attacks?_sort=value"],
    ["descending", "/attacks?_sort=-value"],
    ["none", "/attacks"],
  ] as const) {
    await heading(page, "Value").click();
    await expect(heading(page, "Value")).toHaveAttribute("aria-sort", order);
    await expect.poll(() => address(page)).toBe(held);
  }
});

test("Ctrl and a click add a second column, which orders what the first leaves equal", async ({
  kept: page,
}) => {
  await open(page, `${yearly}&_sort=-start`);
  await heading(page, "Value").click({ modifiers: ["Control"] });
  await expect.poll(() => column(page, "Value")).toEqual(["25", "45", "217", "353", "83"]);
  await expect.poll(() => address(page)).toMatch(/_sort=-start,value$/);
  await expect(heading(page, "Period").locator(".ag-sort-order")).toHaveText("1");
  await expect(heading(page, "Value").locator(".ag-sort-order")).toHaveText("2");
});

test("a heading clicked twice at once sorts downward", async ({ kept: page }) => {
  await open(page, yearly);
  await heading(page, "Value").dblclick();
  await expect.poll(() => column(page, "Value")).toEqual(["353", "217", "83", "45", "25"]);
  await expect.poll(() => address(page)).toMatch(/_sort=-value$/);
});

test("a click without Ctrl starts a new order", async ({ kept: page }) => {
  await open(page, `${yearly}&_sort=-start,value`);
  await heading(page, "Place").click();
  await expect.poll(() => address(page)).toContain("_sort=place");
  await expect(heading(page, "Value")).toHaveAttribute("aria-sort", "none");
});

for (const direction of ["", "-"])
  test(`missing places come last with _sort=${direction}place`, async ({ read }) => {
    const page = await read(`/attacks?_sort=${direction}place`);
    const places = await column(page, "Place");
    const missing = places.filter((place) => place === "–");
    expect(missing).not.toEqual([]);
    expect(places.slice(-missing.length)).toEqual(missing);
  });

for (const direction of ["", "-"])
  test(`figures in words come after all numbers with _sort=${direction}value`, async ({ read }) => {
    const page = await read(`/attacks?_sort=${direction}value`);
    const values = await column(page, "Value");
    const words = values.filter((value) => value?.startsWith("“"));
    expect(words).not.toEqual([]);
    expect(values.slice(-words.length)).toEqual(words);
  });

test("rows keep their numbers from 1 on in any order", async ({ kept: page }) => {
  await open(page, "/attacks?_sort=-value");
  const first = page.locator("[role=row][row-index='0'] .row-number");
  await expect(first).toHaveText("1");
  await heading(page, "Place").click();
  await expect.poll(() => address(page)).toBe("/attacks?_sort=place");
  await expect(first).toHaveText("1");
});

test("the lanes of the chart follow the order of the rows", async ({ kept: page }) => {
  await open(page, "/counter-operations?_sort=value");
  await heading(page, "Value").click();
  await expect.poll(() => address(page)).toBe("/counter-operations?_sort=-value");
  const killed = (await rows(page, "all columns"))
    .filter(({ Measure }) => Measure === "Killed in counter-operations")
    .map(({ id }) => id);
  expect(killed.length).toBeGreaterThan(5);
  await expect.poll(() => markIds(page)).toEqual(killed);
});

test("years keep the order of time, however the rows are sorted", async ({ kept: page }) => {
  await open(page, yearly);
  await heading(page, "Value").click();
  const marks = async () => (await markIds(page)).filter((id) => id !== "attacks-2023-kp-ctc");
  await expect
    .poll(marks)
    .toEqual(["attacks-2020-ctc", "attacks-2021-ctc", "attacks-2022-ctc", "attacks-2023-ctc"]);
});
