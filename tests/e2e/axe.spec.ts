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
    test.use({ colorScheme, refusals: [404] });

    test("a sheet breaks no rule of WCAG 2.2 AA that can be checked, whatever is open", async ({
      page,
    }) => {
      await open(page, "/attacks?place=Kabul");
      await filters.list(page).click();
      expect.soft(await violations(page), "list of filters").toEqual([]);
      await page.locator(".columns-menu > summary").click();
      expect.soft(await violations(page), "columns").toEqual([]);
      await page.keyboard.press("Escape");
      await page.keyboard.press("ControlOrMeta+k");
      await page.getByRole("dialog").getByRole("combobox").fill("Krasnogorsk");
      expect.soft(await violations(page), "palette").toEqual([]);
      for (const view of [
        "/casualties?_sort=-value&_find=Crocus&_select=killed-crocus-dawn&planet=Mars",
        "/figures",
      ]) {
        await open(page, view);
        expect.soft(await violations(page), view).toEqual([]);
      }
    });

    test("no other page breaks a rule", async ({ page }) => {
      for (const address of [
        "/",
        "/disagreements",
        "/documents",
        "/codebook",
        "/method",
        "/use",
        "/embed/attacks",
        "/nowhere",
      ]) {
        await page.goto(address);
        expect.soft(await violations(page), address).toEqual([]);
      }
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
