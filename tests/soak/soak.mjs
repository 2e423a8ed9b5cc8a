import { readFileSync } from "node:fs";
import { join } from "node:path";
import autocannon from "autocannon";
import fc from "fast-check";
import { fail, root, say } from "../../app/_server/command.mjs";
import { buildGrown } from "../grown/build.mjs";
import { isWell, startServer } from "../server.mjs";
import { makeRules, most } from "./faults.mjs";
import { measure } from "./measure.mjs";
import { floods, makeCases, makeRequests } from "./requests.mjs";
import { formatRequest, send } from "./wire.mjs";

/** @typedef {import("./wire.mjs").Asked} Asked */

// Many requests, then odd ones, at the built app on this machine; bounded in count and in time.
const requests = numberFrom("REQUESTS", 100_000);
const odd = numberFrom("FUZZ", 10_000);
const minutes = numberFrom("MINUTES", 20);
const seed = numberFrom("SEED", Math.floor(Math.random() * 1_000_000));
const connections = 16;
const patience = 5_000;
const start = performance.now();
/** When a part of the time that all may take is over. @param {number} share */
const after = (share) => start + share * minutes * 60_000;
const end = after(1);
/** Where the build that is asked stands: with GROWN, one of so many figures. */
const figures = numberFrom("GROWN", 0);
const folder = figures > 0 ? await buildGrown({ sheet: "attacks", figures }) : root;

/** @type {{ resources: { name: string, path: string, chart?: object }[] }} */
const { resources } = JSON.parse(
  readFileSync(join(folder, "data/package/datapackage.json"), "utf8"),
);
/** @type {{ fields: { name: string }[] }} */
const schema = JSON.parse(readFileSync("data/package/figure.schema.json", "utf8"));
const site = {
  fields: schema.fields.map(({ name }) => name),
  sheets: resources.filter(({ chart }) => chart).map(({ name }) => name),
  files: [...resources.map(({ path }) => path), "figures.csv", "datapackage.json"].map(
    (name) => `/data/${name}`,
  ),
};
const rules = makeRules(new Set([...site.fields, "sheet"]), new Set(site.sheets));

process.setMaxListeners(0);
let server = await startServer(folder);
/** The requests that broke each rule, and what came of them. @type {Map<string, string[]>} */
const faults = new Map();
/** @type {Map<number, number>} */
const statuses = new Map();
/** The request that was accepted and took the most processor time. @type {{ asked: Asked, cpu: number }} */
let worst = { asked: { method: "GET", target: "/figures?_find=a", headers: [] }, cpu: 0 };

const pages = ["/", "/attacks", "/figures", "/documents", "/casualties", "/data/attacks.csv"];
await load("known pages", after(0.2), (index) => ({ path: pages[index % pages.length] ?? "/" }));
await load("all different", after(0.4), (index) => ({
  path: `/attacks?_find=${index}`,
  headers: { host: `h${index}.example`, cookie: `theme=${index}` },
}));
const overview = await send(portOf(server), { method: "GET", target: "/", headers: [] }, patience);
const [script = "/icon.svg"] = /\/_next\/static\/[\w./~-]+\.js/.exec(overview.body) ?? [];
site.files.push(script);
for (const asked of makeCases(script)) await check(asked);
await flood("cookies", after(0.5));
await flood("queries", after(0.6));
await flood("hosts", after(0.7));
await fuzz();
await starve();
await server.stop();
for (const [rule, examples] of faults) say([`\n${rule}`, ...examples].join("\n  "));
if (faults.size > 0) fail(`\n${faults.size} rules broken; SEED=${seed} asks for the same again.`);
say("\nNo fault.");

/**
 * Asks as fast as the server answers, and says how fast that is and in how much memory.
 * @param {string} name
 * @param {number} end
 * @param {(index: number) => { path: string, headers?: { [name: string]: string } }} toRequest
 */
async function load(name, end, toRequest) {
  if (requests === 0) return;
  let index = 0;
  const before = measure(server.pid).memory;
  let highest = before;
  const instance = autocannon({
    url: server.origin,
    connections,
    amount: Math.ceil(requests / 2),
    requests: [
      {
        setupRequest: (request) => {
          const { path, headers = {} } = toRequest(index++);
          return { ...request, path, headers: { "accept-encoding": "gzip", ...headers } };
        },
      },
    ],
  });
  const watch = setInterval(() => {
    highest = Math.max(highest, measure(server.pid).memory);
    if (performance.now() > end) instance.stop();
  }, 500);
  const { requests: sent, latency, duration, errors, non2xx } = await instance;
  clearInterval(watch);
  say(`${name}: ${sent.total} requests in ${duration.toFixed(0)} s, ${connections} at a time`);
  say(`  requests a second  ${(sent.total / duration).toFixed(0)}`);
  say(`  latency, ms        median ${latency.p50}, 99 % ${latency.p99}, most ${latency.max}`);
  const memory = [before, highest, measure(server.pid).memory].map((size) => size.toFixed(0));
  say(`  memory, MB         ${memory[0]} before, ${memory[1]} at most, ${memory[2]} after`);
  if (errors + non2xx > 0) note("a request of many fails", `${errors + non2xx} of ${name}`);
  if (highest > most.memory) note("too much memory", name);
  await revive();
}

/** @param {string} rule @param {string} example */
function note(rule, example) {
  faults.set(rule, [...(faults.get(rule) ?? []), example]);
}

/** Sends a request; the rules that it breaks, and what came back. @param {Asked} asked */
async function test(asked) {
  const before = measure(server.pid);
  const answered = await send(portOf(server), asked, patience);
  const { cpu, memory } = measure(server.pid);
  const isAnswered = answered.status > 0 && answered.end === "closed";
  const alive = isAnswered || (await isWell(server.origin));
  const cost = { cpu: cpu - before.cpu, memory, alive };
  const broken = rules.filter(([, isBroken]) => isBroken(asked, answered, cost));
  if (!alive) await revive();
  statuses.set(answered.status, (statuses.get(answered.status) ?? 0) + 1);
  if (answered.status === 200 && cost.cpu > worst.cpu) worst = { asked, cpu: cost.cpu };
  const outcome = `${formatRequest(asked)}\n    → ${answered.status}, ${answered.time.toFixed(0)} ms, ${cost.cpu} ms of processor time, ${memory.toFixed(0)} MB`;
  return { broken: broken.map(([rule]) => rule), outcome };
}

/**
 * Notes the rules that a request breaks each time that it is sent: a busy machine is slow once.
 * @param {Asked} asked
 * @param {(rule: string) => boolean} [isNew]
 */
async function check(asked, isNew = () => true) {
  const first = await test(asked);
  if (first.broken.length === 0) return;
  const { broken, outcome } = await test(asked);
  for (const rule of broken) if (first.broken.includes(rule) && isNew(rule)) note(rule, outcome);
}

/** Starts the server again where it does not answer. */
async function revive() {
  if (await isWell(server.origin)) return;
  try {
    process.kill(server.pid, "SIGKILL");
  } catch {
    // It has gone by itself.
  }
  server = await startServer(folder);
}

/** Asks for what nobody should ask for, until each rule that can be broken so is, and by how little. */
async function fuzz() {
  const before = measure(server.pid).memory;
  let left = odd;
  for (let run = seed; left > 0 && performance.now() < end; run++) {
    const property = fc.asyncProperty(makeRequests(site), async (asked) => {
      left--;
      const { broken } = await test(asked);
      const [rule] = broken.filter((rule) => !faults.has(rule));
      if (rule && left > 0) throw new Error(rule);
    });
    const { counterexample } = await fc.check(property, {
      seed: run,
      numRuns: left,
      interruptAfterTimeLimit: end - performance.now(),
    });
    if (!counterexample) break;
    await check(counterexample[0], (rule) => !faults.has(rule));
  }
  const counts = [...statuses].sort(([a], [b]) => a - b).map((pair) => pair.join(" × "));
  say(`odd requests: ${odd - left}, SEED=${seed}`);
  say(`  statuses           ${counts.join(", ")}`);
  const now = measure(server.pid).memory;
  say(`  memory, MB         ${before.toFixed(0)} before, ${now.toFixed(0)} after`);
}

/** Many requests that each differ in one part. @param {keyof typeof floods} name @param {number} end */
async function flood(name, end) {
  const count = Math.min(4_700, odd);
  const port = portOf(server);
  let index = 0;
  let highest = 0;
  const worker = async () => {
    while (index < count && performance.now() < end) {
      const { status } = await send(port, floods[name](index++), patience);
      highest = Math.max(highest, measure(server.pid).memory);
      if (status === 0 && !(await isWell(server.origin))) return;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  say(`${index} different ${name}: ${highest.toFixed(0)} MB at most`);
  if (!(await isWell(server.origin))) note("the server has died", `${index} different ${name}`);
  if (highest > most.memory) note("too much memory", `${index} different ${name}`);
  await revive();
}

/** How long a known page takes while one client sends the worst of what is accepted. */
async function starve() {
  const port = portOf(server);
  const page = { method: "GET", target: "/attacks", headers: [] };
  const time = async () => {
    const times = [];
    for (let count = 0; count < 40; count++) times.push((await send(port, page, patience)).time);
    return times.sort((a, b) => a - b)[20] ?? 0;
  };
  const usual = await time();
  let isOver = false;
  const client = (async () => {
    while (!isOver) await send(port, worst.asked, patience);
  })();
  const busy = await time();
  isOver = true;
  await client;
  say(`a known page: ${usual.toFixed(1)} ms, ${busy.toFixed(1)} ms while one client sends`);
  say(`  ${formatRequest(worst.asked)} (${worst.cpu} ms of processor time)`);
}

/** @param {{ origin: string }} server */
function portOf({ origin }) {
  return Number(new URL(origin).port);
}

/** @param {string} name @param {number} usual */
function numberFrom(name, usual) {
  const number = Number(process.env[name] ?? usual);
  if (Number.isInteger(number) && number >= 0 && number <= 10_000_000) return number;
  return fail(`${name} is "${process.env[name]}": it has to be a whole number.`);
}
