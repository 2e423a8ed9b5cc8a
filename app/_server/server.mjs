import { createServer } from "node:http";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import next from "next";
import { fail, root } from "./install.mjs";
import { keepPages } from "./response-cache.mjs";

/**
 * Serves what was built, at the port and the address that it is called with. Next's own server drops
 * requests that have arrived and were not read when a signal ends it: this one lets in what is on its
 * way, ends each connection with its answer, and ends the process with the last one.
 */

const methods = ["GET", "HEAD", "OPTIONS"];
const [port = "3000", hostname] = process.argv.slice(2);
const app = next({ dev: false, dir: root, port: Number(port), hostname, quiet: true });
let isEnding = false;

await app.prepare().catch(({ message }) => fail(`The server could not start: ${message}`));
const answer = keepPages(app.getRequestHandler());
const server = createServer((request, response) => {
  if (isEnding) response.setHeader("Connection", "close");
  if (isRefused(request)) {
    const headers = { Allow: methods.join(", "), "X-Content-Type-Options": "nosniff" };
    response.writeHead(405, headers).end();
    return;
  }
  answer(request, response).catch((error) => {
    process.stderr.write(
      `${request.method} ${request.url} could not be answered: ${error?.stack}\n`,
    );
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end("Internal Server Error");
  });
});
server.once("error", ({ message }) => fail(`The server could not listen: ${message}.`));
server.listen(Number(port), hostname);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, drain);

/** A page can only be read; a file says so itself, but Next fails on a TRACE. @param {import("node:http").IncomingMessage} request */
function isRefused({ method = "", url = "" }) {
  return method === "TRACE" || !(methods.includes(method) || url.startsWith("/data/"));
}

async function drain() {
  if (isEnding) return;
  isEnding = true;
  await wait(200);
  // A turn of the loop may accept a single connection, of which 511 can wait; the next reads what it sent.
  for (let turn = 0; turn < 600; turn++) await nextTurn();
  server.close(() => process.exit(0));
}
