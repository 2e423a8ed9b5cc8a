import { randomUUID } from "node:crypto";
import { Agent, request as httpRequest } from "node:http";
import { buffer } from "node:stream/consumers";
import { encodeFor, isNamed } from "./negotiate.mjs";

/**
 * Has Next answer, which is in a thread of its own. Who asks for the same while an answer is on its way
 * gets that one, with a nonce of his own; nothing is kept once it is there.
 */

/** @typedef {import("node:http").IncomingMessage} Request */
/** @typedef {import("node:http").ServerResponse} Response */
/** @typedef {{ status: number, headers: { [name: string]: string | string[] | undefined }, body: Buffer }} Answer */
/** @typedef {{ answer: Promise<Answer>, waiting: number, stop: () => void }} Flight */

/** All that Next is told of a request besides its address; an answer depends on nothing else. */
const passed = ["rsc", "next-url", "next-router-prefetch", "next-router-segment-prefetch"].concat(
  "next-router-state-tree",
);
const forwarded = ["x-forwarded-host", "x-forwarded-proto"];
/**
 * Headers of a connection, which is another one here, of a body that may be coded otherwise, and one that
 * repeats the query, with which a proxy would find the answer's headers too large.
 */
const dropped = ["connection", "keep-alive", "transfer-encoding", "date", "content-length"].concat(
  "x-middleware-rewrite",
);

/** An answer's headers may be as large as Next makes them of the longest query. */
const maxHeaderSize = 200_000;

/**
 * @param {number} port where Next answers
 * @param {string} own the host of a request that names none
 * @param {(text: string) => string} finish puts into a page what Next cannot know
 */
export function makeAsk(port, own, finish) {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const names = ["host", ...(process.env.TRUST_PROXY === "1" ? forwarded : []), ...passed];
  /** Answers on their way, by all that they depend on. @type {Map<string, Flight>} */
  const flights = new Map();

  /** @param {Request} request @param {string} path @param {string} query */
  function take({ method, headers: all }, path, query) {
    const headers = Object.fromEntries(
      // Where the site has an address, nothing depends on how it was reached.
      Object.entries({ ...all, host: (!process.env.SITE_URL && all.host) || own }).filter(
        ([name]) => names.includes(name),
      ),
    );
    // The router in the browser marks its requests with a key that Next wants to see.
    const search = headers.rsc ? query.replace(/(^|&)%7E_rsc=/, "$1_rsc=") : query;
    const target = `${encode(path)}${search && `?${search}`}`;
    // Next makes the whole of an answer that has no body, too.
    const asked = { method: method === "HEAD" ? "GET" : method, path: target, headers };
    const key = JSON.stringify(asked);
    const known = flights.get(key);
    const flight = known ?? { ...send({ ...asked, agent, port }), waiting: 0 };
    const forget = () => flights.get(key) === flight && flights.delete(key);
    if (!known) {
      flights.set(key, flight);
      flight.answer.then(forget, forget);
    }
    flight.waiting++;
    const leave = () => {
      flight.waiting--;
      if (flight.waiting > 0) return;
      forget();
      flight.stop();
    };
    return { answer: flight.answer, isFirst: !known, leave };
  }

  /** @param {Request} request @param {Response} response @param {string} path @param {string} query */
  return async function ask(request, response, path, query) {
    const { answer, isFirst, leave } = take(request, path, query);
    response.once("close", leave);
    try {
      const found = await answer;
      response.off("close", leave);
      await respond(request, response, isFirst ? found : withOwnNonce(found), finish);
    } catch (error) {
      // A reader who has gone needs no answer, and is no error.
      if (!response.destroyed) throw error;
    }
  };
}

/** @param {import("node:http").RequestOptions} options */
function send(options) {
  const asked = httpRequest({ ...options, maxHeaderSize });
  /** @type {Promise<Answer>} */
  const answer = new Promise((resolve, reject) => {
    asked.once("error", reject);
    asked.once("response", (message) => {
      const { statusCode: status = 500, headers } = message;
      const own = Object.entries(headers).filter(([name]) => !dropped.includes(name));
      buffer(message).then((body) => {
        resolve({ status, headers: Object.fromEntries(own), body });
      }, reject);
    });
  });
  asked.end();
  return { answer, stop: () => asked.destroy() };
}

/** The same for another reader: what nobody else may know is his own. @param {Answer} answer @returns {Answer} */
function withOwnNonce({ status, headers, body }) {
  const policy = String(headers["content-security-policy"]);
  const [, nonce] = /'nonce-([^']+)'/.exec(policy) ?? [];
  if (!nonce) return { status, headers, body };
  const own = randomUUID().replaceAll("-", "");
  const text = body.toString("latin1").replaceAll(nonce, own);
  return {
    status,
    headers: { ...headers, "content-security-policy": policy.replaceAll(nonce, own) },
    body: Buffer.from(text, "latin1"),
  };
}

/** @param {Request} request @param {Response} response @param {Answer} answer @param {(text: string) => string} finish */
async function respond({ headers: asked }, response, { status, headers, body }, finish) {
  if (status === 200 && isNamed(String(headers.etag ?? ""), asked["if-none-match"])) {
    for (const name of ["etag", "cache-control", "vary", "access-control-allow-origin"])
      if (headers[name]) response.setHeader(name, headers[name]);
    return response.writeHead(304).end();
  }
  const isPage = /^text\/(html|x-component)/.test(String(headers["content-type"]));
  const whole = isPage ? Buffer.from(finish(body.toString("latin1")), "latin1") : body;
  const coded = await encodeFor(String(asked["accept-encoding"] ?? ""), headers, whole);
  for (const [name, value] of Object.entries(coded.headers))
    if (value !== undefined) response.setHeader(name, value);
  if (status !== 204) response.setHeader("Content-Length", coded.body.length);
  response.writeHead(status).end(coded.body);
}

/** @param {string} path */
export const encode = (path) => path.split("/").map(encodeURIComponent).join("/");
