import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { makeRules } from "../../soak/faults.mjs";
import { floods, makeCases, makeRequests } from "../../soak/requests.mjs";
import { send } from "../../soak/wire.mjs";

const sheets = ["attacks"];
const rules = makeRules(new Set(["place"]), new Set(sheets));
const asked = { method: "GET", target: "/attacks", headers: [] };
const policy = "default-src 'none'; frame-ancestors 'none'";
const headers = {
  "content-type": "text/html",
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
};
const good = { status: 200, headers, body: "page", time: 5, end: "closed" as const };
const cost = { cpu: 10, memory: 100, alive: true };

const brokenBy = (request: object, answer: object = {}, spent: object = {}) =>
  rules
    .filter(([, isBroken]) =>
      isBroken({ ...asked, ...request }, { ...good, ...answer }, { ...cost, ...spent }),
    )
    .map(([rule]) => rule);

test("finds no fault with a good page", () => {
  expect(brokenBy({})).toEqual([]);
});

test.each<[string, object, object, object]>([
  ["the server has died", {}, {}, { alive: false }],
  ["there is no answer", {}, { status: 0, end: "open" }, {}],
  ["the connection is reset", {}, { status: 0, end: "reset" }, {}],
  ["the connection stays open", {}, { end: "open" }, {}],
  ["a status that no request should get", {}, { status: 500 }, {}],
  ["too much processor time", {}, {}, { cpu: 1_000 }],
  ["too much memory", {}, {}, { memory: 1_000 }],
  ["a stack trace or a path of the server", {}, { body: "Error\n    at x (/a/b.js:1:2)" }, {}],
  ["a page that may stand in any frame", { target: "/embed/moon" }, framable(), {}],
  ["an answer whose kind a browser may guess", {}, { headers: { "content-type": "text/csv" } }, {}],
  ["a page for a request that changes something", { method: "POST" }, {}, {}],
  ["OPTIONS refused", { method: "OPTIONS" }, { status: 400 }, {}],
  ["a key that is passed over in silence", { target: "/attacks?__proto__=x" }, {}, {}],
])("finds: %s", (rule, request, answer, spent) => {
  expect(brokenBy(request, answer, spent)).toEqual([rule]);
});

function framable() {
  return { headers: { ...headers, "content-security-policy": "frame-ancestors *" } };
}

test("a sheet that is embedded may stand in any frame, and keys that networks add need no word", () => {
  expect(brokenBy({ target: "/embed/attacks" }, framable())).toEqual([]);
  expect(brokenBy({ target: "/attacks?fbclid=1&utm_source=x&place=Kabul" })).toEqual([]);
});

test("every odd request is one request, whatever text is in it", () => {
  const requests = makeRequests({ fields: ["place"], sheets, files: ["/data/attacks.csv"] });
  const known = [...makeCases("/x.js"), ...Object.values(floods).map((toAsked) => toAsked(1))];
  const isOne = ({ method, target, headers }: (typeof known)[number]) =>
    /^[A-Z]+$/.test(method) &&
    /^[!-\xFF]+$/.test(target) &&
    headers.every(
      ([name, value]) => /^[\w-]+$/.test(name) && /^[^\r\n\0\u{100}-\u{10FFFF}]*$/u.test(value),
    );
  expect(known.filter((request) => !isOne(request))).toEqual([]);
  fc.assert(fc.property(requests, isOne));
});

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

test("reads an answer in chunks and compressed, and one that never ends", async () => {
  const server = createServer((request, response) => {
    if (request.url === "/never") return response.write("some");
    response.setHeader("Content-Encoding", "gzip");
    response.write(gzipSync("caf\xE9 ".repeat(1_000)));
    return response.end();
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const whole = await send(port, { ...asked, target: "/" }, 5_000);
  expect([whole.status, whole.body.length, whole.end]).toEqual([200, 5_000, "closed"]);
  expect((await send(port, { ...asked, target: "/never" }, 50)).end).toBe("open");
});
