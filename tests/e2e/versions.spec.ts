import { expect, rowAt, test } from "./reader";

test("a page of an older version shows its figures, keeps it in every link, and leads to the newest", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/attacks?_version=1.0.0&_sort=-value");
  await expect(page.locator(".version-note")).toHaveText(
    /^Version 1\.0\.0 of 21 Nov 2026\. Newer figures exist: version \d+\.\d+\.\d+, what changed$/,
  );
  await expect(rowAt(page, 1)).toBeVisible();
  expect(asked).toContain("/data/1.0.0/attacks.csv");
  expect(asked).not.toContain("/data/attacks.csv");
  // Acts within the page and a step to another sheet keep the version.
  await page.getByRole("searchbox", { name: "Find in this sheet" }).fill("kabul");
  await expect.poll(() => new URL(page.url()).search).toContain("_find=kabul");
  await expect.poll(() => new URL(page.url()).search).toContain("_version=1.0.0");
  await page.getByRole("link", { name: "Media", exact: true }).click();
  await expect.poll(() => page.url()).toMatch(/\/media\?_version=1\.0\.0$/);
  await expect(page.locator("#sheet-title")).toHaveText("Media");
  await expect.poll(() => asked).toContain("/data/1.0.0/media.csv");
  await page.getByRole("link", { name: "Cite" }).click();
  await expect(page.locator("dialog blockquote").last()).toContainText(
    "/?_version=1.0.0 (accessed",
  );
  await page.keyboard.press("Escape");
  await page.locator(".version-note a").first().click();
  await expect.poll(() => page.url()).toMatch(/\/media$/);
  await expect(page.locator(".version-note")).toHaveCount(0);
  await expect.poll(() => asked).toContain("/data/media.csv");
});

test("an unknown version is said, and the newest figures are shown", async ({ page }) => {
  await page.goto("/attacks?_version=9.9.9");
  await expect(page.getByText('_version: found "9.9.9", expected one of 1.0.0, ')).toHaveCount(1);
  await expect(page.locator(".version-note")).toHaveCount(0);
  await page.goto("/documents?_version=9.9.9");
  await expect(page.locator(".version-note")).toContainText("expected one of 1.0.0, ");
});

test.describe("without a script", () => {
  test("changes are filtered, sorted and downloaded by plain means", async ({
    still: page,
    request,
  }) => {
    await page.goto("/changes");
    const lines = page.locator(".changes > section > .list-table tbody tr");
    const all = await lines.count();
    await expect(page.locator(".changes .links").first()).toContainText(`${all} changes`);
    await page.getByLabel("Kind").selectOption("new");
    await page.getByLabel("Table").selectOption("Attacks");
    await page.getByRole("button", { name: "Show" }).click();
    await expect.poll(() => lines.count()).toBeLessThan(all / 5);
    const few = await lines.count();
    await page.getByRole("link", { name: "Row", exact: true }).first().click();
    await expect(page.locator(".changes [aria-sort=ascending]").first()).toHaveText("Row ↑");
    const href = await page.getByRole("link", { name: "Download them (CSV)" }).getAttribute("href");
    const csv = await (await request.get(href ?? "")).text();
    expect(csv.trimEnd().split("\r\n")).toHaveLength(1 + few);
    await lines.first().getByRole("link").click();
    await expect(page).toHaveURL(/\/attacks\?_select=.*&_repeats=show/);
    const old = await request.get("/data/1.0.0/attacks.csv");
    expect(old.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
    const unknown = await request.get("/data/9.9.9/attacks.csv");
    expect(unknown.status()).toBe(404);
    expect(await unknown.text()).toContain("Published versions: 1.0.0, ");
  });
});
