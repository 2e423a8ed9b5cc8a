import { once } from "node:events";
import {
  createServer,
  get,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { keepPages } from "../../../app/_server/response-cache.mjs";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

type Render = (request: IncomingMessage, response: ServerResponse) => void;

/** A page with a nonce, as Next makes it: what it says of the request, and how often one was made. */
function toPage(): Render {
  let made = 0;
  return ({ headers, url }, response) => {
    made += 1;
    const nonce = `nonce${made}`;
    response.setHeader("Content-Security-Policy", `script-src 'nonce-${nonce}'`);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.flushHeaders();
    response.write(`<script nonce="${nonce}"></script>`);
    response.end(`${url} ${JSON.stringify(headers)} – page ${made}`);
  };
}

/** Serves what `render` says, and gives a way to ask: the status, the headers and the body. */
async function serving(render: Render) {
  const answer = keepPages(async (request, response) => render(request, response));
  const server = createServer(answer).listen(0);
  servers.push(server);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return async (path: string, headers: { [name: string]: string } = {}, method = "GET") => {
    const request = get({ port, path, method, headers: { host: "a.example", ...headers } });
    const [response] = (await once(request, "response")) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk);
    const raw = Buffer.concat(chunks);
    const isZipped = response.headers["content-encoding"] === "gzip";
    const body = (isZipped ? gunzipSync(raw) : raw).toString();
    return { status: response.statusCode, headers: response.headers, body };
  };
}

test.each(["", "gzip"])(
  "makes a page once, and gives each answer a nonce of its own, encoded as %j",
  async (accepted) => {
    const ask = await serving(toPage());
    const askAgain = () => ask("/attacks", { "accept-encoding": accepted });
    const answers = [await askAgain(), await askAgain(), await askAgain()];
    const nonces = answers.map(({ headers, body }) => {
      const [, nonce] = /'nonce-(.+)'/.exec(String(headers["content-security-policy"])) ?? [];
      expect(body).toContain(`<script nonce="${nonce}">`);
      expect(body).toContain("– page 1");
      return nonce;
    });
    expect(new Set(nonces).size).toBe(3);
    expect(nonces.every((nonce) => /^[0-9a-f]{32}$/.test(nonce ?? ""))).toBe(true);
  },
);

test("makes a page anew for another address, host, protocol or choice", async () => {
  const ask = await serving(toPage());
  const others: (readonly [string, { [name: string]: string }?])[] = [
    ["/attacks"],
    ["/attacks?place=Kabul"],
    ["/attacks", { host: "b.example" }],
    ["/attacks", { "x-forwarded-host": "c.example" }],
    ["/attacks", { "x-forwarded-proto": "https" }],
    ["/attacks", { cookie: "theme=dark" }],
    ["/attacks", { cookie: "theme=dark; split=40" }],
    ["/attacks", { cookie: "table=plain" }],
  ];
  for (const [index, [path, headers]] of others.entries())
    expect((await ask(path, headers)).body).toContain(`– page ${index + 1}`);
});

test("keeps from a page whatever else a request says, so that nobody else is served it", async () => {
  const ask = await serving(toPage());
  const { body } = await ask("/attacks", {
    cookie: "visitor=1; theme=dark; __next_preview=x",
    "user-agent": "someone",
    "x-middleware-subrequest": "proxy",
    "x-invoke-path": "/secret",
    authorization: "Basic x",
  });
  expect(body).toContain('/attacks {"host":"a.example","cookie":"theme=dark"} – page 1');
  expect((await ask("/attacks", { cookie: "theme=dark; visitor=2" })).body).toContain("– page 1");
});

test.each([
  ["a route's data", "/attacks", { rsc: "1" }, "GET"],
  ["what a link fetches beforehand", "/attacks", { "next-router-prefetch": "1" }, "GET"],
  ["a part of a route", "/attacks", { "next-router-state-tree": "[]" }, "GET"],
  ["an action", "/attacks", { "next-action": "1" }, "GET"],
  ["a page that a browser has", "/attacks", { "if-none-match": '"a"' }, "GET"],
  ["a page of a date", "/attacks", { "if-modified-since": "Sun, 22 Nov 2026 00:00:00 GMT" }, "GET"],
  ["a file of figures", "/data/attacks.csv", {}, "GET"],
  ["a picture", "/icon.svg", {}, "GET"],
  ["a part of a script", "/_next/static/a.js", { range: "bytes=0-9" }, "GET"],
  ["a form that is sent", "/attacks", {}, "POST"],
  ["the head of a page", "/attacks", {}, "HEAD"],
])("leaves %s to Next, each time", async (_, path, headers, method) => {
  let asked = 0;
  const ask = await serving(({ headers }, response) => {
    asked += 1;
    response.setHeader("X-Agent", String(headers["user-agent"]));
    response.end();
  });
  for (let time = 0; time < 2; time++) {
    const answer = await ask(path, { ...headers, "user-agent": "someone" }, method);
    expect(answer.headers["x-agent"]).toBe("someone");
  }
  expect(asked).toBe(2);
});

test("does not keep a page that was not found", async () => {
  const page = toPage();
  const ask = await serving((request, response) => {
    response.statusCode = 404;
    page(request, response);
  });
  expect((await ask("/moon")).status).toBe(404);
  const { status, body } = await ask("/moon");
  expect([status, body.includes("– page 2")]).toEqual([404, true]);
});

test.each([
  ["gzip, deflate, br", "gzip"],
  ["br, GZIP;q=0.5", "gzip"],
  ["gzip;q=0, br", undefined],
  ["br", undefined],
  ["", undefined],
])("a request that takes %j gets %s, from Next and from memory", async (accepted, encoding) => {
  const ask = await serving(toPage());
  for (let time = 0; time < 2; time++) {
    const { headers, body } = await ask("/attacks", { "accept-encoding": accepted });
    expect(headers["content-encoding"]).toBe(encoding);
    expect(body).toContain("/attacks");
  }
});

test.each([
  ["scripts", "/_next/static/a.js", "application/javascript; charset=UTF-8"],
  ["style sheets", "/_next/static/a.css", "text/css; charset=UTF-8"],
  ["lists", "/palette", "application/json"],
])("keeps %s as they are, zipped, with their headers", async (_, path, type) => {
  let made = 0;
  const text = "const x = '–';".repeat(1000);
  const ask = await serving((_, response) => {
    made += 1;
    response.setHeader("Content-Type", type);
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.end(text);
  });
  for (let time = 0; time < 3; time++) {
    const { headers, body } = await ask(path, { "accept-encoding": "gzip" });
    expect(body).toBe(text);
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(Number(headers["content-length"])).toBeLessThan(1_000);
  }
  expect(made).toBe(1);
});

test("says anew each time whether the server is well", async () => {
  let made = 0;
  const ask = await serving((_, response) => {
    response.setHeader("Content-Type", "text/plain; charset=utf-8");
    response.end(`ok ${++made}`);
  });
  expect((await ask("/healthz")).body).toBe("ok 1");
  expect((await ask("/healthz")).body).toBe("ok 2");
});

test("keeps 16 MB at most: what was asked for the longest ago is made anew", async () => {
  let made = 0;
  const ask = await serving((_, response) => {
    made += 1;
    response.setHeader("Content-Type", "text/html");
    response.end(`page ${made} ${"x".repeat(5_000_000)}`);
  });
  const number = async (path: string) => /page (\d+)/.exec((await ask(path)).body)?.[1];
  const order = ["/a", "/b", "/c", "/a", "/d", "/a", "/b"];
  const made_ = [];
  for (const path of order) made_.push(await number(path));
  expect(made_).toEqual(["1", "2", "3", "1", "4", "1", "5"]);
});
