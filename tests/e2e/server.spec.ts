import { createHash } from "node:crypto";
import { connect } from "node:net";
import type { APIResponse } from "@playwright/test";
import { expect, type Page, sheets, taken, test, unfolded } from "./reader";

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
  kept: page,
  request,
}) => {
  const response = await request.get(
    "/attacks?_sort=-value&subject=attacks+claimed+by+ISK&document=ctc-2024",
  );
  expect(response.status()).toBe(200);
  const { columns, rows } = await parsed(page, response);
  const value = columns.findIndex((name) => name?.startsWith("Value"));
  // On a phone the cell goes on with what was counted, and by whom.
  const counts = rows.map((cells) => cells[value]?.split(" attacks")[0]);
  expect(counts).toEqual(["353", "217", "83", "45", "25"]);
});

test("the HTML of a view holds the marks of its chart", async ({ kept: page, request }) => {
  const { labels, marks } = await parsed(page, await request.get("/attacks?document=ctc-2024"));
  expect(labels).toEqual(["83", "353", "217", "45"]);
  expect(marks).toContain("attacks-2023-kp-ctc");
  const ordered = await parsed(page, await request.get("/attacks?document=ctc-2024&_sort=-value"));
  expect(ordered.labels).toEqual(["83", "353", "217", "45"]);
});

test("the HTML of a view holds its measure, its filters and its selection", async ({
  kept: page,
  request,
}) => {
  const query = "_find=Kerman&_measure=injured-in-attacks&_select=killed-kerman-osw";
  const { rows, marks, selected } = await parsed(page, await request.get(`/casualties?${query}`));
  expect([rows.length, marks, selected]).toEqual([3, ["injured-kerman-dawn"], 1]);
});

for (const address of ["/", "/attacks?_sort=-value&place=Kabul&_find=attack", "/figures"])
  test(`no element of ${address} has a style attribute`, async ({ kept: page, request }) => {
    const { styled, headings } = await parsed(page, await request.get(address));
    expect(headings).toHaveLength(1);
    expect(styled).toBe(0);
  });

/** Every kind of address, and the status of its answer. */
const addresses: readonly (readonly [address: string, status: number])[] = [
  ["/", 200],
  ["/attacks", 200],
  ["/attacks?place=Kabul", 200],
  ["/use", 200],
  ["/embed/attacks", 200],
  ["/embed/attacks?place=Kabul", 200],
  ["/icon.svg", 200],
  ["/palette", 200],
  ["/use/json?_page=attacks", 200],
  ["/healthz", 200],
  ["/data/attacks.csv", 200],
  ["/data/attacks.csv?luck=1", 400],
  ["/data/none.csv", 404],
  ["/data/x/y", 404],
  ["/moon", 404],
  ["/moon?place=Kabul", 404],
  ["/attacks/moon", 404],
  ["/__proto__", 404],
  ["/data", 404],
  ["/ATTACKS", 404],
  ["/rendered", 404],
  ["/rendered/attacks?place=Kabul", 404],
  ["/embed/moon", 404],
  ["/embed/moon?place=Kabul", 404],
  ["/_next/image?url=%2Ficon.svg&w=16&q=75", 404],
  ["/_next/static/none.js", 404],
  ["/data/%", 400],
  [`/attacks?${"a&".repeat(600)}`, 414],
  ["/attacks/?place=Kabul", 308],
];

for (const [address, status] of addresses)
  test(`${address.slice(0, 40)} is answered with ${status} and the policy`, async ({ request }) => {
    const response = await request.get(address, { maxRedirects: 0 });
    expect(response.status()).toBe(status);
    const { "default-src": sources, "frame-ancestors": ancestors } = policyOf(response);
    const isFramable = status === 200 && address.startsWith("/embed/");
    expect([sources, ancestors]).toEqual([["'none'"], isFramable ? ["*"] : ["'none'"]]);
    expect(response.headers()["x-content-type-options"]).toBe("nosniff");
  });

test("the policy of a built page lets its own inline scripts run, by their hashes", async ({
  request,
}) => {
  for (const address of ["/", "/attacks", "/figures", "/embed/attacks", "/moon"]) {
    const response = await request.get(address);
    const html = await response.text();
    const inline = [...html.matchAll(/<script( id="[^"]*")?>(.*?)<\/script>/gs)];
    const hashes = inline.map(([, , text = ""]) => {
      return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    });
    expect(hashes.length).toBeGreaterThan(2);
    expect(policyOf(response)["script-src"]).toEqual(["'self'", ...new Set(hashes)]);
    expect(policyOf(response)["style-src-elem"]).toEqual(["'self'"]);
    expect(policyOf(response)["style-src-attr"]).toEqual(["'none'"]);
  }
});

test("the scripts of a rendered page have the nonce of its answer", async ({
  kept: page,
  request,
}) => {
  const nonces = [];
  for (const address of ["/attacks?place=Kabul", "/attacks?place=Kabul", "/?_count=lowest"]) {
    const response = await request.get(address);
    const nonce = nonceOf(response);
    nonces.push(nonce);
    const [own, dynamic, hash] = policyOf(response)["script-src"] ?? [];
    expect([own, dynamic]).toEqual([`'nonce-${nonce}'`, "'strict-dynamic'"]);
    expect(hash).toMatch(/^'sha256-/);
    const { scripts } = await parsed(page, response);
    // Those for the reader’s own choices, the first frame and what comes late are the same everywhere.
    expect(new Set(scripts)).toEqual(new Set([null, nonce]));
    expect(scripts.filter((each) => each === null)).toHaveLength(3);
  }
  expect(new Set(nonces).size).toBe(3);
});

test("a built page is the same bytes for everybody, and 304 to whoever has it", async ({
  request,
}) => {
  const first = await request.get("/attacks");
  const { etag = "", vary, "cache-control": kept } = first.headers();
  expect([vary, kept]).toEqual(["Accept-Encoding", "public, max-age=0, must-revalidate"]);
  const odd = { Cookie: "theme=dark; split=", Host: "other.example", "X-Forwarded-Host": "evil" };
  const second = await request.get("/attacks?fbclid=x&utm_source=letter", { headers: odd });
  expect(await second.text()).toBe(await first.text());
  const third = await request.get("/attacks", { headers: { "If-None-Match": etag } });
  expect([third.status(), third.headers().etag]).toEqual([304, etag]);
});

test("no part of a page is sent, and no coding that is not accepted", async ({ request }) => {
  const files = ["/palette", "/data/attacks.csv", "/use/json?_page=attacks"];
  for (const address of ["/attacks", "/attacks?place=Kabul", ...files])
    for (const [accepted, coding] of [
      ["br", "br"],
      ["gzip;q=0.1", "gzip"],
      ["gzip;q=0", undefined],
    ] as const) {
      const headers = { "Accept-Encoding": accepted, Range: "bytes=x-5" };
      const response = await request.get(address, { headers });
      expect(response.status(), address).toBe(200);
      expect(response.headers()["content-encoding"], `${address} ${accepted}`).toBe(coding);
      expect(response.headers().vary, address).toContain("Accept-Encoding");
    }
});

test("a strange host that is forwarded stands in no answer", async ({ request }) => {
  const headers = {
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "https",
    Forwarded: "host=evil.example",
  };
  for (const address of [
    "/attacks",
    "/attacks?place=Kabul",
    "/use",
    "/use/json",
    "/sitemap.xml",
    "/moon",
  ]) {
    const response = await request.get(address, { headers });
    expect(JSON.stringify(response.headers()), address).not.toContain("evil");
    expect(await response.text(), address).not.toContain("evil");
  }
});

test("a list of tags, a weak one and any tag name what a reader has", async ({ request }) => {
  for (const address of ["/attacks", "/palette", "/icon.svg", "/data/attacks.csv"]) {
    const { etag = "" } = (await request.get(address)).headers();
    const opaque = etag.replace(/^W\//, "");
    for (const named of [etag, opaque, `W/${opaque}`, `"x", ${opaque}`, "*"]) {
      const response = await request.get(address, { headers: { "If-None-Match": named } });
      expect(response.status(), `${address} ${named}`).toBe(304);
    }
  }
});

const bots = ["Googlebot/2.1", "Twitterbot/1.0", "facebookexternalhit/1.1", "curl/8", ""];

for (const address of ["/attacks", "/attacks?place=Kabul", "/", "/use", "/embed/attacks"])
  test(`title, description, previews and canonical of ${address}, relative without SITE_URL, stand in the head for every bot`, async ({
    request,
    baseURL,
  }) => {
    for (const bot of bots) {
      const html = await (await request.get(address, { headers: { "User-Agent": bot } })).text();
      const head = html.slice(0, html.indexOf("</head>"));
      const path = new URL(address, baseURL).pathname;
      expect(head, bot).toMatch(/<title>[^<]*ISKP in Figures<\/title>/);
      expect(head, bot).toContain('<meta name="description" content="');
      expect(head, bot).toContain('<meta property="og:title" content="');
      expect(head, bot).toContain(`<meta property="og:url" content="${path}"/>`);
      expect(head, bot).toContain(`<meta property="og:image" content="/opengraph-image`);
      expect(head, bot).toContain(`<link rel="canonical" href="${path}"/>`);
    }
  });

test("a key that Next.js would lose is told as one that says nothing", async ({
  page,
  request,
}) => {
  const keys = ["__proto__", "nxtPsheet", "nxtIx", "nextInternalLocale", "_rsc", "~x", "luck"];
  await page.goto(`/attacks?${keys.map((key) => `${key}=1`).join("&")}`);
  await taken(page);
  const ignored = page.getByRole("list", { name: /ignored/i });
  for (const key of keys) {
    await expect(ignored).toContainText(`"${key}"`);
    const html = await (await request.get(`/attacks?${key}=1`)).text();
    expect([key, html.includes(`&quot;${key}&quot;`)]).toEqual([key, true]);
    const file = await request.get(`/data/attacks.csv?${key}=1`);
    expect([key, file.status()]).toEqual([key, 400]);
  }
});

test("a page can only be read", async ({ request }) => {
  for (const address of ["/", "/attacks", "/moon", "/data/attacks.csv", "/data/%2e%2e/attacks"]) {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "TRACE"]) {
      const response = await request.fetch(address, { method });
      expect(response.status(), `${method} ${address}`).toBe(405);
      expect(response.headers().allow).toBe("GET, HEAD, OPTIONS");
      expect(policyOf(response)["default-src"]).toEqual(["'none'"]);
    }
    const options = await request.fetch(address, { method: "OPTIONS" });
    expect([options.status(), options.headers().allow]).toEqual([204, "GET, HEAD, OPTIONS"]);
  }
});

/** What is answered to a text, whatever it is, on a connection that the server closes. */
function answerTo(text: string, origin = "") {
  return new Promise<string>((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(new URL(origin).port), "127.0.0.1", () => socket.write(text));
    socket.on("data", (data) => {
      answer += data;
    });
    socket.once("close", () => resolve(answer));
    socket.once("error", reject);
    socket.setTimeout(15_000, () => socket.destroy(new Error("It was not closed.")));
  });
}

const upgrade = "Host: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n";
for (const [what, text, status] of [
  ["an upgrade", `GET /_next/hmr HTTP/1.1\r\n${upgrade}\r\n`, 400],
  ["an upgrade of a page", `GET / HTTP/1.1\r\n${upgrade}\r\n`, 400],
  ["no host", "GET / HTTP/1.1\r\n\r\n", 400],
  ["GET *", "GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400],
  [
    "POST to a path that leads out of the files",
    "POST /data/../attacks HTTP/1.1\r\nHost: a\r\n\r\n",
    405,
  ],
  ["what is no request", "nonsense\r\n\r\n", 400],
  ["a header without an end", `GET / HTTP/1.1\r\nX: ${"x".repeat(60_000)}`, 431],
] as const)
  test(`${what} is answered with ${status} and the policy, and the connection closed`, async ({
    baseURL,
  }) => {
    const answer = await answerTo(text, baseURL);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain("Content-Security-Policy: default-src 'none'");
  });

for (const { name, title } of sheets)
  test(`the sheet ${name} has its rows, its title and its tab`, async ({ kept: page, request }) => {
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

test("the page of all figures holds the first hundred rows of all sheets, and leads to the rest", async ({
  kept: page,
  request,
}) => {
  const { rows } = await parsed(page, await request.get("/figures"));
  const rest = (await parsed(page, await request.get("/figures?_page=2"))).rows;
  expect(rows).toHaveLength(100);
  expect(rows.length + rest.length).toBe(sheets.flatMap(({ name }) => unfolded(name)).length);
});

test("the overview leads to every sheet", async ({ kept: page, request }) => {
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
