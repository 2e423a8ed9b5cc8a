import { expect, filters, open, overflow, type Page, sheets, test } from "./reader";

const sizes = {
  "a phone": { width: 390, height: 844 },
  "a tablet": { width: 768, height: 1024 },
} as const;

for (const [device, viewport] of Object.entries(sizes))
  test.describe(`on ${device}`, () => {
    test.use({ viewport });

    test("every tab can be reached and leads to its sheet", async ({ kept: page }) => {
      await open(page, "/attacks");
      const tabs = page.getByRole("navigation", { name: "Sheets" });
      await expect(tabs).toBeInViewport({ ratio: 1 });
      const all = await tabs.getByRole("link").all();
      expect(all.length).toBeGreaterThan(sheets.length);
      for (const tab of all) {
        await tab.scrollIntoViewIfNeeded();
        await expect(tab).toBeInViewport({ ratio: 0.95 });
      }
      await tabs.getByText("Context").click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Context");
    });

    test("grid and chart lie within the window, and do not cover each other", async ({ read }) => {
      const page = await read("/casualties");
      const grid = await box(page, ".grid-panel");
      const isPhone = viewport.width < 768;
      if (isPhone) await page.getByRole("button", { name: "Chart", exact: true }).click();
      const chart = await box(page, ".chart-frame");
      for (const { x, width } of [grid, chart]) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(viewport.width);
        expect(width).toBeGreaterThan(250);
      }
      expect(isPhone || chart.x >= grid.x + grid.width).toBe(true);
      expect(grid.height).toBeGreaterThan(200);
    });

    test("the list of filters fits into the window", async ({ kept: page }) => {
      await open(page, "/attacks");
      await filters.list(page).click();
      const list = await box(page, ".filter-fields");
      expect(list.x).toBeGreaterThanOrEqual(0);
      expect(list.x + list.width).toBeLessThanOrEqual(viewport.width);
      expect(await overflow(page)).toBe(0);
    });
  });

test.describe("on a phone", () => {
  test.use({ viewport: sizes["a phone"], hasTouch: true, isMobile: true });

  test("the status is not hidden behind the tabs", async ({ kept: page }) => {
    await open(page, "/attacks");
    const whole = page.locator(".totals");
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const [link, tabs] = [await whole.boundingBox(), await box(page, "nav[aria-label=Sheets]")];
    expect((link?.y ?? 0) + (link?.height ?? 0)).toBeLessThanOrEqual(tabs.y);
  });
});

async function box(page: Page, selector: string) {
  const found = await page.locator(selector).boundingBox();
  if (!found) throw new Error(`${selector} is not on the page`);
  return found;
}
