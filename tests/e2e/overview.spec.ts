import { expect, test, visit, whole } from "./reader";

test("says what this is, whose numbers these are and where to click", async ({ kept: page }) => {
  await visit(page, "/");
  await expect(page.locator(".lead")).toContainText(
    `${whole.figures} figures on Islamic State Khorasan Province`,
  );
  for (const name of ["CTC Sentinel", "The Diplomat", "OSW", "Dawn", "IRS"])
    await expect(page.locator(".overview .legend").getByRole("link", { name })).toBeVisible();
  await expect(page.locator(".steps")).toContainText("Open a sheet");
});

test("shows each sheet with its figure, its source and a chart", async ({ kept: page }) => {
  await visit(page, "/");
  const cards = page.locator(".sheet-cards > li");
  await expect(cards).toHaveCount(9);
  await expect(cards.getByRole("img")).toHaveCount(9);
  await expect(cards.first()).toContainText("353 attacks claimed by ISK, 2021 — CTC Sentinel");
});

test("a card leads to its sheet with the figure of its headline selected", async ({
  kept: page,
}) => {
  await visit(page, "/");
  // The link of a card lies over all of it.
  const headline = page.locator(".sheet-cards b", { hasText: "4,000 to 6,000" });
  await headline.click({ force: true });
  await expect(page).toHaveURL(/\/strength\?_select=fighters-families-2023-dip$/);
  await expect(page.locator(".source-text")).toContainText("UN");
});

test("a disagreement leads to its statements, drawn as values", async ({ kept: page }) => {
  await visit(page, "/");
  await page.locator(".apart a").first().click();
  await expect(page.locator(".status-bar [role=status]").first()).toContainText(
    "where Fact contains “crocus-killed”",
  );
});

test("a cell of the coverage leads to what a document says on a sheet", async ({ kept: page }) => {
  await visit(page, "/");
  const row = page.getByRole("row", { name: /^Migration/ });
  await row.getByRole("link").nth(1).click();
  await expect(page).toHaveURL(/\/migration\?document=/);
});

test("stands without a script, on a phone too, without sideways scrolling", async ({
  still: page,
}) => {
  await page.goto("/");
  for (const width of [390, 320, 768, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(page.locator(".sheet-cards svg").first()).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBe(width);
  }
});
