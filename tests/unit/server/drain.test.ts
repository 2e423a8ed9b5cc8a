import { once } from "node:events";
import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { makeDrain } from "../../../app/_server/drain.mjs";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections();
});

/** A server and the function that ends it. */
async function serve(answer: RequestListener, limit?: number) {
  const server = createServer(answer);
  servers.push(server);
  const drain = makeDrain(server, limit);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { server, drain, port };
}

/** A connection that has sent a text; `all` is what came on it until it was closed. */
async function open(port: number, text = "") {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  let received = "";
  socket.on("data", (chunk) => {
    received += chunk;
  });
  const all = once(socket, "close").then(() => received);
  await once(socket, "connect");
  socket.write(text);
  return { socket, all };
}

const get = (path: string, header = "X: y") =>
  `GET ${path} HTTP/1.1\r\nHost: x\r\n${header}\r\n\r\n`;
/** A handler that leaves its answers to a test, and waits for a number of them. */
function later() {
  const answers: ServerResponse[] = [];
  let tell = () => {};
  const handler: RequestListener = (_, answer) => {
    answers.push(answer);
    tell();
  };
  const asked = (count: number) =>
    new Promise<void>((resolve) => {
      tell = () => answers.length === count && resolve();
      tell();
    });
  return { answers, handler, asked };
}

test("lets an answer finish, and closes its connection then", async () => {
  const { answers, handler, asked } = later();
  const { drain, port } = await serve(handler);
  const { all } = await open(port, get("/"));
  await asked(1);
  const end = drain();
  answers[0]?.end("all of it");
  expect(await all).toMatch(/^HTTP\/1.1 200 OK\r\nConnection: close\r\n.*all of it$/s);
  expect(await end).toBe(true);
});

test("closes a connection whose answer began as one that stays open", async () => {
  const { answers, handler, asked } = later();
  const { drain, port } = await serve(handler);
  const { all } = await open(port, get("/"));
  await asked(1);
  answers[0]?.writeHead(200, { "Content-Length": 9 }).write("all ");
  const end = drain();
  answers[0]?.end("of it");
  expect(await all).toMatch(/Connection: keep-alive.*all of it$/s);
  expect(await end).toBe(true);
});

test("takes no new connection while answers finish", async () => {
  const { answers, handler, asked } = later();
  const { server, drain, port } = await serve(handler);
  await open(port, get("/"));
  await asked(1);
  const end = drain();
  while (server.listening) await new Promise(setImmediate);
  const [error] = await once(connect(port, "127.0.0.1"), "error");
  expect(error.code).toBe("ECONNREFUSED");
  answers[0]?.end();
  expect(await end).toBe(true);
});

test.each([
  ["has sent nothing", ""],
  ["has sent half a request", "GET / HTTP/1.1\r\nHost:"],
  ["waits for its next request", get("/")],
  ["was upgraded", get("/", "Connection: Upgrade\r\nUpgrade: websocket")],
])("is not held up by a connection that %s", async (_, text) => {
  const { server, drain, port } = await serve((_, answer) => answer.end());
  server.on("upgrade", (_, socket) => socket.write("HTTP/1.1 101 Switching Protocols\r\n\r\n"));
  const { socket, all } = await open(port, text);
  if (text.endsWith("\r\n\r\n")) await once(socket, "data");
  expect(await drain()).toBe(true);
  await all;
});

test("cuts an answer off that takes too long, and says so", async () => {
  const { answers, handler, asked } = later();
  const { drain, port } = await serve(handler, 50);
  const { all } = await open(port, get("/"));
  await asked(1);
  answers[0]?.write("some");
  expect(await drain()).toBe(false);
  expect(await all).toContain("some");
});

test("does not count an answer that nobody waits for any longer", async () => {
  const { handler, asked } = later();
  const { drain, port } = await serve(handler);
  const { socket } = await open(port, get("/"));
  await asked(1);
  const end = drain();
  socket.destroy();
  expect(await end).toBe(true);
});

test("ends once, however often it is asked to", async () => {
  const { drain } = await serve((_, answer) => answer.end());
  expect(drain()).toBe(drain());
  expect(await drain()).toBe(true);
});
