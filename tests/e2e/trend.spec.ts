import { cellOf, expect, marks, test } from "./reader";

/** The four years that one document counts; what others state stands beside them. */
const counted = "/attacks?document=ctc-2024";

test("the attacks of four years stand side by side as 83, 353, 217 and 45", async ({ read }) => {
  const page = await read(counted);
  const wholes = (await marks(page)).filter(({ isPart }) => !isPart);
  expect(wholes.map(({ label }) => label)).toEqual(["83", "353", "217", "45"]);
});

test("each bar stands above its year", async ({ read }) => {
  const page = await read(counted);
  const middles = (await marks(page)).filter(({ isPart }) => !isPart).map(({ box }) => middle(box));
  const years = page.locator(".chart-frame").getByText(/^20\d\d$/);
  const labels = await years.evaluateAll((texts) =>
    texts.map((text) => {
      const { x, width } = text.getBoundingClientRect();
      return { year: text.textContent, x: x + width / 2 };
    }),
  );
  expect(labels.map(({ year }) => year)).toEqual(["2020", "2021", "2022", "2023"]);
  for (const [index, { x }] of labels.entries())
    expect(Math.abs(x - (middles[index] ?? 0))).toBeLessThan(2);
});

test("bars are as high as their values, from zero", async ({ read }) => {
  const page = await read(counted);
  const heights = (await marks(page)).map(({ box }) => box.height);
  const [first = 0] = heights;
  const values = heights.map((height) => Math.round((height / first) * 83));
  expect(values).toEqual([83, 353, 217, 45, 25]);
});

test("the 25 in Khyber Pakhtunkhwa are hatched inside the 45 of 2023", async ({ read }) => {
  const page = await read(counted);
  const [whole, part] = (await marks(page)).slice(-2);
  expect([whole?.isHatched, part?.isHatched]).toEqual([false, true]);
  await expect(cellOf(page, part?.id ?? "")).toHaveText("25 attacks");
  const [outer, inner] = [edges(whole?.box), edges(part?.box)];
  expect(inner.left).toBeCloseTo(outer.left, 0);
  expect(inner.right).toBeCloseTo(outer.right, 0);
  expect(inner.bottom).toBeCloseTo(outer.bottom, 0);
  expect(inner.top).toBeGreaterThan(outer.top);
});

test("a remark says in words that what is hatched is contained, and not added", async ({
  read,
}) => {
  const page = await read(counted);
  const chart = page.getByRole("region", { name: "Chart" });
  await expect(chart).toContainText(/hatched = part of another bar; not added twice/i);
});

test("the sheet's own sentence gives the first year, the last and the peak", async ({ read }) => {
  const page = await read(counted);
  const head = page.getByRole("region", { name: "Attacks" }).getByRole("paragraph").first();
  await expect(head).toContainText(/83 \(2020\) to 353 \(2021\)/);
  await expect(head).toContainText(/then fell to 45 \(2023\): 87% below the peak/);
});

test("a figure that repeats another is drawn once, though its row is shown", async ({ read }) => {
  const page = await read(
    "/attacks?_repeats=show&measure=attacks&document=ctc-2024&start=2020..2023",
  );
  const labels = (await marks(page)).map(({ label }) => label);
  expect(labels).toEqual(["83", "353", "217", "45", ""]);
});

test("a year without a figure leaves a gap", async ({ read }) => {
  const page = await read("/attacks?subject=attacks+claimed+by+ISK&document=ctc-2024&value=..250");
  const wholes = (await marks(page)).filter(({ isPart }) => !isPart);
  expect(wholes.map(({ label }) => label)).toEqual(["83", "217", "45"]);
  const [first = 0, second = 0, third = 0] = wholes.map(({ box }) => middle(box));
  expect((second - first) / (third - second)).toBeCloseTo(2, 1);
});

test("a range is drawn from its low to its high end", async ({ read }) => {
  const page = await read("/strength");
  const range = page.locator(".chart-frame [data-figure]", { hasText: "4,000–6,000" });
  const share = await range.evaluate((lane) => {
    const [plot, bar] = [".row", "rect.fill"].map((part) =>
      lane.querySelector(part)?.getBoundingClientRect(),
    );
    const ticks = [...document.querySelectorAll(".chart-frame text.tick")];
    const numbers = ticks.map(({ textContent }) => Number(textContent?.replaceAll(",", "")));
    const highest = Math.max(...numbers.filter(Number.isFinite));
    if (!plot || !bar) throw new Error("the range has no bar");
    const valueAt = (x: number) => Math.round(((x - plot.x) / plot.width) * highest);
    return [valueAt(bar.left), valueAt(bar.right)];
  });
  expect(share).toEqual([4000, 6000]);
});

function middle({ x, width }: { x: number; width: number }): number {
  return x + width / 2;
}

function edges(box = { x: 0, y: 0, width: 0, height: 0 }) {
  return { left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height };
}
