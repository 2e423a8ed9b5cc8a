import { createServer } from "node:http";
import { parentPort, workerData } from "node:worker_threads";
import next from "next";

/**
 * Next, in a thread of its own: however long a page takes to render, what is built is served meanwhile.
 * It answers at a port of this machine's own, which is told once it does.
 */

/** @type {{ folder: string, port: number, maxHeaderSize: number }} */
const { folder, port, maxHeaderSize } = workerData;
// Without the name that the site is served at, which Next would take for another site than localhost.
// It answers upgrades of the server it is given, and would hold those of ours for good.
const app = next({ dev: false, dir: folder, port, quiet: true, httpServer: createServer() });
await app.prepare();
const render = app.getRequestHandler();
const server = createServer({ maxHeaderSize }, (request, response) => {
  render(request, response).catch((error) => {
    process.stderr.write(
      `${request.method} ${request.url} could not be answered: ${error?.stack}\n`,
    );
    if (response.headersSent) response.destroy();
    else
      response
        .writeHead(500, { "Content-Type": "text/plain" })
        .end("This could not be answered.\n");
  });
});
// A connection that is kept for the next request is never closed while that is on its way.
server.keepAliveTimeout = 0;
server.listen(0, "127.0.0.1", () => parentPort?.postMessage(server.address()));
