import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { cell, expect, openEmpty, test } from "./reader";

/** Made-up incidents: 334 in 2021, 217 in 2022, 50 in 2023, and six without a date. */
const incidents = [
  "event_date,actor1,country,fatalities",
  ...[334, 217, 50].flatMap((count, year) =>
    Array.from({ length: count }, (_, at) => {
      const day = new Date(Date.UTC(2021 + year, 0, 1 + (at % 365))).toISOString().slice(0, 10);
      return `${day},${at % 2 === 0 ? "ISK" : "Taliban"},Afghanistan,${at % 3}`;
    }),
  ),
  ...Array.from({ length: 6 }, () => ",ISK,Afghanistan,1"),
].join("\n");

async function choose(page: Page, name: string, text: string): Promise<void> {
  const buffer = Buffer.from(text);
  await page.getByLabel("File to open").setInputFiles({ name, mimeType: "text/csv", buffer });
  await expect(page.locator("h1")).toHaveText(name);
}

/** Each line of the comparison: period, published, own, difference, ratio, verdict. */
const lines = (page: Page) =>
  page
    .locator(".compare-table tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [0, 1, 3, 4, 5, 6].map((at) => row.children[at]?.firstChild?.textContent ?? "").join(" | "),
      ),
    );

test("lays an own table over the published counts, with its filters, by keyboard and in the address", async ({
  kept: page,
}) => {
  await openEmpty(page);
  await choose(page, "incidents.csv", incidents);
  const compare = page.getByRole("button", { name: "Compare", exact: true });
  await compare.focus();
  await page.keyboard.press("Enter");
  await expect
    .poll(async () => (await lines(page)).slice(0, 4))
    .toEqual([
      "2020 | 83 | – | – | – | not covered",
      "2021 | 353 | 334–340 | −19 to −13 | 94–97% | below",
      "2022 | 217 | 217–223 | 0 to +6 | 100–103% | cannot be told",
      "2023 | 45 | 50–56 | +5 to +11 | 111–125% | above",
    ]);
  await expect(page.locator(".compare-bars .mark.own")).toHaveCount(3);
  await expect(page.locator(".compare-bars .mark.color-1")).toHaveCount(4);
  await expect(page.locator(".compare-sentence").nth(1)).toContainText(
    "Own table: 334 to 340 rows (6 rows have no date) for 2021, 13 to 19 fewer than the 353 that CTC Sentinel counts; scopes differ: actor and place.",
  );
  await expect(page.locator(".compare-scope")).toContainText("ISK and Taliban");
  await expect.poll(() => new URL(page.url()).hash).toBe("#_compare=");

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save this comparison (CSV)" }).press("Enter");
  const file = await (await download).path();
  expect(readFileSync(file, "utf8").split("\n")[2]).toContain("2021,2021-01-01,2021-12-31,353");

  await page.locator(".filter-list > summary").click();
  await page.locator(".filter-fields summary", { hasText: "actor1" }).click();
  await page.getByRole("checkbox", { name: /^ISK/ }).click();
  await page.keyboard.press("Escape");
  await expect
    .poll(() => lines(page))
    .toContain("2021 | 353 | 167–173 | −186 to −180 | 47–50% | below");
  await expect(page.locator(".compare-scope tbody tr").first()).toHaveText("actorISKISKsame");

  await page.getByLabel("Published measure").selectOption("killed-in-operations");
  await expect(page.getByLabel("Count or sum")).toHaveValue("fatalities");
  await page.getByLabel("Count or sum").selectOption({ label: "Rows" });
  await page.getByLabel("Published series").selectOption("");
  await expect
    .poll(() => new URL(page.url()).hash)
    .toBe("#actor1=ISK&_compare=killed-in-operations&_add=");
  await page.getByRole("button", { name: "Rows", exact: true }).click();
  await expect(page.locator(".open-grid")).toBeVisible();

  await choose(page, "places.csv", "place,dead\nVarn,4\nHolm,2\n");
  await compare.click();
  await expect(page.locator(".compare")).toContainText("no column of dates or years");
});

test("takes rows in the schema of a figure as one more document", async ({ kept: page }) => {
  const sheet = readFileSync("data/package/attacks.csv", "utf8").split("\n");
  const changed = sheet
    .filter((line, at) => at === 0 || line.includes(",ctc-2024,"))
    .join("\n")
    .replace("2021,2021,,353,353,353,exact", "2021,2021,,340,340,340,exact")
    .replace(",83,83,83,exact", ",83,eighty,83,exact");
  await openEmpty(page);
  await choose(page, "mine.csv", changed);
  const line = page.locator(".figure-line");
  await expect(line).toContainText("published figures; 2 cells break a rule");

  // A cell that breaks a rule says why, as it is typed and after; lists find what is meant by its name.
  await line.getByRole("button").click();
  await expect(cell(page, 1, "best")).toBeFocused();
  await expect(cell(page, 1, "best")).toHaveAttribute(
    "title",
    "Expected a number, found “eighty”.",
  );
  await page.keyboard.type("83");
  await page.keyboard.press("Enter");
  await expect(line).toContainText("1 cell breaks a rule");
  await line.getByRole("button").click();
  await expect(cell(page, 3, "echoes")).toBeFocused();
  await expect(page.locator(".source-bar")).toContainText("Expected the low of attacks-2021-ctc");
  await page.keyboard.press("F2");
  await expect(page.locator('datalist option[value="attacks-2020-ctc"]')).toHaveAttribute(
    "label",
    /CTC Sentinel$/,
  );
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("0");
  await expect(page.locator(".source-bar")).toContainText("Expected at least 1, found “0”.");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(line).toContainText("2 cells break a rule");

  await page.getByRole("button", { name: "Your figures" }).press("Enter");
  const figures = page.getByRole("region", { name: "Your figures", exact: true });
  await expect(figures.locator(".figure-problems tbody tr").first()).toHaveText(
    '2besta number"eighty"',
  );
  const fact = figures.locator(".own-facts > li", { hasText: "2021" });
  await expect(fact).toContainText("contradict");
  await expect(fact).toContainText("Yours");
  await expect(figures).toContainText("1 published figure changed");
  const chart = figures.getByRole("region", { name: "Chart of your figures" });
  await expect(chart.locator(".legend li")).toContainText([/CTC Sentinel/, /Yours/]);
  const colourOf = async (id: string) =>
    /color-\d+/.exec((await chart.locator(`[data-figure="${id}"]`).getAttribute("class")) ?? "");
  expect(await colourOf("attacks-2021-ctc-yours")).not.toBeNull();
  expect(await colourOf("attacks-2021-ctc-yours")).not.toEqual(await colourOf("attacks-2021-ctc"));

  // What is undone is followed at once, and a problem leads to its cell.
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(figures.locator(".figure-problems tbody tr")).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await figures.getByRole("button", { name: "2", exact: true }).click();
  await expect(cell(page, 1, "best")).toBeFocused();
  await page.getByRole("button", { name: "Your figures" }).press("Enter");
  await expect.poll(() => new URL(page.url()).hash).toBe("#_figures=");
});
