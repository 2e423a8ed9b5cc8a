import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

/**
 * A request as it goes over the wire: fetch and node:http mend an address, or refuse it.
 * @typedef {{ method: string, target: string, headers: readonly (readonly [string, string])[] }} Asked
 */

/** @typedef {{ [name: string]: string }} Headers */

/**
 * What came back until the connection was closed: status 0 where nothing did, and why it ended.
 * @typedef {{ status: number, headers: Headers, body: string, time: number, end: "closed" | "open" | "reset" }} Answered
 */

/** A request as a person reads it, cut where it is long. @param {Asked} asked */
export function formatRequest({ method, target, headers }) {
  const brief = (/** @type {string} */ text) =>
    text.length > 160 ? `${text.slice(0, 120)}… (${text.length} characters)` : text;
  const lines = headers.map(([name, value]) => `, ${name}: ${brief(value)}`);
  return brief(JSON.stringify(`${method} ${target}`)) + lines.join("");
}

/**
 * Sends a request on a connection of its own and waits until the server closes it, or not longer than
 * `patience` milliseconds. Never rejects.
 * @param {number} port
 * @param {Asked} asked
 * @param {number} patience
 * @returns {Promise<Answered>}
 */
export function send(port, { method, target, headers }, patience) {
  const own = headers.map(([name]) => name.toLowerCase());
  const added = Object.entries({ Host: "localhost", Connection: "close" });
  const lines = [...added.filter(([name]) => !own.includes(name.toLowerCase())), ...headers].map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const start = performance.now();
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    /** @type {Buffer[]} */
    const chunks = [];
    const finish = (/** @type {Answered["end"]} */ end) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ ...parse(Buffer.concat(chunks), method), time: performance.now() - start, end });
    };
    const timer = setTimeout(() => finish("open"), patience);
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.once("end", () => finish("closed"));
    socket.once("error", () => finish("reset"));
    socket.write(Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join("")}\r\n`, "latin1"));
  });
}

/** @param {Buffer} bytes @param {string} method */
function parse(bytes, method) {
  const end = bytes.indexOf("\r\n\r\n");
  const [first = "", ...lines] = bytes.toString("latin1", 0, Math.max(0, end)).split("\r\n");
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0);
  /** @type {Headers} */
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(":")).toLowerCase(),
      line.slice(line.indexOf(":") + 1).trim(),
    ]),
  );
  const raw = bytes.subarray(end + 4);
  const whole = headers["transfer-encoding"] === "chunked" ? joinChunks(raw) : raw;
  const body = method === "HEAD" ? whole : decompress(whole, headers["content-encoding"]);
  return { status, headers, body: body.toString("utf8") };
}

/** The body that chunks of a length in hexadecimal make up. @param {Buffer} bytes */
function joinChunks(bytes) {
  const parts = [];
  for (let at = 0; ; ) {
    const end = bytes.indexOf("\r\n", at);
    const length = end < 0 ? 0 : Number.parseInt(bytes.toString("latin1", at, end), 16);
    if (!(length > 0)) return Buffer.concat(parts);
    parts.push(bytes.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
}

/** @param {Buffer} bytes @param {string | undefined} encoding */
function decompress(bytes, encoding) {
  try {
    if (encoding === "gzip") return gunzipSync(bytes);
    if (encoding === "br") return brotliDecompressSync(bytes);
  } catch {
    // A part of a body: what came is all there is to look at.
  }
  return bytes;
}
