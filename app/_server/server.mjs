import { once } from "node:events";
import { existsSync, rmSync } from "node:fs";
import { Agent, createServer, request as httpRequest } from "node:http";
import { pipeline } from "node:stream/promises";
import { Worker } from "node:worker_threads";
import sirv from "sirv";
import { codingOf, readRequest } from "./bounds.mjs";
import { fail, root, stamp } from "./command.mjs";
import { endWell } from "./drain.mjs";
import { policyWith } from "./policy.mjs";
import { takeSnapshot } from "./snapshot.mjs";

/**
 * Serves what was built, at the port and the address that it is called with: what is built as files, and
 * all else by Next, which sees no request that is not bounded.
 */

/** @typedef {import("node:http").IncomingMessage} Request */
/** @typedef {import("node:http").ServerResponse} Response */

/** Addresses that are no page and that Next answers. */
const programs = /^\/(data\/[^/]+|healthz|use\/json)$/;
/** Files at another address than their name. @type {{ [path: string]: string }} */
const aliases = { "/favicon.ico": "/icon.svg", "/palette": "/palette.json" };

/** All that Next is told of a request besides its address; a page depends on nothing else. */
const passed = new Set(
  ["host", "user-agent", "accept", "accept-encoding", "if-none-match", "rsc", "next-url"].concat(
    ["next-router-prefetch", "next-router-segment-prefetch", "next-router-state-tree"],
    process.env.TRUST_PROXY === "1" ? ["x-forwarded-host", "x-forwarded-proto"] : [],
  ),
);

const common = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Content-Security-Policy": policyWith("'self'"),
};
/** @type {{ [code: string]: string }} */
const rawStatus = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};
/** Headers of a connection, which is another one here. */
const hopByHop = new Set(["connection", "keep-alive", "transfer-encoding", "date"]);
const kept = "public, max-age=0, must-revalidate";
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
const own = `${hostname ?? "localhost"}:${port}`;
process.env.SERVED_SITE = process.env.SITE_URL || `http://${own}`;
const { folder, files, pages } = snapshot(process.env.SERVED_SITE);
process.chdir(folder);
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const serveFile = sirv(files, { etag: true, brotli: true, gzip: true });
const renderer = new Worker(new URL("render.mjs", import.meta.url), {
  workerData: { folder, port: Number(port), maxHeaderSize: limits.maxHeaderSize },
  resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 },
});
let hindered = "The server could not start";
renderer.once("error", ({ message }) => fail(`${hindered}: ${message}`));
renderer.once("exit", (code) => process.exit(code));
const [address] = await once(renderer, "message");
hindered = "Pages can no longer be rendered";
const agent = new Agent({ keepAlive: true, maxSockets: 32 });

const server = createServer(limits, (request, response) => {
  if (process.env.LOG === "1") logWhenDone(request, response);
  for (const [name, value] of Object.entries(common)) response.setHeader(name, value);
  answer(request, response).catch((error) => {
    process.stderr.write(
      `${request.method} ${request.url} could not be answered: ${error?.stack}\n`,
    );
    if (response.headersSent) response.destroy();
    else say(response, 500, "This could not be answered.");
  });
});
server.maxConnections = 2_000;
server.timeout = 60_000;
server.on("upgrade", (_, socket) => socket.end(rawAnswer("400 Bad Request")));
server.on("clientError", (error, socket) => {
  const code = "code" in error ? error.code : "";
  if (socket.writable) socket.end(rawAnswer(rawStatus[String(code)] ?? "400 Bad Request"));
});
server.once("error", ({ message }) => fail(`The server could not listen: ${message}.`));
endWell(server);
server.listen(Number(port), hostname);
process.on("uncaughtException", (error) => {
  process.stderr.write(`${error.stack}\n`);
  if (!existsSync(files))
    fail("The copy of the build that is served has gone: start the server again.");
});

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
  const isFile = /^\/(_next\/static\/.+|names\/[^/]+\.json|[^/]+\.\w+)$/.test(file);
  if (isPage || isFile) return send(request, response, file, 200);
  return send(request, response, "/_not-found", 404);
}

/**
 * Has Next answer.
 * @param {Request} request @param {Response} response @param {string} path @param {string} query
 */
function ask(request, response, path, query) {
  const headers = Object.fromEntries(
    Object.entries({ host: own, ...request.headers }).filter(([name]) => passed.has(name)),
  );
  // The router in the browser marks its requests with a key that Next wants to see.
  const search = headers.rsc ? query.replace(/(^|&)%7E_rsc=/, "$1_rsc=") : query;
  const target = `${encode(path)}${search && `?${search}`}`;
  return new Promise((resolve, reject) => {
    const options = { port: address.port, agent, method: request.method, path: target, headers };
    const asked = httpRequest(options, (answer) => {
      response.statusCode = answer.statusCode ?? 500;
      for (const [name, value] of Object.entries(answer.headers))
        if (value !== undefined && !hopByHop.has(name)) response.setHeader(name, value);
      pipeline(answer, response).then(resolve, resolve);
    });
    // A reader who has gone needs no answer, and is no error.
    asked.once("error", (error) => (response.destroyed ? resolve(null) : reject(error)));
    response.once("close", () => asked.destroy());
    asked.end();
  });
}

/**
 * Answers with a file, in the best coding that is accepted, never with a part of it.
 * @param {Request} request @param {Response} response @param {string} path @param {number} status
 */
function send(request, response, path, status) {
  const { headers } = request;
  const tag = headers["if-none-match"] ?? "";
  delete headers.range;
  headers["accept-encoding"] = codingOf(String(headers["accept-encoding"]));
  if (status !== 200) delete headers["if-none-match"];
  request.url = encode(path);
  const isForGood = path.startsWith("/_next/");
  response.setHeader("Cache-Control", isForGood ? "public, max-age=31536000, immutable" : kept);
  response.setHeader(
    "Content-Security-Policy",
    pages.get(path) ?? common["Content-Security-Policy"],
  );
  response.setHeader("Vary", "Accept-Encoding");
  const { writeHead } = response;
  Object.assign(response, {
    /** @param {number} code @param {object} more */
    writeHead(code, more) {
      if (code === 304) return writeHead.call(response, code, { ETag: tag });
      return writeHead.call(response, code === 200 ? status : code, { ...more });
    },
  });
  serveFile(request, response, () =>
    status === 404 ? say(response, 404, "Not found.") : send(request, response, "/_not-found", 404),
  );
}

/** @param {string} path */
const encode = (path) => path.split("/").map(encodeURIComponent).join("/");

/** @param {Response} response @param {number} status @param {string} text */
function say(response, status, text) {
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  if (status >= 400) response.setHeader("Connection", "close");
  response.writeHead(status);
  response.end(text && `${text}\n`);
}

/** An answer to what is no request. @param {string} status */
function rawAnswer(status) {
  const headers = Object.entries(common).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n${headers.join("")}\r\n`;
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

/** The copy of the build that is served. @param {string} site */
function snapshot(site) {
  try {
    return takeSnapshot(root, site);
  } catch (error) {
    return fail(`There is no build to serve: ${error instanceof Error ? error.message : error}`);
  }
}
