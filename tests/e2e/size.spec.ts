import { get } from "node:http";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { hydrated, packageFile, parseCsv, sheets, taken } from "./reader";

// Bytes that go over the wire, gzipped as the server sends them, in kB of 1,000 bytes.
const libraries = /ag-grid|recharts/i;
const light = ["/", "/documents", "/disagreements", "/codebook", "/method"];

/** How long an answer's body is on the wire; Playwright's own requests unpack it. */
async function sizeOf(request: APIRequestContext, address: string): Promise<number> {
  const url = (await request.head(address)).url();
  return new Promise((resolve, reject) => {
    const sent = get(url, { headers: { "Accept-Encoding": "gzip" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.once("end", () => resolve(bytes / 1000));
    });
    sent.once("error", reject);
  });
}

/** The addresses in a page's HTML that a pattern captures, once each. */
async function linksIn(request: APIRequestContext, address: string, pattern: RegExp) {
  const html = await (await request.get(address)).text();
  return [...new Set([...html.matchAll(pattern)].map(([, link = ""]) => link))];
}

/** The scripts that a page's HTML runs; not the one for browsers without modules. */
const scriptsOf = (request: APIRequestContext, address: string) =>
  linksIn(request, address, /<link data-late="" href="([^"]+)"/g);

async function total(request: APIRequestContext, addresses: readonly string[]): Promise<number> {
  let sum = 0;
  for (const address of addresses) sum += await sizeOf(request, address);
  return sum;
}

/** The scripts that a page has asked for by the time that all of it answers, in this order. */
async function fetched(page: Page, address: string) {
  const scripts = new Set<string>();
  page.on("request", (asked) => {
    const { pathname } = new URL(asked.url());
    if (pathname.endsWith(".js")) scripts.add(pathname);
  });
  await page.goto(address);
  await hydrated(page);
  if ((await page.locator(".grid-panel").count()) > 0) await taken(page);
  return [...scripts];
}

for (const { name } of sheets)
  test(`the HTML of ${name} takes 16 kB at most`, async ({ request }) => {
    expect(await sizeOf(request, `/${name}`)).toBeLessThanOrEqual(16);
  });

test("the HTML of attacks has 1,150 elements at most", async ({ request }) => {
  const html = await (await request.get("/attacks")).text();
  expect(html.match(/<[a-z]/g)?.length).toBeLessThanOrEqual(1150);
});

test("the HTML of all figures takes half a kB a figure at most", async ({ request }) => {
  const figures = sheets.flatMap(({ name }) => parseCsv(packageFile(`${name}.csv`)).records).length;
  expect(await sizeOf(request, "/figures")).toBeLessThanOrEqual(figures / 2);
});

test("the style sheets take 12 kB at most", async ({ request }) => {
  const sheets = await linksIn(request, "/attacks", /<link rel="stylesheet" href="([^"]+)"/g);
  expect(sheets.length).toBeGreaterThan(0);
  expect(await total(request, sheets)).toBeLessThanOrEqual(12);
});

test("the scripts that every page loads take 143 kB at most", async ({ request }) => {
  const pages = [];
  for (const address of [...light, "/attacks", "/figures"])
    pages.push(await scriptsOf(request, address));
  const [first = [], ...others] = pages;
  const shared = first.filter((script) => others.every((scripts) => scripts.includes(script)));
  expect(shared.length).toBeGreaterThan(0);
  expect(await total(request, shared)).toBeLessThanOrEqual(143);
});

test("a sheet asks for 150 kB of scripts before those of grid and chart, and for 470 kB with them", async ({
  page,
  request,
}) => {
  const early = await scriptsOf(request, "/attacks");
  const scripts = await fetched(page, "/attacks");
  expect(new Set(scripts.slice(0, early.length))).toEqual(new Set(early));
  expect(await total(request, early)).toBeLessThanOrEqual(150);
  expect(await total(request, scripts.slice(early.length))).toBeLessThanOrEqual(470);
});

test("a page names no script that would run before its first paint", async ({ request }) => {
  for (const address of ["/attacks", "/attacks?place=Kabul", "/documents", "/moon"]) {
    const html = await (await request.get(address)).text();
    const tags = [...html.matchAll(/<script [^>]*src=[^>]*>/g)].map(([tag]) => tag);
    expect(tags.filter((tag) => !/nomodule/i.test(tag))).toEqual([]);
    expect(html).toContain('<link data-late="" href=');
  }
});

for (const address of [...light, "/embed/attacks?_select=attacks-2021-ctc"])
  test(`${address} loads neither the grid nor the chart library`, async ({ page, request }) => {
    const scripts = await fetched(page, address);
    expect(scripts.length).toBeGreaterThan(2);
    for (const script of scripts)
      expect(await (await request.get(script)).text(), script).not.toMatch(libraries);
  });

test("a sheet does load both libraries", async ({ page, request }) => {
  const texts = [];
  for (const script of await fetched(page, "/attacks"))
    texts.push(await (await request.get(script)).text());
  for (const library of [/ag-grid/i, /recharts/i])
    expect(texts.some((text) => library.test(text))).toBe(true);
});
