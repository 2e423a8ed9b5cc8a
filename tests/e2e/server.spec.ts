import type { APIResponse } from "@playwright/test";
import { expect, type Page, sheets, test, unfolded } from "./reader";

/** What an answer's HTML holds, read by the browser's parser but not run. */
async function parsed(page: Page, response: APIResponse) {
  return page.evaluate(
    (html) => {
      const tree = new DOMParser().parseFromString(html, "text/html");
      const all = (selector: string) => [...tree.querySelectorAll(selector)];
      const texts = (selector: string) =>
        all(selector).map(({ textContent }) => textContent?.trim());
      return {
        title: tree.title,
        headings: texts("h1"),
        language: tree.documentElement.lang,
        columns: texts("table thead th"),
        rows: all("table tbody tr").map((row) => [...row.children].map((cell) => cell.textContent)),
        marks: all("svg.chart [data-figure]").map((mark) => mark.getAttribute("data-figure")),
        labels: texts("svg.chart text.value").filter(Boolean),
        tabs: all("nav[aria-label=Sheets] a").map((tab) => tab.getAttribute("href")),
        current: all("nav[aria-label=Sheets] [aria-current=page]").map(
          ({ textContent }) => textContent,
        ),
        styled: all("[style]").length,
        scripts: all("script:not([type='application/ld+json'])").map((script) =>
          script.getAttribute("nonce"),
        ),
        selected: all("table tr.selected").length,
      };
    },
    await response.text(),
  );
}

test("the HTML of a view holds its rows in their order inside a table", async ({
  page,
  request,
}) => {
  const response = await request.get("/attacks?_sort=-value&subject=attacks+claimed+by+ISK");
  expect(response.status()).toBe(200);
  const { columns, rows } = await parsed(page, response);
  const value = columns.findIndex((name) => name?.startsWith("Value"));
  expect(rows.map((cells) => cells[value])).toEqual(["353", "217", "83", "45", "25"]);
});

test("the HTML of a view holds the marks of its chart", async ({ page, request }) => {
  const { labels, marks } = await parsed(page, await request.get("/attacks"));
  expect(labels).toEqual(["83", "353", "217", "45"]);
  expect(marks).toContain("attacks-2023-kp-ctc");
  const ordered = await parsed(page, await request.get("/attacks?_sort=-value"));
  expect(ordered.labels).toEqual(["353", "217", "83", "45"]);
});

test("the HTML of a view holds its measure, its filters and its selection", async ({
  page,
  request,
}) => {
  const query = "_find=Kerman&_measure=injured-in-attacks&_select=killed-kerman-osw";
  const { rows, marks, selected } = await parsed(page, await request.get(`/casualties?${query}`));
  expect([rows.length, marks, selected]).toEqual([3, ["injured-kerman-dawn"], 1]);
});

for (const address of ["/", "/attacks?_sort=-value&place=Kabul&_find=attack", "/figures"])
  test(`no element of ${address} has a style attribute`, async ({ page, request }) => {
    const { styled, headings } = await parsed(page, await request.get(address));
    expect(headings).toHaveLength(1);
    expect(styled).toBe(0);
  });

test("the policy lets only scripts with the answer's own nonce run", async ({ page, request }) => {
  const response = await request.get("/attacks");
  const policy = policyOf(response);
  const nonce = nonceOf(response);
  expect(policy["script-src"]).toEqual([`'nonce-${nonce}'`, "'strict-dynamic'"]);
  expect(policy["style-src-attr"]).toEqual(["'none'"]);
  expect(policy["style-src-elem"]).toEqual(["'self'", `'nonce-${nonce}'`]);
  expect(policy["default-src"]).toEqual(["'none'"]);
  const { scripts } = await parsed(page, response);
  expect(scripts.length).toBeGreaterThan(2);
  expect(new Set(scripts)).toEqual(new Set([nonce]));
});

test("each answer has a nonce of its own", async ({ request }) => {
  const answers = [];
  for (const address of ["/attacks", "/attacks", "/", "/figures"])
    answers.push(nonceOf(await request.get(address)));
  expect(answers.every((nonce) => nonce.length >= 22)).toBe(true);
  expect(new Set(answers).size).toBe(4);
});

test("an unknown sheet is answered with 404 and the policy", async ({ request }) => {
  for (const address of ["/moon", "/attacks/moon", "/__proto__", "/data", "/ATTACKS"]) {
    const response = await request.get(address);
    expect(response.status(), address).toBe(404);
    expect(policyOf(response)["default-src"], address).toEqual(["'none'"]);
  }
});

test("a page can only be read", async ({ request }) => {
  for (const address of ["/", "/attacks", "/moon"])
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "TRACE"]) {
      const response = await request.fetch(address, { method });
      expect(response.status(), `${method} ${address}`).toBe(405);
      expect(response.headers().allow).toBe("GET, HEAD, OPTIONS");
    }
  expect((await request.fetch("/data/attacks.csv", { method: "TRACE" })).status()).toBe(405);
});

for (const { name, title } of sheets)
  test(`the sheet ${name} has its rows, its title and its tab`, async ({ page, request }) => {
    const response = await request.get(`/${name}`);
    expect(response.status()).toBe(200);
    const sheet = await parsed(page, response);
    expect(sheet.rows).toHaveLength(unfolded(name).length);
    expect(sheet.headings).toEqual([title]);
    expect(sheet.title).toContain(title);
    expect(sheet.current).toEqual([title]);
    expect(sheet.language).toBe("en");
    expect(sheet.marks).not.toEqual([]);
    for (const each of sheets) expect(sheet.tabs).toContain(`/${each.name}`);
  });

test("the page of all figures holds the rows of all sheets", async ({ page, request }) => {
  const { rows } = await parsed(page, await request.get("/figures"));
  expect(rows).toHaveLength(sheets.flatMap(({ name }) => unfolded(name)).length);
});

test("the overview leads to every sheet", async ({ page, request }) => {
  const overview = await parsed(page, await request.get("/"));
  for (const { name } of sheets) expect(overview.tabs).toContain(`/${name}`);
});

/** The policy of an answer, by directive. */
function policyOf(response: APIResponse): { readonly [directive: string]: readonly string[] } {
  const policy = response.headers()["content-security-policy"] ?? "";
  const directives = policy.split(";").map((directive) => directive.trim().split(/\s+/));
  return Object.fromEntries(directives.map(([name, ...values]) => [name, values]));
}

function nonceOf(response: APIResponse): string {
  const [, nonce = ""] =
    /'nonce-([^']+)'/.exec(policyOf(response)["script-src"]?.join(" ") ?? "") ?? [];
  return nonce;
}
