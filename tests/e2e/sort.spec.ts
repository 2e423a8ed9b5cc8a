import {
  address,
  cell,
  column,
  expect,
  heading,
  markIds,
  open,
  rows,
  sortOrder,
  test,
} from "./reader";

const yearly = "/attacks?subject=attacks+claimed+by+ISK&document=ctc-2024";

test("a heading sorts upward, then downward, then not at all, years keep the order of time, and the address follows", async ({
  kept: page,
}) => {
  await open(page, yearly);
  const given = ["83", "353", "217", "45", "25"];
  const years = ["attacks-2020-ctc", "attacks-2021-ctc", "attacks-2022-ctc", "attacks-2023-ctc"];
  const marks = async () => (await markIds(page)).filter((id) => id !== "attacks-2023-kp-ctc");
  expect(await column(page, "Value")).toEqual(given);
  for (const [order, held, values] of [
    ["ascending", "&_sort=value", ["25", "45", "83", "217", "353"]],
    ["descending", "&_sort=-value", ["353", "217", "83", "45", "25"]],
    ["none", "", given],
  ] as const) {
    await heading(page, "Value").click();
    await expect.poll(() => column(page, "Value")).toEqual(values);
    await expect(heading(page, "Value")).toHaveAttribute("aria-sort", order);
    await expect.poll(() => address(page)).toBe(yearly.replaceAll("+", " ") + held);
    expect(await marks()).toEqual(years);
  }
  await test.step("a heading clicked twice at once sorts downward", async () => {
    await heading(page, "Value").dblclick();
    await expect.poll(() => column(page, "Value")).toEqual(["353", "217", "83", "45", "25"]);
    await expect.poll(() => address(page)).toMatch(/_sort=-value$/);
  });
});

test("Ctrl and a click add a second column, which orders what the first leaves equal", async ({
  kept: page,
}) => {
  await open(page, `${yearly}&_sort=-start`);
  await heading(page, "Value").click({ modifiers: ["Control"] });
  await expect.poll(() => column(page, "Value")).toEqual(["25", "45", "217", "353", "83"]);
  await expect.poll(() => address(page)).toMatch(/_sort=-start,value$/);
  await expect(sortOrder(page, "Period")).toHaveText("1");
  await expect(sortOrder(page, "Value")).toHaveText("2");
  await test.step("a click without Ctrl starts a new order", async () => {
    await heading(page, "Place").click();
    await expect.poll(() => address(page)).toContain("_sort=place");
    await expect(heading(page, "Value")).toHaveAttribute("aria-sort", "none");
  });
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
  const first = cell(page, 1, "row-number");
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
