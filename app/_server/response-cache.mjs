import { randomUUID } from "node:crypto";
import { gzip } from "node:zlib";

/** @typedef {import("node:http").IncomingMessage} Request */
/** @typedef {import("node:http").ServerResponse} Response */
/** @typedef {(request: Request, response: Response) => Promise<void>} Handler */

/**
 * An answer without its nonce: what stands between the places where the nonce goes. One that has no
 * such place is compressed once.
 * @typedef {{ status: number, headers: readonly (readonly [string, string[]])[], parts: readonly Buffer[], zipped?: Buffer }} Answer
 */

/** Of answers no more than this many bytes are kept; what was asked for least lately goes first. */
const mostBytes = 16_000_000;

/** All that a page may depend on besides its address: whatever else a request says, the page never sees. */
const seen = ["host", "x-forwarded-host", "x-forwarded-proto"];
const choices = ["theme", "split", "table"];

/** Next answers a request that has one of these with something else than all of a page or a file. */
const special = [
  "rsc",
  "next-action",
  "next-router-prefetch",
  "next-router-state-tree",
  "range",
  "if-none-match",
  "if-modified-since",
];

/**
 * Answers from memory where the same was asked before with the same choices, and gives each page a
 * nonce of its own; else lets `render` answer, and keeps what it says. The data and the build are the
 * same for as long as the server runs.
 * @param {Handler} render
 * @returns {Handler}
 */
export function keepPages(render) {
  const answers = makeStore();
  return async (request, response) => {
    if (!asksForPage(request)) return render(request, response);
    const zips = takesGzip(String(request.headers["accept-encoding"]));
    leaveSeen(request);
    const key = JSON.stringify([request.url, request.headers]);
    const known = answers.get(key);
    if (known) return send(known, response, zips);
    hold(response, (answer) => {
      if (answer.status === 200) answers.keep(key, answer);
      return send(answer, response, zips);
    });
    await render(request, response);
  };
}

/** Answers by what was asked; the one that nobody asked for the longest makes room. */
function makeStore() {
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  let bytes = 0;
  /** @param {string} key */
  const drop = (key) => {
    const answer = answers.get(key);
    if (answer) bytes -= sizeOf(answer);
    answers.delete(key);
    return answer;
  };
  /** @param {string} key @param {Answer} answer */
  const keep = (key, answer) => {
    drop(key);
    answers.set(key, answer);
    bytes += sizeOf(answer);
    for (const oldest of answers.keys()) {
      if (bytes <= mostBytes) break;
      drop(oldest);
    }
    return answer;
  };
  /** @param {string} key */
  const get = (key) => {
    const answer = drop(key);
    return answer && keep(key, answer);
  };
  return { get, keep };
}

/** @param {Answer} answer */
function sizeOf({ parts }) {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

/** @param {Request} request */
function asksForPage({ method, url = "", headers }) {
  const [path = ""] = url.split("?", 1);
  const isPage = !path.startsWith("/data/") && !path.includes(".");
  const isKept = isPage || path.startsWith("/_next/static/");
  return method === "GET" && isKept && !special.some((name) => headers[name] !== undefined);
}

/** @param {string} accepted what a request says of encodings */
function takesGzip(accepted) {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(accepted);
}

/** @param {Request} request */
function leaveSeen({ headers }) {
  const cookies = (headers.cookie ?? "").split(";").map((cookie) => cookie.trim());
  const chosen = choices.flatMap(
    (name) => cookies.find((cookie) => cookie.startsWith(`${name}=`)) ?? [],
  );
  for (const name of Object.keys(headers)) if (!seen.includes(name)) delete headers[name];
  if (chosen.length > 0) headers.cookie = chosen.join("; ");
}

/**
 * Holds an answer back until all of it is there. What is no page, script, style sheet or list goes
 * through as it comes.
 * @param {Response} response
 * @param {(answer: Answer) => Promise<void>} onAnswer
 */
function hold(response, onAnswer) {
  const { write, end, writeHead, flushHeaders } = response;
  /** @type {Buffer[]} */
  const chunks = [];
  const isHeld = () =>
    /^text\/(html|css)|javascript|json/.test(String(response.getHeader("content-type")));
  const release = () => Object.assign(response, { write, end, writeHead, flushHeaders });
  Object.assign(response, {
    /** @param {Parameters<typeof writeHead>} args */
    writeHead(...args) {
      if (!isHeld()) return writeHead.apply(response, args);
      response.statusCode = args[0];
      return response;
    },
    flushHeaders() {
      if (!isHeld()) flushHeaders.call(response);
    },
    /** @param {Parameters<typeof write>} args */
    write(...args) {
      if (!isHeld()) return write.apply(response, args);
      chunks.push(Buffer.from(args[0]));
      return true;
    },
    /** @param {Parameters<typeof end>} args */
    end(...args) {
      if (!isHeld()) return end.apply(response, args);
      const [last] = /** @type {unknown[]} */ (args);
      if (typeof last === "string" || last instanceof Uint8Array) chunks.push(Buffer.from(last));
      release();
      onAnswer(toAnswer(response, Buffer.concat(chunks))).catch((error) => response.destroy(error));
      return response;
    },
  });
}

/** @param {Response} response @param {Buffer} body @returns {Answer} */
function toAnswer(response, body) {
  const policy = String(response.getHeader("content-security-policy"));
  const nonce = /'nonce-(\w+)'/.exec(policy)?.[1];
  const part = (/** @type {string} */ text) => (nonce ? text.split(nonce) : [text]);
  return {
    status: response.statusCode,
    headers: Object.entries(response.getHeaders()).map(([name, value]) => [
      name,
      part(String(value)),
    ]),
    parts: part(body.toString("latin1")).map((text) => Buffer.from(text, "latin1")),
  };
}

/** @param {Answer} answer @param {Response} response @param {boolean} zips */
async function send(answer, response, zips) {
  const nonce = randomUUID().replaceAll("-", "");
  response.statusCode = answer.status;
  for (const [name, texts] of answer.headers) response.setHeader(name, texts.join(nonce));
  const body = zips ? await zipped(answer, nonce) : bodyOf(answer, nonce);
  if (zips) response.setHeader("Content-Encoding", "gzip");
  response.setHeader("Content-Length", body.length);
  response.end(body);
}

/** @param {Answer} answer @param {string} nonce */
function bodyOf({ parts }, nonce) {
  const slot = Buffer.from(nonce);
  return Buffer.concat(parts.flatMap((part, index) => (index > 0 ? [slot, part] : [part])));
}

/** @param {Answer} answer @param {string} nonce */
async function zipped(answer, nonce) {
  const known = answer.zipped ?? (await zip(bodyOf(answer, nonce)));
  if (answer.parts.length === 1) answer.zipped = known;
  return known;
}

/** @param {Buffer} body @returns {Promise<Buffer>} */
function zip(body) {
  return new Promise((resolve, reject) => {
    gzip(body, (error, result) => (error ? reject(error) : resolve(result)));
  });
}
