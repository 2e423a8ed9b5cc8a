import { createServer, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { inTurn } from "@/app/_server/turns.mjs";

let server: Server | undefined;
let client: Socket | undefined;
afterEach(() => {
  client?.destroy();
  server?.closeAllConnections();
  server?.close();
});

/** Sends so many requests at once over one connection; `begun` are those that are being answered. */
async function sendAtOnce(requests: number) {
  const begun: ServerResponse[] = [];
  const made = createServer((_, response) => {
    inTurn(response, async () => {
      begun.push(response);
    });
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  const connection = connect((made.address() as AddressInfo).port, "127.0.0.1");
  client = connection;
  const said = { text: "", isClosed: false };
  connection.on("data", (bytes) => {
    said.text += bytes;
  });
  connection.on("close", () => {
    said.isClosed = true;
  });
  connection.on("error", () => undefined);
  connection.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(requests));
  return { begun, said };
}

test("answers what a client asks without waiting one after the other", async () => {
  const { begun, said } = await sendAtOnce(3);
  for (const [index, word] of ["first", "second", "third"].entries()) {
    await expect.poll(() => begun.length).toBe(index + 1);
    begun[index]?.end(word);
  }
  await expect
    .poll(() => said.text.match(/first|second|third/g))
    .toEqual(["first", "second", "third"]);
});

test("closes a connection on which more wait than any browser sends", async () => {
  const { begun, said } = await sendAtOnce(101);
  await expect.poll(() => said.isClosed).toBe(true);
  expect(begun.length).toBeLessThan(2);
});
