import AxeBuilder from "@axe-core/playwright";
import { expect, filters, open, type Page, test } from "./reader";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** Each violation as its rule with the elements that break it. */
async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

for (const colorScheme of ["light", "dark"] as const)
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test("/ breaks no rule of WCAG 2.2 AA that can be checked", async ({ page }) => {
      await page.goto("/");
      expect(await violations(page)).toEqual([]);
    });

    for (const view of [
      "/attacks",
      "/casualties?_sort=-value&_find=Crocus&_select=killed-crocus-dawn&planet=Mars",
      "/figures",
    ])
      test(`${view} breaks no rule of WCAG 2.2 AA that can be checked`, async ({ page }) => {
        await open(page, view);
        expect(await violations(page)).toEqual([]);
      });

    test("the open list of filters breaks no rule either", async ({ page }) => {
      await open(page, "/attacks?place=Kabul");
      await filters.list(page).click();
      expect(await violations(page)).toEqual([]);
    });
  });

test.describe("without a script", () => {
  test("the table and the chart of the server break no rule", async ({ page }) => {
    await page.route("**/_next/static/**/*.js", (route) => route.fulfill({ body: "" }));
    await page.goto("/casualties?_sort=-value&_find=Crocus");
    await expect(page.locator(".plain-table")).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
});
