import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { expect, type Page, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { readRecords } from "@/data/records";

const view = "/attacks?value=2..&_find=isk&_sort=-value";

/** What the file of a link holds, as the browser saves it. */
async function save(page: Page, name: RegExp): Promise<{ file: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name }).click(),
  ]);
  return { file: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Cells of a CSV file, its header first. */
function cellsOf(bytes: Buffer): readonly (readonly string[])[] {
  return readRecords(bytes.toString("utf8"), "x.csv").records.map(({ cells }) => cells);
}

/** The rows on screen, in their order, as the server writes them. */
async function rowsOnScreen(page: Page): Promise<string[]> {
  const html = await (await page.request.get(page.url())).text();
  const table = html.slice(html.indexOf("<tbody>"), html.indexOf("</tbody>"));
  return table.split("<tr").slice(1);
}

async function openMenu(page: Page) {
  await page.locator(".download-menu > summary").click();
}

async function openPart(page: Page, name: string) {
  const bar = page.getByRole("navigation", { name: "Take it along" });
  await bar.getByRole("link", { name }).click();
  return page.getByRole("dialog");
}

/** Shows a page of another site: one of another port, since Chromium keeps others from this machine. */
async function showElsewhere(page: Page, html: string) {
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html").end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await page.goto(`http://127.0.0.1:${typeof address === "object" && address?.port}/`);
  server.close();
}

test.describe("each download is what is on screen", () => {
  test("this view, as CSV: the same rows in the same order", async ({ page }) => {
    await page.goto(view);
    const rows = await rowsOnScreen(page);
    await openMenu(page);
    const menu = page.locator(".download-menu");
    await expect(menu).toContainText(`${rows.length} of 35 figures where`);
    const { file, bytes } = await save(page, /^This view: CSV$/);
    const [header, ...records] = cellsOf(bytes);
    expect([file, header?.[0], records.length]).toEqual([
      "iskp-in-figures.attacks.view.csv",
      "id",
      rows.length,
    ]);
    const printed = header?.indexOf("as_printed") ?? -1;
    const missing = records.filter((cells, index) => {
      const text = (cells[printed] ?? "").replaceAll("&", "&amp;").replaceAll("'", "&#x27;");
      return !rows[index]?.replaceAll("&quot;", '"').includes(text);
    });
    expect(missing).toEqual([]);
  });

  test("this view, for Excel: the same after its mark", async ({ page }) => {
    await page.goto(view);
    await openMenu(page);
    const plain = await save(page, /^This view: CSV$/);
    const excel = await save(page, /^This view: CSV for Excel$/);
    expect(excel.file).toBe("iskp-in-figures.attacks.view.excel.csv");
    expect(excel.bytes.toString("utf8")).toBe(`\uFEFF${plain.bytes.toString("utf8")}`);
  });

  test("this view, as JSON: the same figures, numbers as numbers", async ({ page }) => {
    await page.goto(view);
    await openMenu(page);
    const csv = await save(page, /^This view: CSV$/);
    const json = await save(page, /^This view: JSON$/);
    const records: { id: string; low: number | null }[] = JSON.parse(json.bytes.toString("utf8"));
    const [, ...cells] = cellsOf(csv.bytes);
    expect(records.map(({ id }) => id)).toEqual(cells.map(([id]) => id));
    expect(records.filter(({ low }) => low !== null && typeof low !== "number")).toEqual([]);
  });

  test("selected rows: what is marked, and nothing else", async ({ page }) => {
    await page.goto("/attacks?_select=attacks-2021-ctc&_select=attacks-2020-ctc");
    await openMenu(page);
    await expect(page.locator(".download-menu")).toContainText("2 figures");
    const { file, bytes } = await save(page, /^Selected rows: CSV$/);
    const [, ...records] = cellsOf(bytes);
    expect([file, records.map(([id]) => id)]).toEqual([
      "iskp-in-figures.attacks.selected.csv",
      ["attacks-2020-ctc", "attacks-2021-ctc"],
    ]);
  });

  test("the whole sheet, whatever the view", async ({ page }) => {
    await page.goto(view);
    await openMenu(page);
    const { file, bytes } = await save(page, /^Whole sheet: CSV$/);
    expect([file, cellsOf(bytes).length]).toEqual(["iskp-in-figures.attacks.csv", 36]);
  });

  test("everything, as a zip that names every sheet", async ({ page }) => {
    await page.goto("/method");
    const dialog = await openPart(page, "Download");
    await expect(dialog).toContainText("Everything as a data package");
    const { file, bytes } = await save(page, /^Everything as a data package: ZIP$/);
    const names = Object.keys(unzipSync(bytes));
    expect([file, names.includes("datapackage.json"), names.includes("attacks.csv")]).toEqual([
      "iskp-in-figures.zip",
      true,
      true,
    ]);
  });

  test("the columns that are shown", async ({ page }) => {
    await page.goto("/attacks?_columns=value,place");
    await openMenu(page);
    const { bytes } = await save(page, /^This view: CSV$/);
    expect(cellsOf(bytes)[0]).toEqual(["low", "best", "high", "precision", "place"]);
  });

  test("disagreements and documents have their own", async ({ page }) => {
    await page.goto("/disagreements?_sort=fact");
    await expect(await openPart(page, "Download")).toContainText(/\d+ statements of \d+ facts/);
    const statements = await save(page, /^This view: CSV$/);
    const facts = new Set(
      cellsOf(statements.bytes)
        .slice(1)
        .map((cells) => cells[5]),
    );
    expect(await page.locator("section.fact").count()).toBe(facts.size);
    await page.goto("/documents");
    await openPart(page, "Download");
    const documents = await save(page, /^Documents: CSV$/);
    expect(cellsOf(documents.bytes)).toHaveLength(6);
  });
});

test("an unfiltered view without a query in its address folds repeats in its file too", async ({
  page,
}) => {
  await page.goto("/attacks");
  const rows = await rowsOnScreen(page);
  await openMenu(page);
  const { bytes } = await save(page, /^This view: CSV$/);
  expect(cellsOf(bytes)).toHaveLength(rows.length + 1);
});

test("the same query on the file gives the same rows to a program", async ({ request }) => {
  const [csv, json] = await Promise.all([
    request.get(view.replace("/attacks", "/data/attacks.csv")),
    request.get(view.replace("/attacks", "/data/attacks.json")),
  ]);
  const [, ...records] = cellsOf(await csv.body());
  const found: { id: string }[] = await json.json();
  expect(records.map(([id]) => id)).toEqual(found.map(({ id }) => id));
});

test.describe("files speak HTTP", () => {
  test("a tag, a name, any origin, nothing to sniff", async ({ request }) => {
    const headers = (await request.get("/data/attacks.csv")).headers();
    expect(headers).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="iskp-in-figures.attacks.csv"',
      "access-control-allow-origin": "*",
      "x-content-type-options": "nosniff",
      "cache-control": "public, max-age=0, must-revalidate",
      etag: expect.stringMatching(/^"[\w-]{43}"$/),
    });
  });

  test("who has the file gets 304, and HEAD the headers alone", async ({ request }) => {
    const { etag = "" } = (await request.get("/data/figures.json")).headers();
    const again = await request.get("/data/figures.json", { headers: { "If-None-Match": etag } });
    const head = await request.head("/data/figures.json");
    expect([
      again.status(),
      head.status(),
      head.headers().etag,
      (await head.body()).length,
    ]).toEqual([304, 200, etag, 0]);
  });

  test("another site may ask, and nobody may write", async ({ request }) => {
    const asked = await request.fetch("/data/attacks.csv", { method: "OPTIONS" });
    const written = await request.post("/data/attacks.csv", { data: "x" });
    expect([asked.status(), written.status(), written.headers().allow]).toEqual([
      204,
      405,
      "GET, HEAD, OPTIONS",
    ]);
  });

  test("another site reads a file in the browser", async ({ page, baseURL }) => {
    await showElsewhere(page, "<p>Elsewhere</p>");
    const address = `${baseURL}/data/territory.json`;
    const count = await page.evaluate(
      async (url) => (await (await fetch(url)).json()).length,
      address,
    );
    expect(count).toBe(4);
  });
});

test.describe("share", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("copies the address of exactly this view", async ({ page, baseURL }) => {
    await page.goto("/attacks?place=Kabul&_select=attacks-2021-ctc");
    const dialog = await openPart(page, "Share");
    await expect(dialog).toContainText("The address is copied.");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(`${baseURL}/attacks?place=Kabul&_select=attacks-2021-ctc`);
    await expect(dialog).toContainText(copied);
  });

  test("gives the HTML that frames the chart", async ({ page, baseURL }) => {
    await page.goto("/attacks");
    const dialog = await openPart(page, "Share");
    await dialog.getByRole("button", { name: "Copy HTML" }).click();
    const html = await page.evaluate(() => navigator.clipboard.readText());
    await showElsewhere(page, html);
    const chart = page.frameLocator("iframe");
    await expect(chart.getByRole("img")).toBeVisible();
    await expect(
      chart.getByText(/Stated by CTC Sentinel\. ISKP in Figures, version/),
    ).toBeVisible();
    expect(html).toContain(`src="${baseURL}/embed/attacks"`);
  });
});

test("only an embedded chart may be framed by another page", async ({ page, baseURL }) => {
  await showElsewhere(page, `<iframe src="${baseURL}/attacks"></iframe>`);
  await expect(page.frameLocator("iframe").getByRole("heading")).toHaveCount(0);
  const policies = await Promise.all(
    ["/", "/attacks", "/use", "/figures", "/embed/attacks"].map(async (path) => {
      const policy = (await page.request.get(path)).headers()["content-security-policy"] ?? "";
      return policy.split("; ").at(-1);
    }),
  );
  const never = "frame-ancestors 'none'";
  expect(policies).toEqual([never, never, never, never, "frame-ancestors *"]);
});

test("an embedded chart loads neither the grid nor the chart’s library", async ({ page }) => {
  const scripts: string[] = [];
  page.on("response", async (response) => {
    if (!response.url().endsWith(".js")) return;
    scripts.push(await response.text());
  });
  await page.goto("/embed/attacks?_select=attacks-2021-ctc", { waitUntil: "networkidle" });
  await expect(page.getByRole("img", { name: /^Attacks: 83 in 2020/ })).toBeVisible();
  expect(scripts.filter((text) => /ag-grid|recharts/i.test(text))).toEqual([]);
});

test("cite gives the document first and the workbook second, of the figure that is selected", async ({
  page,
  baseURL,
}) => {
  await page.goto("/attacks?_select=attacks-2021-ctc");
  const dialog = await openPart(page, "Cite");
  const figure = dialog.getByRole("region", { name: "The selected figure" });
  await expect(figure.getByRole("blockquote")).toHaveText(
    /^Amira Jadoon, .* section “Overview of Attacks”: 353 attacks \(exact; .* Cited from ISKP in Figures, .* version \d+\.\d+\.\d+/,
  );
  await figure.getByText("BibTeX", { exact: true }).click();
  await expect(figure.locator("pre").first()).toContainText("@misc{ctc-2024,");
  await expect(figure.getByRole("blockquote")).toContainText(`${baseURL}/attacks?_select=`);
});

test("every page says what it is to a search engine and to whoever links to it", async ({
  request,
  baseURL,
}) => {
  for (const path of ["/", "/attacks", "/figures", "/documents", "/use"]) {
    const html = await (await request.get(`${path}?_count=lowest`)).text();
    const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(json)).toMatchObject({ "@type": "Dataset", isBasedOn: { length: 5 } });
    expect(html).toContain(`<link rel="canonical" href="${baseURL}${path === "/" ? "" : path}`);
    expect(html).toContain('property="og:image"');
  }
});

test("the site map lists every sheet, and robots.txt names it", async ({ request, baseURL }) => {
  const map = await (await request.get("/sitemap.xml")).text();
  const robots = await (await request.get("/robots.txt")).text();
  expect(map).toContain(`<loc>${baseURL}/plots-and-arrests</loc>`);
  expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the menu opens and its links save files", async ({ page }) => {
    await page.goto("/attacks?place=Kabul");
    await openMenu(page);
    const { file } = await save(page, /^This view: CSV$/);
    expect(file).toBe("iskp-in-figures.attacks.view.csv");
  });

  test("share, cite and download lead to a page that has it all", async ({ page, baseURL }) => {
    await page.goto("/attacks?place=Kabul");
    const bar = page.getByRole("navigation", { name: "Take it along" });
    await bar.getByRole("link", { name: "Cite" }).click();
    await expect(page).toHaveURL(/\/use\?_page=attacks&place=Kabul#cite$/);
    await expect(page.getByText(`curl --fail`)).toContainText(
      `${baseURL}/data/attacks.csv?place=Kabul`,
    );
    await expect(page.getByRole("region", { name: "The sheet" })).toContainText("Cited from");
  });
});

test.describe("a link that asks for what does not exist shows the default, and says so in a line", () => {
  for (const query of [
    "colour=red",
    "place=Atlantis",
    "_select=no-such-figure",
    `_find=${"x".repeat(10_000)}`,
    "place=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    "_sort=javascript:alert(1)",
  ])
    test(query.slice(0, 40), async ({ page }) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("dialog", (dialog) => errors.push(dialog.message()));
      const response = await page.goto(`/attacks?${query}`);
      await expect(page.getByText(/^Ignored in the address: /)).toHaveCount(1);
      await expect(page.locator(".status-bar")).toContainText("30 of 35 figures");
      expect([response?.status(), errors]).toEqual([200, []]);
    });

  test("a key that the framework keeps to itself asks for nothing", async ({ page }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto("/attacks?__proto__=x");
    await expect(page.locator(".grid-host")).toBeVisible();
    await expect(page.locator(".status-bar")).toContainText("30 of 35 figures");
    expect(errors).toEqual([]);
  });

  test("a sheet", async ({ page }) => {
    const response = await page.goto("/raids");
    await expect(page.getByRole("heading", { name: "No such sheet" })).toBeVisible();
    expect(response?.status()).toBe(404);
  });
});
