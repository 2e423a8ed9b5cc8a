import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { test as bare, type Locator } from "@playwright/test";
import { unzipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { readRecords } from "@/data/table/records";
import {
  countOf,
  expect,
  ids,
  open,
  type Page,
  packageFile,
  parseCsv,
  sheets,
  taken,
  test,
  unfolded,
  visit,
} from "./reader";

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

function expectPackage(saved: Saved | undefined) {
  const file = saved?.files.find(({ name }) => name.endsWith(".zip"));
  const held = unzipSync(file?.bytes ?? Buffer.from([]));
  const figures = sheets.flatMap(({ name }) =>
    cellsIn(Buffer.from(held[`${name}.csv`] ?? []), "id"),
  );
  const says = saved?.says.split(" in their sheets")[0];
  expect([file?.name, says, figures]).toEqual([
    "iskp-in-figures.zip",
    `${everything.length} figures`,
    everything,
  ]);
  expect(Object.keys(held)).toContain("datapackage.json");
}

async function openPart(page: Page, name: string) {
  const bar = page.getByRole("navigation", { name: "Share and download" });
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

/** What a list of downloads says of each, and the files at the addresses of its links. */
async function saveEach(page: Page, list: Locator): Promise<{ [title: string]: Saved }> {
  const saved: { [title: string]: Saved } = {};
  await expect(list.locator(".offers")).toBeVisible();
  for (const item of await list.locator(".offers > li").all()) {
    const title = await item.locator("b").innerText();
    const files = [];
    for (const link of await item.getByRole("link").all()) {
      const answer = await page.request.get((await link.getAttribute("href")) ?? "");
      const disposition = answer.headers()["content-disposition"] ?? "";
      const [, name = ""] = /filename="(.*)"/.exec(disposition) ?? [];
      files.push({ name, bytes: await answer.body() });
    }
    const says = await item.locator(".quiet").innerText();
    saved[title] = { says, files };
  }
  return saved;
}

interface Saved {
  readonly says: string;
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
}

/** What files for people call a field, of figures and of documents. */
const titles: { readonly [field: string]: readonly string[] } = {
  id: ["Figure", "Document id"],
  fact: ["Fact"],
};

/** The column of a file, as text. */
async function read(name: string, bytes: Buffer, field: string): Promise<readonly string[]> {
  if (name.endsWith(".xlsx")) {
    const [head = [], ...rows] = await readSheet(bytes, 1);
    const at = head.findIndex((title) => titles[field]?.includes(String(title)));
    return rows.map((row) => String(row[at] ?? ""));
  }
  if (!name.endsWith(".json")) return cellsIn(bytes, field);
  const records: { [field: string]: unknown }[] = JSON.parse(bytes.toString("utf8"));
  return records.map((record) => String(record[field] ?? ""));
}

/** The same column of each file of an offer that has it, with what the offer says and how the files are called. */
async function columnOf(saved: Saved | undefined, field: string) {
  const { says = "", files = [] } = saved ?? {};
  const columns = await Promise.all(files.map(({ name, bytes }) => read(name, bytes, field)));
  return { says, names: files.map(({ name }) => name), columns };
}

/** What a file has where it lacks a column: as many cells, each empty. */
const none = (column: readonly string[]) => column.map(() => "");

/** A column of a CSV file, whether or not it begins with the mark for Excel. */
function cellsIn(bytes: Buffer, field: string): readonly string[] {
  const { records } = parseCsv(bytes.toString("utf8").replace(/^\uFEFF/, ""));
  const names = [field, ...(titles[field] ?? [])];
  return records.map((record) => names.map((name) => record[name]).find(Boolean) ?? "");
}

/** What the four files of one table are called. */
const four = (name: string) =>
  ["xlsx", "shown.csv", "csv", "json"].map((end) => `iskp-in-figures.${name}.${end}`);

const idsOf = (...names: readonly string[]) =>
  names.flatMap((name) => parseCsv(packageFile(`${name}.csv`)).records.map(({ id = "" }) => id));
const table = "Everything in one table";
const everything = idsOf(...sheets.map(({ name }) => name));

test.describe("each download is what is on screen", () => {
  const views: readonly (readonly [string, string, RegExp, string, readonly string[]])[] = [
    [
      "attacks",
      "value=2..&_find=isk&_sort=-value",
      new RegExp(
        `^\\d+ of ${countOf("attacks")} figures where Value could be 2 or more and the row holds “isk”`,
      ),
      "value-could-be-2-or-more-the-row-holds-isk",
      ["attacks-2020-ctc", "attacks-2021-ctc", "rocket-attacks-2022-osw"],
    ],
    [
      "figures",
      "event=crocus-2024&_sort=-value,start",
      /^\d+ of \d+ figures where Event is /,
      "event-is-crocus-city-hall",
      ["killed-crocus-osw", "killed-crocus-dip", "attacks-2021-ctc"],
    ],
  ];
  for (const [name, query, words, inName, [first = "", second = "", outside = ""]] of views)
    test(`every link of the menu of /${name}, filtered, sorted and with rows selected`, async ({
      kept: page,
    }) => {
      const select = [first, second, outside].map((id) => `_select=${id}`).join("&");
      await open(page, `/${name}?${query}&${select}`);
      const shown = await ids(page);
      const saved = await saveEach(page, await openPart(page, "Download"));

      const view = await columnOf(saved["This view"], "id");
      expect(view.says).toMatch(words);
      expect(view.says).toMatch(new RegExp(`^${shown.length} of `));
      expect(view).toMatchObject({
        names: four(`${name}.view.${inName}`),
        columns: [shown, shown, shown, shown],
      });

      const marked = shown.filter((id) => id === first || id === second);
      expect(marked).toHaveLength(2);
      expect(await columnOf(saved["Selected rows"], "id")).toEqual({
        says: "2 figures selected in this view; 1 selected outside it left out",
        names: four(`${name}.selected.${inName}`),
        columns: [marked, marked, marked, marked],
      });

      const [title, all] = name === "figures" ? [table, everything] : ["Whole sheet", idsOf(name)];
      expect(await columnOf(saved[title], "id")).toEqual({
        says: `${all.length} figures, repeats included, every column`,
        names: four(name),
        columns: [all, all, all, all],
      });
      expect(saved[table]?.says).toBe(
        `${everything.length} figures, repeats included, every column`,
      );
      expectPackage(saved["The whole workbook"]);
    });

  test("the columns that are shown", async ({ kept: page }) => {
    await open(page, "/attacks?_columns=value,place");
    await openPart(page, "Download");
    const { bytes } = await save(page, /^This view: CSV for programs$/);
    expect(cellsOf(bytes)[0]?.join()).toBe("low,best,high,precision,unit,as_printed,place");
  });

  test("every link of /disagreements and of /documents", async ({ kept: page }) => {
    await visit(page, "/disagreements?_sort=fact");
    const facts = await page.locator("section.fact").evaluateAll((all) => all.map(({ id }) => id));
    const statements = await page.locator("section.fact > p.quiet").allInnerTexts();
    const counts = statements.map((text) => Number(/^(\d+) statement/.exec(text)?.[1]));
    const told = facts.flatMap((fact, index) => Array<string>(counts[index] ?? 0).fill(fact));
    const saved = await saveEach(page, await openPart(page, "Download"));
    expect(await columnOf(saved["This view"], "fact")).toEqual({
      says: `${told.length} statements of ${facts.length} facts, without those on which documents agree`,
      names: four("disagreements.view"),
      columns: [told, none(told), told, told],
    });
    const all = await columnOf(saved["All facts stated twice"], "fact");
    const [whole = []] = all.columns;
    expect(all).toEqual({
      says: `${whole.length} statements of ${new Set(whole).size} facts, every column`,
      names: four("disagreements"),
      columns: [whole, none(whole), whole, whole],
    });
    expect(new Set(whole)).toEqual(new Set([...facts, ...whole]));
    expect((await columnOf(saved[table], "id")).columns[2]).toEqual(everything);
    expectPackage(saved["The whole workbook"]);

    await visit(page, "/documents");
    const cards = await page
      .locator(".cards.documents > li")
      .evaluateAll((all) => all.map(({ id }) => id));
    const documents = await saveEach(page, await openPart(page, "Download"));
    expect(await columnOf(documents.Documents, "id")).toEqual({
      says: `${cards.length} documents, every column`,
      names: four("documents"),
      columns: [cards, cards, cards, cards],
    });
    expect((await columnOf(documents[table], "id")).columns[0]).toEqual(everything);
    expectPackage(documents["The whole workbook"]);
  });
});

test("an unfiltered view without a query in its address folds repeats in its file too", async ({
  kept: page,
}) => {
  await open(page, "/attacks");
  const rows = await rowsOnScreen(page);
  await openPart(page, "Download");
  const { bytes } = await save(page, /^This view: CSV for programs$/);
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
      etag: expect.stringMatching(/^(W\/)?"[\w-]{43}"$/),
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

  test("what is not sent, not there or not understood is open to any page too, and never framed", async ({
    request,
  }) => {
    const file = "/data/attacks.csv?_sort=-value";
    const { etag = "" } = (await request.get(file)).headers();
    const answers = await Promise.all([
      request.get(file, { headers: { "If-None-Match": `"other", W/${etag}` } }),
      request.get("/data/attacks.csv", { headers: { "If-None-Match": etag } }),
      request.get(`${file}&planet=Mars`, { headers: { "If-None-Match": "*" } }),
      request.get("/data/moon.csv"),
      request.delete(file),
    ]);
    const open = answers.map((answer) => {
      const headers = answer.headers();
      return [
        answer.status(),
        headers["access-control-allow-origin"],
        headers["x-content-type-options"],
      ];
    });
    expect(open).toEqual([304, 200, 400, 404, 405].map((status) => [status, "*", "nosniff"]));
    const [, ...others] = answers.map(
      (answer) => answer.headers()["content-security-policy"] ?? "",
    );
    expect(others.filter((policy) => !policy.includes("frame-ancestors 'none'"))).toEqual([]);
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

  bare("another site reads a file in the browser", async ({ page, baseURL }) => {
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
  test("copies the address of exactly this view, on the press that says so and no other", async ({
    kept: page,
    baseURL,
  }) => {
    await open(page, "/attacks?place=Kabul&_select=attacks-2021-ctc");
    await page.evaluate(() => navigator.clipboard.writeText("mine"));
    const dialog = await openPart(page, "Share");
    await expect(dialog.getByRole("button", { name: "Copy address" })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("mine");
    await dialog.getByRole("button", { name: "Copy address" }).click();
    await expect(dialog.getByRole("button", { name: "Copied" })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(`${baseURL}/attacks?place=Kabul&_select=attacks-2021-ctc`);
    await expect(dialog).toContainText(copied);
  });
});

bare(
  "Share gives the HTML that frames the chart on a page of another site",
  async ({ context, page, baseURL }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(page, "/attacks");
    const dialog = await openPart(page, "Share");
    await dialog.getByRole("button", { name: "Copy HTML" }).click();
    const html = await page.evaluate(() => navigator.clipboard.readText());
    await context.clearPermissions();
    await showElsewhere(page, html);
    const chart = page.frameLocator("iframe");
    await expect(chart.getByRole("img")).toBeVisible();
    await expect(
      chart.getByText(/Stated by CTC Sentinel.*; percentages computed\. ISKP in Figures, version/),
    ).toBeVisible();
    expect(html).toContain(`src="${baseURL}/embed/attacks"`);
  },
);

test("the code of a frame has the height of the chart in it, of every sheet", async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 640, height: 400 });
  const views = [
    ...sheets.map(({ name }) => name),
    "figures",
    "attacks&place=Kabul",
    "casualties&_chart=events",
  ];
  for (const view of views) {
    const { iframe } = await (await request.get(`/use/json?_page=${view}`)).json();
    const height = Number(/height="(\d+)"/.exec(iframe.html)?.[1]);
    await page.goto(`/embed/${view.replace("&", "?")}`);
    const drawn = await page.evaluate(() => document.body.getBoundingClientRect().height);
    expect.soft(height - drawn, view).toBeGreaterThanOrEqual(0);
    expect.soft(height - drawn, view).toBeLessThan(150);
  }
});

bare(
  "a frame with the script takes the height that its chart says it has",
  async ({ page, request }) => {
    const { iframe } = await (await request.get("/use/json?_page=casualties")).json();
    await page.setViewportSize({ width: 420, height: 800 });
    await showElsewhere(page, iframe.growing);
    const frame = page.frameLocator("iframe");
    await expect(frame.getByRole("img")).toBeVisible();
    const drawn = () =>
      frame.locator("body").evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
    await expect
      .poll(
        async () => Number(await page.locator("iframe").getAttribute("height")) - (await drawn()),
      )
      .toBe(0);
  },
);

bare("only an embedded chart may be framed by another page", async ({ page, baseURL }) => {
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

test("an embedded chart is named by its title and its sentence", async ({ page }) => {
  await page.goto("/embed/attacks?_select=attacks-2021-ctc");
  await expect(
    page.getByRole("img", { name: /^Attacks\. Attacks claimed by ISK .* rose from 83 \(2020\)/ }),
  ).toBeVisible();
});

test("cite gives the document first and the workbook second, of the figure that is selected", async ({
  kept: page,
  baseURL,
}) => {
  await open(page, "/attacks?_select=attacks-2021-ctc");
  const dialog = await openPart(page, "Cite");
  const figure = dialog.getByRole("region", { name: "The selected figure" });
  await expect(figure.getByRole("blockquote")).toHaveText(
    /^Amira Jadoon, .* section “Overview of Attacks”: 353 attacks \(exact; .* Cited from ISKP in Figures, .* version \d+\.\d+\.\d+/,
  );
  await figure.getByText("BibTeX", { exact: true }).click();
  await expect(figure.locator("pre").first()).toContainText("@article{ctc-2024,");
  await expect(figure.getByRole("blockquote")).toContainText(`${baseURL}/attacks?_select=`);
});

test("every page says what it is to a search engine and to whoever links to it", async ({
  request,
}) => {
  const pages = ["/", ...sheets.map(({ name }) => `/${name}`)];
  for (const path of [...pages, "/figures", "/disagreements", "/codebook", "/method"]) {
    const html = await (await request.get(`${path}?_count=lowest`)).text();
    const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(json)["@type"]).toBe("Dataset");
    // An embedded chart names the documents that state its figures, any other page those of its own.
    expect(JSON.parse(json).isBasedOn.length).toBeGreaterThan(0);
    expect(html).toContain(`<link rel="canonical" href="${path}"/>`);
    expect(html.slice(0, html.indexOf("</head>"))).toContain('property="og:image"');
  }
});

test("an embedded chart says in a line what its address cannot mean, and draws the rest", async ({
  page,
}) => {
  await page.goto("/embed/attacks?_measure=luck&value=100..&_select=__proto__");
  await expect(page.getByText(/^Ignored in the address: /)).toHaveText([
    /: _measure: found "luck", expected one of attacks, /,
    /: _select: expected an id of this table, found "__proto__"$/,
  ]);
  await expect(
    page.getByRole("img", {
      name: /^Attacks \(Value could be 100 or more\)\. Of the years shown, attacks claimed by ISK .* fell from 353/,
    }),
  ).toBeVisible();
});

const keys =
  "place value start note _find _sort _select _only _measure _chart _scale _mute _count _repeats _columns _agree _for _rows _page __proto__ constructor <b>";
const paths =
  "/attacks /disagreements /documents /embed/attacks /use /use/json /data/attacks.csv /data/attacks.json /data/documents.csv /data/disagreements.json /data/iskp-in-figures.zip";
for (const [what, value, some] of [
  ["__proto__", "__proto__", keys],
  // A request of more than 16 kB is refused before anyone reads it, so not in all of them at once.
  ["10 kB", "x".repeat(10_000), "_find"],
  ["10 kB of a value", "x".repeat(10_000), "place"],
  ["markup", `'"><img src=x onerror=alert(1)></script><script>alert(1)</script>`, keys],
  ["javascript:", "javascript:alert(1)", keys],
  ["a header of its own", "x\r\nSet-Cookie: a=b", keys],
] as const)
  test(`${what} in the query of any page or file does nothing`, async ({ request }) => {
    const query = new URLSearchParams(some.split(" ").map((key) => [key, value]));
    for (const path of paths.split(" ")) {
      const answer = await request.get(`${path}?${query}`);
      const headers = answer.headers();
      expect([200, 400], path).toContain(answer.status());
      expect(headers["set-cookie"], path).toBeUndefined();
      if (headers["content-type"]?.startsWith("text/html"))
        expect(await answer.text(), path).not.toMatch(
          /<img src=x|<script>alert|(href|src)="javascript:/,
        );
    }
  });

test("a server that does not know its address names none, neither in a site map nor in robots.txt", async ({
  request,
}) => {
  expect((await request.get("/sitemap.xml")).status()).toBe(404);
  expect(await (await request.get("/robots.txt")).text()).not.toContain("Sitemap");
});

test.describe("without a script", () => {
  test("Download leads to links that save files, on a phone as well", async ({ still: page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto("/attacks?place=Kabul");
    await openPart(page, "Download");
    await expect(page.locator(".offers")).toBeInViewport({ ratio: 1 });
    const { file } = await save(page, /^This view: CSV for programs$/);
    expect(file).toBe("iskp-in-figures.attacks.view.place-is-kabul.csv");
  });

  test("share, cite and download lead to a page that has it all", async ({
    still: page,
    baseURL,
  }) => {
    await page.goto("/attacks?place=Kabul");
    const bar = page.getByRole("navigation", { name: "Share and download" });
    await bar.getByRole("link", { name: "Cite" }).click();
    await expect(page).toHaveURL(/\/use\?_page=attacks&place=Kabul#cite$/);
    await expect(page.getByText(`curl --fail`)).toContainText(
      `${baseURL}/data/attacks.csv?place=Kabul`,
    );
    await expect(page.getByRole("region", { name: "The sheet" })).toContainText("Cited from");
  });
});

test.describe("a link that asks for what does not exist shows the default, and says so in a line", () => {
  test("a key, a value, a figure, an order, markup, a key of the framework", async ({
    page,
    request,
  }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("dialog", (dialog) => errors.push(dialog.message()));
    const queries = [
      "colour=red",
      "place=Atlantis",
      "_select=no-such-figure",
      `_find=${"x".repeat(10_000)}`,
      "place=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
      "_sort=javascript:alert(1)",
      "__proto__=x",
    ];
    const counted = `${unfolded("attacks").length} of ${countOf("attacks")} figures`;
    for (const query of queries) {
      const answer = await request.get(`/attacks?${query}`);
      const lines = (await answer.text()).match(/Ignored in the address: /g);
      expect([query, answer.status(), lines?.length]).toEqual([query, 200, 1]);
    }
    // All at once, and in a browser: a line for each key, of which place has two values.
    await page.goto(`/attacks?${queries.join("&")}`);
    await expect(page.getByText(/^Ignored in the address: /)).toHaveCount(6);
    await taken(page);
    await expect(page.locator(".status-bar")).toContainText(counted);
    expect(errors).toEqual([]);
  });

  bare("a sheet", async ({ page }) => {
    const response = await page.goto("/raids");
    await expect(page.getByRole("heading", { name: "No such sheet" })).toBeVisible();
    expect(response?.status()).toBe(404);
  });
});
