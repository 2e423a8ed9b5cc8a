import {
  address,
  choose,
  chosen,
  counted,
  expect,
  ids,
  markIds,
  measures,
  open,
  test,
  unfolded,
} from "./reader";

const drawn = (sheet: string, measure: string) =>
  unfolded(sheet)
    .filter((figure) => figure.measure === measure)
    .map(({ id }) => id)
    .toSorted();

test("the chart starts with the measure that the sheet names first", async ({ read }) => {
  const page = await read("/counter-operations");
  await expect(chosen(page)).toHaveText("Killed in counter-operations");
  expect((await markIds(page)).toSorted()).toEqual(
    drawn("counter-operations", "killed-in-operations"),
  );
});

test("a chosen measure is drawn, marked as chosen and part of the address, and Back takes it back", async ({
  kept: page,
}) => {
  await open(page, "/counter-operations");
  const before = await markIds(page);
  await choose(page, "Counter-operations");
  const operations = drawn("counter-operations", "operations");
  await expect.poll(async () => (await markIds(page)).toSorted()).toEqual(operations);
  await expect(chosen(page)).toHaveText("Counter-operations");
  await expect.poll(() => address(page)).toBe("/counter-operations?_measure=operations");
  await test.step("in one step", async () => {
    await page.goBack();
    await expect.poll(() => markIds(page)).toEqual(before);
    await expect(chosen(page)).toHaveText("Killed in counter-operations");
  });
  await test.step("the first measure is not written into the address", async () => {
    await page.goForward();
    await expect(chosen(page)).toHaveText("Counter-operations");
    await choose(page, "Killed in counter-operations");
    await expect.poll(() => address(page)).toBe("/counter-operations");
  });
});

test("another measure leaves the rows alone", async ({ kept: page }) => {
  await open(page, "/counter-operations?_sort=-value&_find=Taliban");
  const before = { ids: await ids(page), count: await counted(page), marks: await markIds(page) };
  await choose(page, "Arrested");
  await expect.poll(() => markIds(page)).not.toEqual(before.marks);
  expect([await ids(page), await counted(page)]).toEqual([before.ids, before.count]);
});

for (const sheet of ["attacks", "migration"])
  test(`each measure of ${sheet} draws its own figures and names their one unit`, async ({
    kept: page,
  }) => {
    await open(page, `/${sheet}`);
    const figures = unfolded(sheet);
    const names = await measures(page).locator("a").allTextContents();
    expect(names).toHaveLength(new Set(figures.map(({ measure }) => measure)).size);
    for (const name of names) {
      if ((await chosen(page).textContent()) !== name) await choose(page, name);
      await expect(chosen(page)).toHaveText(name);
      const measure = new URL(page.url()).searchParams.get("_measure") ?? figures[0]?.measure;
      const own = figures.filter((figure) => figure.measure === measure);
      const isElse = (id: string) => own.every((figure) => figure.id !== id);
      await expect.poll(async () => (await markIds(page)).filter(isElse)).toEqual([]);
      expect.soft(await markIds(page), `marks of ${name}`).not.toEqual([]);
      const chart = page.getByRole("region", { name: "Chart" });
      await expect.soft(chart, name).toContainText(own[0]?.unit ?? "no unit", { ignoreCase: true });
    }
  });
