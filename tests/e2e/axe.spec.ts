import { type Audit, breaches, expect, filters, open, type Page, test, visit } from "./reader";

const all = {
  tags: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
} satisfies Audit;
/** The rules among them that ask for colours: all that dark colours can break and light ones not. */
const ofColours = { rules: ["color-contrast", "link-in-text-block"] } satisfies Audit;

/** Rows of a table that have the colours of the dozen before them. */
const alike = "tbody > tr:nth-child(n + 13)";

/** Holds what the page shows to all rules in light colours, and in dark ones to those of colours. */
async function audit(page: Page, what: string) {
  await page.emulateMedia({ colorScheme: "light" });
  // Each text that is held to the rules of colours takes axe a millisecond.
  const isLong = (await page.locator(alike).count()) > 0;
  expect
    .soft(await breaches(page, isLong ? { ...all, but: ofColours.rules } : all), what)
    .toEqual([]);
  if (isLong) expect.soft(await breaches(page, ofColours, alike), what).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect.soft(await breaches(page, ofColours, alike), `${what}, dark`).toEqual([]);
}

test("a sheet breaks no rule of WCAG 2.2 AA that can be checked, whatever is open", async ({
  kept: page,
}) => {
  await open(page, "/attacks?place=Kabul");
  await filters.list(page).click();
  await audit(page, "list of filters");
  await page.locator(".columns-menu > summary").click();
  await audit(page, "columns");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("dialog").getByRole("combobox").fill("Krasnogorsk");
  await audit(page, "palette");
});

for (const view of [
  "/casualties?_sort=-value&_find=Crocus&_select=killed-crocus-dawn&planet=Mars",
  "/figures",
])
  test(`the sheet ${view} breaks no rule`, async ({ kept: page }) => {
    await open(page, view);
    await audit(page, view);
  });

for (const address of [
  "/",
  "/disagreements",
  "/documents",
  "/codebook",
  "/method",
  "/changes",
  "/use",
])
  test(`${address} breaks no rule`, async ({ kept: page }) => {
    await visit(page, address);
    await audit(page, address);
  });

test.describe("outside of the workbook", () => {
  test.use({ refusals: [404] });

  test("an embedded chart and an address that is none break no rule", async ({ page }) => {
    for (const address of ["/embed/attacks", "/nowhere"]) {
      await page.goto(address);
      await audit(page, address);
    }
  });
});

test.describe("without a script", () => {
  test("the table and the chart of the server break no rule", async ({ page }) => {
    await page.route("**/_next/static/**/*.js", (route) => route.fulfill({ body: "" }));
    await page.goto("/casualties?_sort=-value&_find=Crocus");
    await expect(page.locator(".plain-table")).toBeVisible();
    expect(await breaches(page, all)).toEqual([]);
  });
});
