/** What is answered at all, before anybody works for it. */

import { toPassed } from "../../data/view/query-keys.mjs";
import { withoutTracking } from "../../data/view/tracking.mjs";

/** @typedef {{ status: number, says: string, allow?: string }} Refusal */
/** @typedef {{ path: string, query: string }} Asked */

/** A query that a page of ours writes has fewer keys and bytes; what has more is work without an end. */
const most = { keys: 500, bytes: 16_000 };

const methods = "GET, HEAD, OPTIONS";
const hosts = /^([a-z0-9]([a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;

/** @type {{ [status: number]: string }} */
const says = {
  204: "",
  400: "This is no address that a page could have.",
  405: `A page or a file can only be read: ${methods}.`,
  414: `The query is too long: ${most.keys} keys and ${most.bytes} bytes are the most.`,
};

/**
 * What a request asks for, or why it is answered with nothing. The path is resolved; the query has no
 * key that only counts readers, and its other keys are as Next.js leaves them alone.
 * @param {{ method?: string, url?: string, httpVersion?: string, headers: { host?: string }, rawHeaders?: readonly string[] }} request
 * @returns {Asked | Refusal}
 */
export function readRequest({
  method = "",
  url = "",
  httpVersion,
  headers: { host },
  rawHeaders = [],
}) {
  const asked = readTarget(url);
  if (method === "OPTIONS" && (url === "*" || !("status" in asked && asked.status === 400)))
    return "path" in asked && asked.path.startsWith("/data/") ? asked : refuse(204);
  if ("status" in asked) return asked;
  if (method !== "GET" && method !== "HEAD") return refuse(405);
  const isNamed = host === undefined ? httpVersion === "1.0" : hosts.test(host);
  // Of two, a proxy before us may have believed the other (RFC 9112, 3.2).
  const isNamedOnce =
    rawHeaders.filter((name, at) => at % 2 === 0 && /^host$/i.test(name)).length < 2;
  return isNamed && isNamedOnce ? asked : refuse(400);
}

/** @param {string} target @returns {Asked | Refusal} */
function readTarget(target) {
  const address = target.startsWith("/") ? `http://site${target}` : target;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return refuse(400);
  const { pathname, search } = new URL(address);
  if (search.length > most.bytes || search.split("&").length > most.keys) return refuse(414);
  const path = decode(pathname);
  return path === null ? refuse(400) : { path, query: readQuery(search) };
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** @param {string} search */
function readQuery(search) {
  const pairs = [...withoutTracking(new URLSearchParams(search))];
  return new URLSearchParams(pairs.map(([key, value]) => [toPassed(key), value])).toString();
}

/** @param {number} status @returns {Refusal} */
function refuse(status) {
  const allow = status === 204 || status === 405 ? { allow: methods } : {};
  return { status, says: says[status] ?? "", ...allow };
}
