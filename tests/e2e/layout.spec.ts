import { expect, find, heading, heights, open, overflow, type Page, test } from "./reader";

// How much of a window tools take, and that they stay in their places.

const plain = ["/", "/disagreements", "/documents", "/codebook", "/method", "/use"];

/** Where things stand, in whole CSS pixels. */
function places(page: Page, selectors: readonly string[]) {
  return page.evaluate(
    (selectors) =>
      selectors.map((selector) => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        return box ? [selector, Math.round(box.left), Math.round(box.top)] : [selector];
      }),
    selectors,
  );
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("one press shows the chart in place of the table, and moves nothing else", async ({
    kept: page,
  }) => {
    await open(page, "/attacks");
    const still = ["h1", ".corner", ".tools", ".source-bar"];
    const before = await places(page, still);
    await expect(page.locator(".chart-frame")).toBeHidden();
    await page.getByRole("button", { name: "Chart", exact: true }).tap();
    await expect(page.locator(".grid-panel")).toBeHidden();
    await expect(page.locator(".chart-frame")).toBeInViewport({ ratio: 0.9 });
    await expect(page.locator(".chart-frame [data-figure=attacks-2021-ctc]")).toBeVisible();
    expect(await places(page, still)).toEqual(before);
    expect((await heights(page)).work).toBeGreaterThan(0.5);
    await page.goto("/casualties");
    await expect(page.locator(".grid-panel")).toBeHidden();
    await page.getByRole("button", { name: "Table", exact: true }).tap();
    await expect(page.locator(".grid-panel")).toBeVisible();
    await expect(page.locator(".chart-frame")).toBeHidden();
  });

  test("without a script table and chart stand below each other", async ({ still: page }) => {
    await page.goto("/attacks");
    const [table, chart] = [".grid-panel", ".chart-frame"].map((each) => page.locator(each));
    const [above, below] = [await table?.boundingBox(), await chart?.boundingBox()];
    expect(below?.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0));
    await expect(page.locator(".segments").first()).toBeHidden();
    await expect(page.locator(".tour")).toBeHidden();
    await page.getByRole("link", { name: "What the signs and columns mean" }).click();
    await expect(page).toHaveURL(/\/codebook#signs$/);
    await expect(page.locator("#signs")).toBeInViewport();
  });
});

test("the key to signs and columns is one press away, and gives the focus back", async ({
  kept: page,
}) => {
  await open(page, "/attacks");
  const key = page.getByRole("link", { name: "What the signs and columns mean" });
  await key.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "How to read this sheet" });
  for (const text of ["at least 17: 17 or more", "ISK, ISKP, ISIS-K", "hatched", "How the"])
    await expect(dialog).toContainText(text);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(key).toBeFocused();
});

test("a heading says what its column holds, to the pointer and to a screen reader", async ({
  kept: page,
}) => {
  await open(page, "/attacks");
  const says = /^The estimate as a whole, with its precision/;
  await expect(heading(page, "Value")).toHaveAttribute("aria-description", says);
  await expect(heading(page, "Value").locator(".grid-title")).toHaveAttribute("title", says);
});

test.describe("a first visit", () => {
  test("shows what can be done until it is closed, for good, and closing moves nothing", async ({
    page,
  }) => {
    await page.addInitScript(() => {
      if (localStorage.getItem("tour") === "done" && !localStorage.getItem("closed"))
        localStorage.setItem("tour", "new");
    });
    await open(page, "/attacks");
    const tour = page.getByRole("complementary", { name: "First time here?" });
    await expect(tour.getByRole("listitem")).toHaveCount(4);
    const still = ["h1", ".tools", ".grid-panel", ".chart-frame", ".status-bar", ".tabs"];
    const before = await places(page, still);
    await tour.getByRole("button", { name: "Got it" }).click();
    await expect(tour).toHaveCount(0);
    expect(await places(page, still)).toEqual(before);
    await page.evaluate(() => localStorage.setItem("closed", "yes"));
    await open(page, "/strength");
    await expect(tour).toBeHidden();
  });
});

// As the server sends the pages: tests/e2e/handover.spec.ts holds that nothing moves once scripts run.
test("titles, search and share stand in one place on all pages, in a window of any width", async ({
  still: page,
}) => {
  const still = [".find-everywhere input", ".share-bar .share", ".share-bar .download"];
  /** Where they stand by the width of the window; of the title, how far from the left. */
  const found = async () => {
    const all = [];
    for (const width of [1024, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const [title] = await places(page, ["h1"]);
      all.push([width, title?.[1], await places(page, still)]);
    }
    return all;
  };
  await page.goto("/attacks");
  const first = await found();
  // What stands around a sheet is the same for all; these have a short title and long ones.
  for (const address of [...plain, "/media", "/plots-and-arrests", "/figures"]) {
    await page.goto(address);
    expect.soft(await found(), address).toEqual(first);
  }
});

test("the table alone, and a search without a space, widen no page", async ({ kept: page }) => {
  await open(page, "/attacks");
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await expect(page.locator(".chart-panel")).toBeHidden();
  expect(await overflow(page)).toBe(0);
  await find(page).fill("x".repeat(300));
  await expect(page.getByRole("list", { name: "Filters" })).toBeVisible();
  expect(await overflow(page)).toBe(0);
  const width = await page.locator("main").evaluate((main) => main.scrollWidth - main.clientWidth);
  expect(width).toBe(0);
});
