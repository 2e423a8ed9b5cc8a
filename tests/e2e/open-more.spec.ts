import type { Page, Request } from "@playwright/test";
import { zipSync } from "fflate";
import { expect, open, openEmpty, test, visit } from "./reader";

const events = `event;day;place;deaths;hurt;note
N1;03 January 2024;Varn;4;1;Clash
N2;17 January 2024;Ost Varn;0;3;Device made safe
N3;02 February 2024;Varn;12;20;Ambush on a road
N4;05 March 2024;Holm;n/a;;Ambush
N5;11 March 2024;Holm;3;4;Raid
N6;12 March 2024;Varn;≥ 40;50;Ambush
`;
const counts = "place,2018,2019,2020\nVarn,1,2,3\nHolm,4,5,6\n";

const fileOf = (name: string, text: string | Uint8Array) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(text as string),
});

const choose = (page: Page, ...files: ReturnType<typeof fileOf>[]) =>
  page.getByLabel("File to open").setInputFiles(files);

const heading = (page: Page) => page.locator("h1");
const status = (page: Page) => page.locator(".status-bar");
const chart = (page: Page) => page.locator(".open-chart");

async function download(page: Page, act: () => Promise<void>) {
  const coming = page.waitForEvent("download");
  await act();
  const file = await coming;
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

test("a file that is dropped on any page opens as a table, and is sent nowhere", async ({
  kept: page,
}) => {
  await open(page, "/attacks");
  const sent: string[] = [];
  const listen = (request: Request) => {
    if (request.method() !== "GET") sent.push(`${request.method()} ${request.url()}`);
  };
  page.on("request", listen);
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.csv"));
    return transfer;
  }, events);
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
  await expect(heading(page)).toHaveText("dropped.csv");
  expect(new URL(page.url()).pathname).toBe("/open");
  await expect(status(page)).toContainText("6 of 6 rows");
  page.off("request", listen);
  expect(sent).toEqual([]);
});

test("several files are open side by side, each with its own view", async ({ kept: page }) => {
  await visit(page, "/attacks");
  await page.getByRole("link", { name: "Open a table" }).first().click();
  await expect(heading(page)).toHaveText("Open your own table");
  const descriptor = {
    resources: [
      {
        name: "counts",
        path: "data/counts.csv",
        schema: {
          fields: [
            { name: "place", type: "string" },
            { name: "2018", type: "year" },
          ],
        },
      },
    ],
  };
  await choose(
    page,
    fileOf("events.csv", events),
    fileOf("counts.csv", counts),
    fileOf("datapackage.json", JSON.stringify(descriptor)),
  );
  const tabs = page.getByRole("list", { name: "Open tables" });
  await expect(tabs.getByRole("listitem")).toHaveText([/counts.csv/, /events.csv/]);
  await expect(heading(page)).toHaveText("counts.csv");
  await page.locator(".how-read-menu > summary").click();
  await expect(page.getByLabel("2018 is read as")).toHaveValue("year");
  await page.keyboard.press("Escape");
  await tabs.getByRole("button", { name: "events.csv", exact: true }).click();
  await page.getByLabel("Find in this table").fill("ambush");
  await expect(status(page)).toContainText("3 of 6 rows");
  await tabs.getByRole("button", { name: "counts.csv", exact: true }).click();
  await expect(status(page)).toContainText("2 of 2 rows");
  await tabs.getByRole("button", { name: "events.csv", exact: true }).click();
  await expect(status(page)).toContainText("3 of 6 rows");
  await page.getByRole("button", { name: "Close counts.csv" }).click();
  await expect(tabs).toHaveCount(0);
  await expect(heading(page)).toHaveText("events.csv");
  const ranged = counts.replace(",5,", ",5-8,");
  const zip = zipSync({ "a.csv": Buffer.from("x,y\n1,2\n3,4\n"), "b.csv": Buffer.from(ranged) });
  await choose(page, fileOf("two.zip", zip));
  await expect(heading(page)).toHaveText("two.zip");
  await page.getByLabel("Table", { exact: true }).selectOption("b.csv");
  await expect(page.locator(".how-read > p")).toContainText("Table “b.csv”; 2 rows, 4 columns");
  await expect(chart(page).locator("h2")).toHaveText("Sum over the years by place");
  await expect(chart(page).locator(".recharts-line-curve")).toHaveCount(2);
  await expect(chart(page).locator(".recharts-errorBar")).toHaveCount(1);
  const drawn = await download(page, () =>
    page.getByRole("button", { name: "Save as SVG" }).click(),
  );
  const texts = [...drawn.bytes.toString().matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)];
  expect(texts.map(([, text]) => text)).toEqual(
    expect.arrayContaining(["2018", "2020", "Varn", "Holm"]),
  );
  const lines = [...drawn.bytes.toString().matchAll(/<path name="[^>]*? stroke="([^"]+)"/g)];
  expect(new Set(lines.map(([, color]) => color)).size).toBe(2);
});

test("is taken as each kind of file, and a package opens again as it was understood", async ({
  kept: page,
}) => {
  await openEmpty(page);
  await choose(page, fileOf("events.csv", events));
  await page.getByLabel("Find in this table").fill("varn");
  await expect(status(page)).toContainText("4 of 6 rows");
  await page.locator(".take-menu > summary").click();
  const take = (name: string) =>
    download(page, () => page.getByRole("button", { name, exact: true }).click());
  const clean = await take("CSV, cleaned");
  expect(clean.name).toBe("events-rows-clean.csv");
  expect(clean.bytes.toString()).toContain("N6,2024-03-12,Varn,,40,,≥ 40,50,Ambush\n");
  expect(JSON.parse((await take("JSON")).bytes.toString())).toHaveLength(4);
  await page.getByRole("button", { name: "All 6 rows" }).click();
  expect((await take("Excel")).bytes.subarray(0, 2).toString()).toBe("PK");
  const packed = await take("Data Package");
  expect(packed.name).toBe("events.zip");
  await page.keyboard.press("Escape");
  const drawn = await download(page, () =>
    page.getByRole("button", { name: "Save as SVG" }).click(),
  );
  expect(drawn.bytes.toString()).toMatch(/^<svg [\s\S]*Rows by day[\s\S]*Rows of events\.csv\./);
  expect(drawn.bytes.toString()).not.toContain("var(--");
  const png = await download(page, () => page.getByRole("button", { name: "Save as PNG" }).click());
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  await choose(page, fileOf(packed.name, packed.bytes));
  await expect(heading(page)).toHaveText("events.zip");
  await expect(page.locator(".how-read > p")).toContainText("Columns follow its datapackage.json");
  await expect(status(page)).toContainText("6 of 6 rows");
});

test("draws what the columns allow, filters what is missing, and each act can be undone", async ({
  kept: page,
}) => {
  await openEmpty(page);
  await choose(page, fileOf("events.csv", events));
  const kind = page.getByLabel("Kind of chart");
  const title = chart(page).locator("h2");
  const words = chart(page).locator(".chart-words");
  await kind.selectOption("Distribution");
  await expect(title).toHaveText("Rows by deaths");
  await expect(words).toHaveText(
    "Each bar covers 2. 1 row has no number. 1 row spans several bars and is left out.",
  );
  await expect.poll(() => new URL(page.url()).hash).toContain("_chart=spread");
  await kind.selectOption("Scatter");
  await expect(title).toHaveText("hurt against deaths");
  await expect(chart(page).locator(".recharts-scatter-symbol")).toHaveCount(4);
  await kind.selectOption("Ranges");
  await expect(words).toContainText("A pale bar is open-ended");
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await expect.poll(() => new URL(page.url()).hash).toContain("_as=table");
  await page.getByRole("button", { name: "Chart", exact: true }).click();
  await page.locator(".filter-list > summary").click();
  await page.locator(".filter-range", { hasText: "deaths" }).getByRole("checkbox").click();
  await expect(status(page)).toContainText("1 of 6 rows where deaths is missing");
  await page.getByLabel(/^deaths/).fill("10..");
  await page.getByLabel(/^deaths/).press("Enter");
  await expect(status(page)).toContainText("3 of 6 rows");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(status(page)).toContainText("1 of 6 rows");
  await page.locator("body").press("Control+z");
  await expect(status(page)).toContainText("6 of 6 rows");
  await page.getByRole("button", { name: "Redo", exact: true }).click();
  await expect(status(page)).toContainText("1 of 6 rows");
  const menu = page.locator(".how-read-menu");
  await menu.locator("summary").first().click();
  for (const [type, sentence] of [
    ["text", "1 of 6 rows"],
    ["category", "1 of 6 rows"],
  ] as const) {
    await page.getByLabel("note is read as").selectOption(type);
    await expect(page.getByLabel("note is read as")).toHaveValue(type);
    await expect(status(page)).toContainText(sentence);
    expect(await menu.evaluate((each: HTMLDetailsElement) => each.open)).toBe(true);
  }
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await menu.locator("summary").first().click();
  await expect(page.getByLabel("note is read as")).toHaveValue("text");
});

test("what a column is for, its unit and what is missing in it are chosen, undone and kept", async ({
  kept: page,
}) => {
  await openEmpty(page);
  await choose(page, fileOf("events.csv", events));
  await expect(status(page)).toContainText("deaths: sum at least 59 (1 missing)");
  await page.getByRole("button", { name: "Keep on this device" }).click();
  await expect(page.getByRole("button", { name: "Remove from this device" })).toBeVisible();
  const menu = page.locator(".how-read-menu");
  await menu.locator("summary").first().click();
  await page.getByLabel("Unit of deaths").fill("people");
  await page.getByLabel("Unit of deaths").press("Enter");
  await expect(status(page)).toContainText("deaths: sum at least 59 people (1 missing)");
  const row = menu.getByRole("row", { name: /^deaths/ });
  await row.locator(".missing-signs > summary").click();
  await row.getByLabel("Also missing, as printed").fill("12");
  await row.getByLabel("Also missing, as printed").press("Enter");
  await expect(status(page)).toContainText("deaths: sum at least 47 people (2 missing)");
  await page.getByLabel("Role of deaths").selectOption("note");
  await expect(status(page)).not.toContainText("deaths");
  await expect.poll(() => new URL(page.url()).hash).toContain("_role=deaths%3Anote");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo the change" }).click();
  await expect(status(page)).toContainText("deaths: sum at least 47 people (2 missing)");
  await expect.poll(() => new URL(page.url()).hash).not.toContain("_role");
  await page.reload();
  await expect(status(page)).toContainText("deaths: sum at least 47 people (2 missing)");
});
