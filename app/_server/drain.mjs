import { unwatchFile, watchFile } from "node:fs";
import { connect } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { say, signals, stamp } from "./command.mjs";

/** @typedef {import("node:http").Server} Server */

/** An answer that is not finished so many milliseconds after the signal is cut off. */
const patience = 5_000;

/**
 * Ends the process, and the server well before, when a signal comes, when the program that started it
 * has gone, or when what it serves was built anew: 0 says that every answer was finished, 1 that some
 * were cut off. Tells the program that started it once the server listens.
 * @param {Server} server one that does not listen yet
 */
export function endWell(server) {
  const drain = makeDrain(server);
  const end = () => drain().then((isWhole) => process.exit(isWhole ? 0 : 1));
  for (const signal of signals) process.on(signal, end);
  if (!process.send) return;
  process.once("disconnect", end);
  server.once("listening", () => process.send?.("listening"));
  watchFile(stamp, { interval: 500, persistent: false }, ({ mtimeMs }) => {
    if (mtimeMs === 0) return;
    say("The pages were built anew.");
    unwatchFile(stamp);
    end();
  });
}

/**
 * A function that ends a server: it takes no new connection, lets each answer that was asked for
 * finish, closes every other connection at once, and says whether no answer had to be cut off.
 * @param {Server} server one that does not listen yet
 */
export function makeDrain(server, limit = patience) {
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  /** @type {Set<import("node:http").ServerResponse>} */
  const answers = new Set();
  /** @type {Promise<boolean> | undefined} */
  let ending;

  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  // First, so that no handler has sent headers yet.
  server.prependListener("request", (_, answer) => {
    answers.add(answer);
    if (ending) answer.setHeader("Connection", "close");
    answer.once("close", () => {
      answers.delete(answer);
      if (!server.listening) closeIdle();
    });
  });

  /** Also what never sent a request, and what was upgraded: Node's own closeIdleConnections leaves these. */
  const closeIdle = () => {
    const busy = new Set([...answers].map(({ socket }) => socket));
    for (const socket of sockets) if (!busy.has(socket)) socket.destroy();
  };
  const drain = async () => {
    let cut = 0;
    const timer = setTimeout(() => {
      cut = answers.size;
      for (const socket of sockets) socket.destroy();
    }, limit);
    for (const answer of answers) if (!answer.headersSent) answer.setHeader("Connection", "close");
    await acceptWaiting(server);
    const closed = new Promise((resolve) => server.close(resolve));
    closeIdle();
    await closed;
    clearTimeout(timer);
    return cut === 0;
  };
  return () => {
    ending ??= drain();
    return ending;
  };
}

/**
 * Accepts and reads what has connected before now, which the system would reset with the listening
 * socket. Connections wait in the order in which they came: one of our own marks the last of them.
 * @param {Server} server
 */
async function acceptWaiting(server) {
  const address = server.address();
  if (address === null || typeof address === "string") return;
  const { port, address: bound } = address;
  const host = { "::": "::1", "0.0.0.0": "127.0.0.1" }[bound] ?? bound;
  const mark = connect({ port, host, timeout: 1_000 });
  await new Promise((resolve) => {
    server.on("connection", ({ remotePort }) => remotePort === mark.localPort && resolve(null));
    for (const event of ["error", "timeout"]) mark.once(event, resolve);
  });
  mark.destroy();
  // What the last one sent is read in a turn of its own.
  await nextTurn();
  await nextTurn();
}
