import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { simpleTable } from "./reader";

// What breaks here complains in the console on purpose, so no listener stands by.
test.use({ viewport: { width: 1440, height: 900 } });

// A script may still be on its way through a test's hands, and the next test may get the same context.
test.afterEach(async ({ context, page }) => {
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await context.setOffline(false);
});

// Answers that a test reads and changes on their way take their time.
const expectSoon = expect.configure({ timeout: 15_000 });
test.describe.configure({ timeout: 60_000 });

const trace = /\bat \S+ \(|webpack|turbopack|\.next\/|node_modules|on purpose/i;

/** What a reader can read: no page may show where in the code something broke. */
async function expectNoTrace(page: Page) {
  expect(await page.locator("body").innerText()).not.toMatch(trace);
}

/** The built scripts, each with the end of its address. */
const scripts = readdirSync(".next/static", { encoding: "utf8", recursive: true })
  .filter((file) => file.endsWith(".js"))
  .map((file) => ({ file, text: readFileSync(join(".next/static", file), "utf8") }));

/** Whether an address is that of a script whose text matches; at least one is. */
function isScriptWith(text: RegExp) {
  const files = scripts.filter((script) => text.test(script.text)).map(({ file }) => file);
  expect(files, `scripts with ${text}`).not.toEqual([]);
  return ({ pathname }: URL) => files.some((file) => pathname.endsWith(`/${file}`));
}

/** Refuses the scripts whose text matches, as a line does that breaks off. */
async function block(page: Page, library: RegExp) {
  await page.route(isScriptWith(library), (route) => route.abort());
}

/** Has the scripts whose text matches throw where they name it. */
async function breakAt(page: Page, name: RegExp) {
  await page.route(isScriptWith(name), async (route) => {
    const response = await route.fetch();
    const broken = (await response.text()).replace(name, "(()=>{throw new Error('on purpose')})()");
    await route.fulfill({ response, body: broken });
  });
}

const rowsOf = (page: Page) => page.locator(".plain-table tbody tr");
const marksOf = (page: Page) => page.locator(".chart-frame [data-figure]");

test("without the grid's script the server's table stays, and a sentence says so", async ({
  page,
}) => {
  await block(page, /ag-grid/i);
  await page.goto("/attacks");
  await expectSoon(page.getByText("The grid could not be shown")).toBeVisible();
  await expectSoon(page.locator(".chart-frame[data-ready]")).toBeVisible();
  expect(await rowsOf(page).count()).toBeGreaterThan(10);
  await page.getByRole("columnheader").getByRole("link", { name: "Value" }).click();
  await expect(page).toHaveURL(/_sort=value/);
  await expect(page.locator("th[aria-sort=ascending]")).toBeVisible();
  await expectNoTrace(page);
});

test("without the chart's script the server's chart stays, and a sentence says so", async ({
  page,
}) => {
  await block(page, /recharts-wrapper/);
  await page.goto("/attacks");
  await expectSoon(page.getByText("The chart that answers could not be shown")).toBeVisible();
  await expectSoon(page.locator(".grid-panel[data-ready]")).toBeVisible();
  expect(await marksOf(page).count()).toBeGreaterThan(2);
  await expectNoTrace(page);
});

test("a chart that throws gives way to the server's, and leaves the grid alone", async ({
  page,
}) => {
  // Recharts alone names this class: reading the name fails where the chart is drawn.
  await breakAt(page, /(["'])recharts-wrapper\1/);
  await page.goto("/attacks");
  await expectSoon(page.getByText("The chart that answers could not be shown")).toBeVisible();
  await expectSoon(page.locator(".grid-panel[data-ready]")).toBeVisible();
  expect(await marksOf(page).count()).toBeGreaterThan(2);
  await expectNoTrace(page);
});

test("a grid that throws gives way to the server's table, and leaves the chart alone", async ({
  page,
}) => {
  await page.addInitScript(() => {
    // The grid alone has style sheets adopted.
    CSSStyleSheet.prototype.replaceSync = () => {
      throw new Error("on purpose");
    };
  });
  await page.goto("/attacks");
  await expectSoon(page.getByText("The grid could not be shown")).toBeVisible();
  await expectSoon(page.locator(".chart-frame[data-ready]")).toBeVisible();
  expect(await rowsOf(page).count()).toBeGreaterThan(10);
  await expectNoTrace(page);
});

test("an offline reader keeps the page, sorts it and is told that a dialog did not load", async ({
  page,
  context,
}) => {
  await page.goto("/attacks");
  await expectSoon(page.locator(".grid-panel[data-ready]")).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("columnheader", { name: /^Value/ }).click();
  await expect(page).toHaveURL(/_sort=value/);
  await page.getByRole("link", { name: "Cite" }).click();
  await expectSoon(page.getByText("This did not load here")).toBeVisible();
  await expectNoTrace(page);
});

test("a clipboard that is denied is said in a sentence", async ({ page }) => {
  await page.addInitScript(() => {
    const deny = () => Promise.reject(new Error("on purpose"));
    Object.defineProperty(navigator, "clipboard", { value: { writeText: deny, write: deny } });
    document.execCommand = () => false;
  });
  await page.goto("/attacks?_select=attacks-2023-kp-ctc");
  await expectSoon(page.locator(".grid-panel[data-ready]")).toBeVisible();
  await page.locator(".source-bar .copy button").first().click();
  await expect(
    page
      .locator(".source-bar")
      .getByText(/did not allow copying/)
      .first(),
  ).toBeVisible();
  await expectNoTrace(page);
});

test("without the palette's script a sentence says so, and the field finds by itself", async ({
  page,
}) => {
  await block(page, /palette-list/);
  await page.goto("/attacks");
  await expectSoon(page.locator(".grid-panel[data-ready]")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await expectSoon(page.getByText("The list did not load here")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("Krasnogorsk");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/figures\?_find=Krasnogorsk$/);
  await expectNoTrace(page);
});

test("a palette whose list does not come says so, and closes", async ({ page }) => {
  await page.route("**/palette", (route) => route.abort());
  await page.goto("/attacks");
  await expectSoon(page.locator(".grid-panel[data-ready]")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await expectSoon(page.getByText("The list could not be loaded")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("where storage is forbidden the workbook works, choices included", async ({ page }) => {
  await page.addInitScript(() => {
    const forbid = () => {
      throw new DOMException("on purpose", "SecurityError");
    };
    Object.defineProperty(document, "cookie", { get: () => "", set: forbid });
    for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, { get: forbid });
  });
  await page.goto("/attacks");
  await expectSoon(page.locator(".grid-panel[data-ready]")).toBeVisible();
  await page.getByRole("button", { name: /^Theme/ }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  const said = page.getByRole("status").filter({ hasText: "This browser keeps no choices" });
  await expect(said).toHaveCount(1);
  await expect(said).toBeInViewport({ ratio: 1 });
  const split = page.getByRole("separator", { name: "Width of the table" });
  await split.press("ArrowLeft");
  await expect(split).toHaveAttribute("aria-valuenow", "55");
  await expect(said).toHaveCount(2);
  await (await simpleTable(page)).check();
  await expect(page.getByRole("table", { name: "Attacks" })).toBeVisible();
  await expectSoon(page.locator(".chart-frame[data-ready]")).toBeVisible();
});

test("a page that fails says so and leads on", async ({ page }) => {
  await page.addInitScript(() => {
    URLSearchParams.prototype.sort = () => {
      throw new Error("on purpose");
    };
  });
  await page.goto("/attacks");
  await expectSoon(page.getByRole("heading", { level: 1 })).toHaveText(
    "This page could not be shown",
  );
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await expectNoTrace(page);
  expect(
    await page.locator(".top-bar[style], .top-bar [style], main[style], main [style]").count(),
  ).toBe(0);
  await page.getByRole("main").getByRole("link", { name: "overview" }).click();
  await expect(page).toHaveURL(/\/$/);
});

test("where even the page for failures fails, the last one says so, in the workbook's look", async ({
  page,
}) => {
  await page.addInitScript(() => {
    URLSearchParams.prototype.sort = () => {
      throw new Error("on purpose");
    };
  });
  await breakAt(page, /(["'`])This page could not be shown\1/);
  await page.goto("/attacks");
  await expectSoon(page.getByRole("heading", { level: 1 })).toHaveText(
    "The workbook could not be shown",
  );
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page).toHaveTitle(/^The workbook could not be shown/);
  await expect(page.locator(".top-bar")).toHaveCSS("display", "flex");
  await expect(page.locator("main [style], .top-bar [style]")).toHaveCount(0);
  await expectNoTrace(page);
  await page.unrouteAll({ behavior: "wait" });
  await page.getByRole("main").getByRole("link", { name: "all figures" }).click();
  await expect(page).toHaveURL(/\/figures$/);
});

test("an address that is none is answered with 404, in the workbook's look", async ({ page }) => {
  const response = await page.goto("/no-such-sheet");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No such sheet");
  await expect(page.getByRole("navigation", { name: "Sheets" })).toBeVisible();
  await expectNoTrace(page);
});

test("a watcher is told that the server is well", async ({ request }) => {
  const response = await request.get("/healthz");
  expect(response.status()).toBe(200);
  expect(await response.text()).toBe("ok");
  expect(response.headers()["cache-control"]).toBe("no-store");
  expect((await request.head("/healthz")).status()).toBe(200);
});

test("the plain table is kept: the grid's script is not asked for, and sorting is a link", async ({
  page,
}) => {
  await page.goto("/attacks");
  await expectSoon(page.locator(".grid-panel[data-ready]")).toBeVisible();
  await (await simpleTable(page)).check();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("grid")).toHaveCount(0);
  await block(page, /ag-grid/i);
  await page.goto("/strength");
  await expectSoon(page.locator(".chart-frame[data-ready]")).toBeVisible();
  await expectSoon(page.getByText("The grid could not be shown")).toHaveCount(0);
  await page.getByRole("columnheader").getByRole("link", { name: "Value" }).click();
  await expect(page.locator("th[aria-sort=ascending]")).toHaveText(/^Value/);
  const before = await rowsOf(page).count();
  await page.getByRole("searchbox", { name: "Find in this sheet" }).fill("Taliban");
  await expect.poll(() => rowsOf(page).count()).toBeLessThan(before);
  await page.unrouteAll({ behavior: "wait" });
  await (await simpleTable(page)).uncheck();
  await expectSoon(page.locator(".grid-panel[data-ready]")).toBeVisible();
});
