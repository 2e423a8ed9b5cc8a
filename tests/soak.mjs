import { execFileSync } from "node:child_process";
import { Agent, request } from "node:http";
import { fail, say } from "../app/_server/command.mjs";
import { isWell, startServer } from "./server.mjs";

// Many requests, then many odd ones, at the built app on this machine; bounded in count and in time.
const requests = numberFrom("REQUESTS", 100_000);
const oddRequests = numberFrom("FUZZ", 10_000);
const minutes = numberFrom("MINUTES", 20);
const connections = 16;
const slow = numberFrom("SLOW", 2_000);

const pages = ["/", "/attacks", "/casualties?_sort=-value", "/figures?place=Kabul", "/documents"];
const files = ["/data/attacks.csv?place=Kabul", "/data/figures.csv?_find=Kabul&_sort=-value"];
/** What an odd request may be answered with. */
const allowed = new Set([200, 204, 304, 308, 400, 404, 405, 413, 431]);
const trace = /\n\s+at \S.*:\d+:\d+/;

/** @typedef {{ path: string, method: string, headers: { [name: string]: string } }} Asked */
/** @typedef {{ status: number, time: number, body: string }} Answered */

const server = await startServer();
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const end = performance.now() + minutes * 60_000;
/** Sentences about what went wrong, the first few of each. @type {string[]} */
const faults = [];

await soak();
await fuzz();
if (!(await isWell(server.origin))) faults.push("The server is not well afterwards.");
agent.destroy();
await server.stop();
if (faults.length > 0) fail(`\n${faults.length} faults:\n${faults.slice(0, 20).join("\n")}`);
say("\nNo fault.");

/** Asks for pages and filtered files in turn, and says how fast and in how much memory. */
async function soak() {
  const mix = [...pages, ...files, ...files];
  await many(Math.min(200, requests), (index) => ask(plain(mix[index % mix.length] ?? "/")));
  const before = memory();
  /** @type {number[]} */
  const times = [];
  /** @type {number[]} */
  const sizes = [];
  const start = performance.now();
  await many(requests, async (index) => {
    const asked = plain(mix[index % mix.length] ?? "/");
    const { status, time } = await ask(asked);
    times.push(time);
    if (status !== 200) faults.push(`${asked.path} was answered with ${status}.`);
    if (index % Math.ceil(requests / 20) === 0) sizes.push(memory());
  });
  const seconds = (performance.now() - start) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  say(`${times.length} requests in ${seconds.toFixed(0)} s, ${connections} at a time`);
  say(`requests a second    ${(times.length / seconds).toFixed(0)}`);
  say(
    `latency, ms          median ${at(0.5).toFixed(1)}, 99 % ${at(0.99).toFixed(1)}, most ${at(1).toFixed(1)}`,
  );
  say(`memory, MB           ${before} before; ${sizes.join(" ")}`);
}

/** Asks for what nobody should ask for. */
async function fuzz() {
  const random = randomFrom(20_240_322);
  /** @type {Map<number, number>} */
  const statuses = new Map();
  let slowest = 0;
  await many(oddRequests, async () => {
    const asked = toOdd(random);
    const { status, time, body } = await ask(asked);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    slowest = Math.max(slowest, time);
    const name = `${asked.method} ${asked.path.slice(0, 120)} ${JSON.stringify(asked.headers).slice(0, 120)}`;
    // A malformed percent sequence gets the framework's own answer.
    const isAllowed = allowed.has(status) || (status === 500 && isMalformed(asked.path));
    if (!isAllowed) faults.push(`${status}: ${name}`);
    if (trace.test(body)) faults.push(`A stack trace: ${name}`);
    if (time > slow) faults.push(`${time.toFixed(0)} ms: ${name}`);
  });
  const counts = [...statuses].sort(([a], [b]) => a - b).map((pair) => pair.join(" × "));
  say(`odd requests         ${counts.join(", ")}; slowest ${slowest.toFixed(0)} ms`);
}

/** Does a thing so many times, a few at a time, or until the time is up. @param {number} count @param {(index: number) => Promise<void | Answered>} act */
async function many(count, act) {
  let index = 0;
  const worker = async () => {
    while (index < count && performance.now() < end) await act(index++);
  };
  await Promise.all(Array.from({ length: connections }, worker));
  if (index < count) faults.push(`Only ${index} of ${count} requests in ${minutes} minutes.`);
}

/** @param {string} path @returns {Asked} */
function plain(path) {
  return { path, method: "GET", headers: { "Accept-Encoding": "gzip" } };
}

/** Never rejects: a request without an answer has the status 0. @param {Asked} asked @returns {Promise<Answered>} */
function ask({ path, method, headers }) {
  const start = performance.now();
  return new Promise((resolve) => {
    const done = (/** @type {number} */ status, /** @type {string} */ body) =>
      resolve({ status, time: performance.now() - start, body });
    const { hostname, port } = new URL(server.origin);
    const sent = request({ hostname, port, path, method, headers, agent, timeout: 30_000 });
    sent.once("response", (response) => {
      const isText = !response.headers["content-encoding"];
      let body = "";
      response.on("data", (chunk) => {
        if (isText && body.length < 200_000) body += chunk;
      });
      response.once("end", () => done(response.statusCode ?? 0, body));
      response.once("error", () => done(0, ""));
    });
    sent.once("timeout", () => sent.destroy());
    sent.once("error", ({ message }) => done(0, message));
    sent.end();
  });
}

/** An address, a query and headers that are nearly right. @param {(below: number) => number} random @returns {Asked} */
function toOdd(random) {
  /** @template T @param {readonly [T, ...T[]]} list @returns {T} */
  const one = (list) => list[random(list.length)] ?? list[0];
  const keys = /** @type {const} */ ([
    "place",
    "value",
    "start",
    "_find",
    "_sort",
    "_select",
    "_measure",
    "_count",
    "_only",
    "__proto__",
    "constructor",
    "[]",
    "_rsc",
  ]);
  const values = /** @type {const} */ ([
    "Kabul",
    "1..",
    "..",
    "-1e999",
    "2021..2020",
    "9".repeat(400),
    "%00",
    "%",
    "%E0%A4%A",
    "<script>",
    "../../etc/passwd",
    "{{7*7}}",
    "%F0%9F%92%A5",
    "-value,-value",
    "'",
    "a".repeat(3_000),
  ]);
  const paths = /** @type {const} */ ([
    "/",
    "/attacks",
    "/figures",
    "/data/attacks.csv",
    "/data/figures.csv",
    "/data/datapackage.json",
    "/embed/attacks",
    "/use",
    "/palette",
    "/healthz",
    "/moon",
    "//moon",
    "/attacks/",
    "/__proto__",
    "/data/../package.json",
    "/data/%2e%2e/x",
    "/_next/static/none.js",
    "/_next/image?url=/x",
    "/%",
  ]);
  const names = /** @type {const} */ ([
    "If-None-Match",
    "Range",
    "Accept",
    "Accept-Encoding",
    "Cookie",
    "Host",
    "RSC",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "Next-Router-Prefetch",
    "Content-Security-Policy",
  ]);
  const query = Array.from({ length: random(4) }, () =>
    `${one(keys)}=${one(values)}`.replaceAll(" ", "+"),
  ).join("&");
  const headers = Object.fromEntries(
    Array.from({ length: random(3) }, () => [one(names), one(values)]),
  );
  const method = one(["GET", "GET", "GET", "GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH"]);
  const path = one(paths);
  return {
    path: query ? `${path}${path.includes("?") ? "&" : "?"}${query}` : path,
    method,
    headers,
  };
}

/** Whether a path has a percent sign that encodes nothing. @param {string} path */
function isMalformed(path) {
  try {
    decodeURIComponent(path.split("?")[0] ?? "");
    return false;
  } catch {
    return true;
  }
}

/** The same row of numbers each time (mulberry32), so that a fault can be had again. @param {number} seed */
function randomFrom(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What the server holds in memory, in MB. */
function memory() {
  const text = execFileSync("ps", ["-o", "rss=", "-p", String(server.pid)], { encoding: "utf8" });
  return Math.round(Number(text) / 1024);
}

/** @param {string} name @param {number} usual */
function numberFrom(name, usual) {
  const number = Number(process.env[name] ?? usual);
  if (Number.isInteger(number) && number >= 0 && number <= 10_000_000) return number;
  return fail(`${name} is "${process.env[name]}": it has to be a whole number.`);
}
