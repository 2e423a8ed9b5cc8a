import { existsSync } from "node:fs";
import { createServer } from "node:http";
import next from "next";
import { fail, root, stamp } from "./command.mjs";
import { endWell } from "./drain.mjs";
import { keepPages } from "./response-cache.mjs";

/** Serves what was built, at the port and the address that it is called with. */

const methods = ["GET", "HEAD", "OPTIONS"];
const [port = "3000", hostname] = process.argv.slice(2);
const app = next({ dev: false, dir: root, port: Number(port), hostname, quiet: true });

if (!existsSync(stamp)) fail("There is no finished build to serve: run `npm run build` first.");
await app.prepare().catch(({ message }) => fail(`The server could not start: ${message}`));
const answer = keepPages(app.getRequestHandler());
const server = createServer((request, response) => {
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
endWell(server);
server.listen(Number(port), hostname);

/** A page can only be read; a file says so itself, but Next fails on a TRACE. @param {import("node:http").IncomingMessage} request */
function isRefused({ method = "", url = "" }) {
  return method === "TRACE" || !(methods.includes(method) || url.startsWith("/data/"));
}
