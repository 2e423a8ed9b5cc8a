import { expect, test } from "./reader";

test.describe("without a script", () => {
  test("figures are grouped by a form, a cell leads to its figures, and says why it has no number", async ({
    still: page,
    request,
  }) => {
    await page.goto("/casualties?actor=ISK");
    await page.getByText("Columns", { exact: true }).click();
    await page.getByRole("link", { name: "Pivot", exact: true }).click();
    await expect(page.locator("h1")).toHaveText("Pivot: Casualties");
    await page.getByLabel("Rows").selectOption({ label: "Event" });
    await page.getByLabel("Columns").selectOption({ label: "Measure" });
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/_sheet=casualties.*_rows=event.*actor=ISK/);
    const row = page.getByRole("row", { name: /^Crocus City Hall/ });
    await expect(row.getByRole("cell").first().locator("details")).toContainText(
      "are two statements of one fact",
    );
    const file = await page.getByRole("link", { name: "Save as CSV" }).getAttribute("href");
    expect(await (await request.get(file ?? "")).text()).toMatch(/^\uFEFFEvent,Killed in attacks/);
    await row.getByRole("cell").first().getByRole("link").click();
    await expect(page).toHaveURL(/\/casualties\?.*event=crocus-2024/);
    await expect(page.locator(".status-bar")).toContainText("where");
  });
});
