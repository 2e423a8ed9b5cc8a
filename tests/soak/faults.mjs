import { root } from "../../app/_server/command.mjs";

/** @typedef {import("./wire.mjs").Asked} Asked */
/** @typedef {import("./wire.mjs").Answered} Answered */
/** @typedef {{ cpu: number, memory: number, alive: boolean }} Cost milliseconds of processor time, MB */
/** @typedef {(asked: Asked, answered: Answered, cost: Cost) => boolean} Rule */

/** What a request may be answered with. */
const allowed = new Set([
  ...[200, 204, 206, 304, 307, 308],
  ...[400, 404, 405, 408, 413, 414, 416, 417, 421, 426, 431],
]);

/** Milliseconds of the server's processor time, and MB: no request may take more. */
export const most = { cpu: 250, memory: 450 };

const isPage = (/** @type {Answered} */ { headers }) =>
  (headers["content-type"] ?? "").startsWith("text/html");
const policyOf = (/** @type {Answered} */ { headers }) => headers["content-security-policy"] ?? "";
const pathOf = (/** @type {Asked} */ { target }) => target.split(/[?#]/, 1)[0] ?? "";

/** Keys that a page must not pass over in silence: nobody reads them, and no program adds them. */
const unknown = /^(?!utm_|mc_|_ga|_gl)(?:[A-Za-z]\w*|__\w+)$/;
const known = new Set(
  "fbclid gclid dclid msclkid igshid yclid twclid ttclid gbraid wbraid srsltid ref si".split(" "),
);

/** The keys that nobody knows, where there are few enough for a page to name all. @param {Asked} asked @param {ReadonlySet<string>} fields */
function unknownKeys({ target }, fields) {
  const keys = target.slice(pathOf({ method: "", target, headers: [] }).length + 1).split("&");
  const names = keys.map((pair) => pair.split("=", 1)[0] ?? "").filter((key) => unknown.test(key));
  return names.length > 3 ? [] : names.filter((key) => !known.has(key) && !fields.has(key));
}

/**
 * What holds for every request, as a sentence that is true where it does not.
 * @param {ReadonlySet<string>} fields names that an address may filter by
 * @param {ReadonlySet<string>} sheets
 * @returns {readonly (readonly [string, Rule])[]}
 */
export function makeRules(fields, sheets) {
  return [
    ["the server has died", (_, __, { alive }) => !alive],
    ["there is no answer", (_, { status, end }) => status === 0 && end === "open"],
    ["the connection is reset", (_, { status, end }) => status === 0 && end === "reset"],
    ["the connection stays open", (_, { status, end }) => status !== 0 && end === "open"],
    ["a status that no request should get", (_, { status }) => status > 0 && !allowed.has(status)],
    ["too much processor time", (_, __, { cpu }) => cpu > most.cpu],
    ["too much memory", (_, __, { memory }) => memory > most.memory],
    [
      "a stack trace or a path of the server",
      (_, { body }) => /\n\s+at \S.*:\d+:\d+/.test(body) || body.includes(root.slice(0, -1)),
    ],
    ["a page without a policy", (_, answered) => isPage(answered) && !policyOf(answered)],
    [
      "a page that may stand in any frame",
      (asked, answered) => {
        const [, embed = "", name = ""] = /^\/(embed)\/([^/]+)$/.exec(pathOf(asked)) ?? [];
        const mayBeFramed = embed !== "" && sheets.has(name);
        return (
          isPage(answered) && !mayBeFramed && !/frame-ancestors 'none'/.test(policyOf(answered))
        );
      },
    ],
    [
      "an answer whose kind a browser may guess",
      (_, { body, headers }) => body.length > 0 && headers["x-content-type-options"] !== "nosniff",
    ],
    [
      "a part of a compressed body",
      (_, { status, headers }) => status === 206 && headers["content-encoding"] !== undefined,
    ],
    [
      "a compressed answer that a cache gives to everybody",
      (_, { headers }) =>
        headers["content-encoding"] !== undefined && !/accept-encoding/i.test(headers.vary ?? ""),
    ],
    [
      "a page for a request that changes something",
      ({ method }, { status }) =>
        status < 400 && status > 0 && !["GET", "HEAD", "OPTIONS"].includes(method),
    ],
    [
      "OPTIONS refused",
      ({ method, target }, { status }) =>
        method === "OPTIONS" && target === "/attacks" && status >= 400,
    ],
    [
      "a key that is passed over in silence",
      (asked, answered) =>
        asked.method === "GET" &&
        answered.status === 200 &&
        isPage(answered) &&
        /^\/(?:figures|[a-z-]+)?$/.test(pathOf(asked)) &&
        (sheets.has(pathOf(asked).slice(1)) || pathOf(asked) === "/figures") &&
        !asked.headers.some(([name]) => /^(rsc|next-)/i.test(name)) &&
        unknownKeys(asked, fields).some((key) => !answered.body.includes(`${key}`)),
    ],
  ];
}
