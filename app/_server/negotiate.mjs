import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** What a reader accepts and what he has already, by RFC 9110. */

/**
 * The best coding of those we have that a request accepts; none where it accepts none of them.
 * @param {string} [accepted]
 */
export function codingOf(accepted = "") {
  const wanted = accepted.split(",").flatMap((each) => {
    const [coding = "", weight = ""] = each.split(";").map((part) => part.trim().toLowerCase());
    return /^q=0(\.0*)?$/.test(weight) ? [] : [coding];
  });
  return ["br", "gzip"].find((coding) => wanted.includes(coding)) ?? "";
}

/**
 * Whether If-None-Match names a tag: any tag, or one of a list, compared weakly (13.1.2).
 * @param {string | undefined} tag
 * @param {string | undefined} named
 */
export function isNamed(tag, named = "") {
  if (!tag) return false;
  if (named.trim() === "*") return true;
  const opaque = tag.replace(/^W\//, "");
  return named.match(/"[^"]*"/g)?.includes(opaque) ?? false;
}

const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];
/** What is compressed for one reader: a higher quality costs more than it saves. */
const compress = {
  br: (/** @type {Buffer} */ body) =>
    toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (/** @type {Buffer} */ body) => toGzip(body, { level: 4 }),
};
const texts = /^(text\/|application\/([\w.-]+\+)?(json|xml|javascript)|image\/svg)/;

/**
 * An answer in a coding that the request accepts, with the headers that say so: a tag is then weak, since
 * other bytes have it, too.
 * @param {{ [name: string]: string | string[] | undefined }} headers
 * @param {Buffer} body
 * @param {string | undefined} accepted
 */
export async function encodeFor(accepted, headers, body) {
  if (!texts.test(String(headers["content-type"]))) return { headers, body };
  const vary = [headers.vary ?? [], "Accept-Encoding"].flat().join(", ");
  const coding = codingOf(accepted);
  if ((coding !== "br" && coding !== "gzip") || body.length < 1_000)
    return { headers: { ...headers, vary }, body };
  const etag = String(headers.etag ?? "").replace(/^(?=")/, "W/");
  const tagged = etag ? { etag } : {};
  return {
    headers: { ...headers, vary, ...tagged, "content-encoding": coding },
    body: await compress[coding](body),
  };
}
