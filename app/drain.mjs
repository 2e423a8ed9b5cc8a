import { subscribe } from "node:diagnostics_channel";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";

/**
 * Loaded into the server's process before Next, whose own end drops requests that have arrived and were
 * not read yet. Here a signal lets in what is on its way, ends each connection with its answer, and
 * ends the process with the last one.
 */

// Next leaves signals to others where this is set.
process.env.NEXT_MANUAL_SIG_HANDLE = "1";

/** Whoever has answered a request. @type {Set<import("node:http").Server>} */
const servers = new Set();
let isEnding = false;

subscribe("http.server.request.start", (message) => {
  const { server, response } =
    /** @type {{ server: import("node:http").Server, response: import("node:http").ServerResponse }} */ (
      message
    );
  servers.add(server);
  if (isEnding) response.setHeader("Connection", "close");
});

async function drain() {
  if (isEnding) return;
  isEnding = true;
  await wait(200);
  // A turn of the loop may accept a single connection, of which 511 can wait; the next reads what it sent.
  for (let turn = 0; turn < 600; turn++) await nextTurn();
  await Promise.all([...servers].map((server) => new Promise((done) => server.close(done))));
  process.exit(0);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, drain);
