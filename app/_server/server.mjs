import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { Worker } from "node:worker_threads";
import { makeAsk } from "./ask.mjs";
import { readRequest } from "./bounds.mjs";
import { fail, root, stamp } from "./command.mjs";
import { endWell } from "./drain.mjs";
import { makeSend } from "./files.mjs";
import { withLateScripts } from "./late-scripts.mjs";
import { common, rawAnswer, say } from "./policy.mjs";
import { takeSnapshot, withSite } from "./snapshot.mjs";
import { inTurn } from "./turns.mjs";

/**
 * Serves what was built, at the port and the address that it is called with: what is built as files, and
 * all else by Next, which sees no request that is not bounded.
 */

/** @typedef {import("node:http").IncomingMessage} Request */
/** @typedef {import("node:http").ServerResponse} Response */

/** Addresses that are no page and that Next answers. */
const programs = /^\/(data\/([^/]+\/)?[^/]+|healthz|use\/json)$/;
/** Files at another address than their name. @type {{ [path: string]: string }} */
const aliases = { "/favicon.ico": "/icon.svg", "/palette": "/palette.json" };

/** @type {{ [code: string]: string }} */
const rawStatus = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};
const limits = {
  // Refused where every other request is.
  requireHostHeader: false,
  maxHeaderSize: 40_000,
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 20_000,
  connectionsCheckingInterval: 2_000,
};

const [port = "3000", hostname] = process.argv.slice(2);
if (!existsSync(stamp)) fail("There is no finished build to serve: run `npm run build` first.");
const site = (process.env.SITE_URL ?? "").replace(/\/$/, "");
// Next wants an address: where the site has none, one that nobody can know stands for it.
const placeholder = `https://${randomUUID()}.invalid`;
process.env.SERVED_SITE = site || placeholder;
const { folder, files, pages } = snapshot();
process.chdir(folder);
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const send = makeSend(files, pages);
const renderer = new Worker(new URL("render.mjs", import.meta.url), {
  workerData: { folder, port: Number(port), maxHeaderSize: limits.maxHeaderSize },
  resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 },
});
let hindered = "The server could not start";
renderer.once("error", ({ message }) => fail(`${hindered}: ${message}`));
renderer.once("exit", (code) => process.exit(code));
const [address] = await once(renderer, "message");
hindered = "Pages can no longer be rendered";
const ask = makeAsk(address.port, `${hostname ?? "localhost"}:${port}`, (text) =>
  withLateScripts(site ? text : withSite(text, "", placeholder)),
);

const server = createServer(limits, (request, response) => {
  if (process.env.LOG === "1") logWhenDone(request, response);
  for (const [name, value] of Object.entries(common)) response.setHeader(name, value);
  inTurn(response, () =>
    answer(request, response).catch((error) => {
      process.stderr.write(
        `${request.method} ${request.url} could not be answered: ${error?.stack}\n`,
      );
      if (response.headersSent) response.destroy();
      else say(response, 500, "This could not be answered.");
    }),
  );
});
server.maxConnections = 2_000;
server.timeout = 60_000;
server.on("upgrade", (_, socket) => endWith(socket, "400 Bad Request"));
server.on("clientError", (error, socket) => {
  const code = "code" in error ? error.code : "";
  endWith(socket, rawStatus[String(code)] ?? "400 Bad Request");
});
server.once("error", ({ message }) => fail(`The server could not listen: ${message}.`));
endWell(server);
server.listen(Number(port), hostname);
process.on("uncaughtException", (error) => {
  process.stderr.write(`${error.stack}\n`);
  if (!existsSync(files))
    fail("The copy of the build that is served has gone: start the server again.");
});

/**
 * Says why a connection ends, and closes it, too, where the client goes on sending.
 * @param {import("node:stream").Duplex} socket @param {string} status
 */
function endWith(socket, status) {
  if (socket.writable) socket.end(rawAnswer(status), () => socket.destroy());
}

/** @param {Request} request @param {Response} response */
async function answer(request, response) {
  const asked = readRequest(request);
  if ("status" in asked) {
    if (asked.allow) response.setHeader("Allow", asked.allow);
    // Other sites may read files, and why they are refused one.
    if (request.url?.startsWith("/data/")) response.setHeader("Access-Control-Allow-Origin", "*");
    return say(response, asked.status, asked.says);
  }
  const { path, query } = asked;
  const bare = path.replace(/\/+$/, "") || "/";
  const isPage = pages.has(path) || path === "/use";
  if (path !== bare && (pages.has(bare) || bare === "/use")) {
    response.setHeader("Location", query ? `${bare}?${query}` : bare);
    return say(response, 308, "");
  }
  const isRequest =
    isPage && (query !== "" || request.headers.rsc !== undefined || path === "/use");
  if (isRequest || programs.test(path)) return ask(request, response, path, query);
  const file = aliases[path] ?? path;
  const isFile = /^\/(_next\/static\/.+|names\/([^/]+\/)?[^/]+\.json|[^/]+\.\w+)$/.test(file);
  if (isPage || isFile) return send(request.headers, response, file);
  return send(request.headers, response, "/_not-found", 404);
}

/** @param {Request} request @param {Response} response */
function logWhenDone({ method, url, socket }, response) {
  const [start, before] = [performance.now(), socket.bytesWritten];
  response.once("close", () => {
    const time = Math.round(performance.now() - start);
    const path = url?.split("?")[0];
    const bytes = socket.bytesWritten - before;
    process.stdout.write(`${method} ${path} ${response.statusCode} ${time} ms ${bytes} B\n`);
  });
}

/** The copy of the build that is served. */
function snapshot() {
  try {
    return takeSnapshot(root, site);
  } catch (error) {
    return fail(`There is no build to serve: ${error instanceof Error ? error.message : error}`);
  }
}
