import sirv from "sirv";
import { encode } from "./ask.mjs";
import { codingOf, isNamed } from "./negotiate.mjs";
import { common, say } from "./policy.mjs";

/**
 * Answers with the files of a build, compressed beforehand and sent by sirv. What it leaves open is done
 * here: a status of its own for "not found", tags in lists, codings refused, and never a part of a file.
 */

/** @typedef {import("node:http").IncomingMessage} Request */
/** @typedef {import("node:http").ServerResponse} Response */

const forGood = "public, max-age=31536000, immutable";
const askAgain = "public, max-age=0, must-revalidate";

/** @param {string} folder @param {ReadonlyMap<string, string>} policies of the pages, by address */
export function makeSend(folder, policies) {
  const serve = sirv(folder, { etag: true, brotli: true, gzip: true });

  /** @param {Request["headers"]} headers @param {Response} response @param {string} path @param {number} [status] */
  return function send(headers, response, path, status = 200) {
    const named = status === 200 ? headers["if-none-match"] : undefined;
    response.setHeader("Cache-Control", path.startsWith("/_next/") ? forGood : askAgain);
    response.setHeader("Vary", "Accept-Encoding");
    const policy = policies.get(path) ?? common["Content-Security-Policy"];
    response.setHeader("Content-Security-Policy", policy);
    const { writeHead } = response;
    Object.assign(response, {
      /** @param {number} code @param {{ ETag?: string }} [own] */
      writeHead(code, own = {}) {
        const isKnown = code === 304 || isNamed(own.ETag, named);
        if (isKnown) return writeHead.call(response, 304, { ETag: own.ETag ?? named });
        return writeHead.call(response, code === 200 ? status : code, { ...own });
      },
    });
    const accepted = codingOf(String(headers["accept-encoding"] ?? ""));
    const asked = { "accept-encoding": accepted, "if-none-match": named };
    serve(/** @type {Request} */ ({ url: encode(path), headers: asked }), response, () => {
      Object.assign(response, { writeHead });
      if (status === 404) say(response, 404, "Not found.");
      else send(headers, response, "/_not-found", 404);
    });
  };
}
