import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, openEmpty, test, visit } from "./reader";

async function choose(page: Page, name: string, text: string): Promise<void> {
  const buffer = Buffer.from(text);
  await page.getByLabel("File to open").setInputFiles([{ name, mimeType: "text/csv", buffer }]);
  await expect(page.locator("h1")).toHaveText(name);
}

const face = (page: Page) => page.getByRole("button", { name: "Differences", exact: true });
const sentence = (page: Page) => page.locator(".differences-sentence b");

/** Each line that is listed: kind, key, column, before, after. */
const lines = (page: Page) =>
  page
    .locator(".differences-table tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent).join(" | ")),
    );

const before = "code,place,dead\nk1,Varn,9\nk2,Holm,10\nk3,Tarn,2\nk4,Eld,1\n";
const after = "place,code,dead\nVarn,k1,11\nHolm,k2,100\nTarn,k3,2\nMoor,k5,3\n";

test("lists what differs between two open tables, narrowed, sorted, matched otherwise, and as a file", async ({
  kept: page,
}) => {
  await openEmpty(page);
  await choose(page, "march.csv", before);
  await face(page).press("Enter");
  await expect(page.locator(".differences")).toContainText("Open another version of this table");
  await choose(page, "april.csv", after);
  await face(page).press("Enter");
  await expect(sentence(page)).toHaveText(
    "april.csv against march.csv: 1 row new, 1 gone, 2 changed; 1 row is the same.",
  );
  await expect(page.locator(".differences-problems li")).toHaveText([
    "The columns stand in another order, which changes no cell.",
  ]);
  await expect
    .poll(() => lines(page))
    .toEqual([
      "changed | k1 | dead | 9 | 11",
      "changed | k2 | dead | 10 | 100",
      "row new | k5 | whole row | – | place: Moor · dead: 3",
      "row gone | k4 | whole row | place: Eld · dead: 1 | –",
    ]);
  await page.getByRole("button", { name: "After" }).press("Enter");
  await page.getByRole("button", { name: "After" }).press("Enter");
  await page.getByLabel("Kind of difference").selectOption({ label: "changed (2)" });
  await expect
    .poll(() => lines(page))
    .toEqual(["changed | k2 | dead | 10 | 100", "changed | k1 | dead | 9 | 11"]);
  await page.getByLabel("Find in the differences").fill("k1");
  await expect(page.locator(".differences-count")).toHaveText("1 to 1 of 1, of 4 in all ");

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save all differences (CSV)" }).press("Enter");
  expect(readFileSync(await (await download).path(), "utf8")).toBe(
    "change,key,field,before,after\nchanged,k1,dead,9,11\nchanged,k2,dead,10,100\n" +
      "new,k5,place,,Moor\nnew,k5,code,,k5\nnew,k5,dead,,3\n" +
      "gone,k4,code,k4,\ngone,k4,place,Eld,\ngone,k4,dead,1,\n",
  );

  await page.getByLabel("Column of the key").selectOption("");
  await expect(page.locator(".differences-problems")).toContainText("matched by their place");
  await expect.poll(() => new URL(page.url()).hash).toBe("#_differences=&_key=");
  await expect(sentence(page)).toHaveText(
    "april.csv against march.csv: 3 rows changed; 1 row is the same.",
  );
});

test("holds an edited copy of a sheet against its published versions, as its address says", async ({
  kept: page,
}) => {
  const sheet = readFileSync("data/package/attacks.csv", "utf8");
  const copy = sheet.replace("2021,2021,,353,353,353,exact", "2021,2021,,340,340,340,exact");
  await visit(page, "/open#_differences=");
  await choose(page, "mine.csv", copy);
  await expect(sentence(page)).toContainText("mine.csv against Attacks");
  await expect(sentence(page)).toContainText(": 1 row changed; ");
  await expect(page.locator(".differences-table tbody tr")).toHaveCount(3);
  await expect(page.getByLabel("Other table", { exact: true })).toHaveValue(
    /^\/data\/[\d.]+\/attacks\.csv$/,
  );
  await page.getByLabel("Other table", { exact: true }).selectOption("/data/1.0.0/attacks.csv");
  await expect(sentence(page)).toContainText("1.0.0: ");
  await expect
    .poll(() => new URL(page.url()).hash)
    .toBe("#_differences=%2Fdata%2F1.0.0%2Fattacks.csv");
});
