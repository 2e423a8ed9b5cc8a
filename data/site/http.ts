import "server-only";
import { createHash } from "node:crypto";
import type { TableFile } from "./table-file";

/** An answer of HTTP to a request for a file. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: TableFile["body"] | null;
}

const forGood = "public, max-age=31536000, immutable";
const askAgain = "public, max-age=0, must-revalidate";

const methods = "GET, HEAD, OPTIONS";

/** Any page may read the files, which hold nothing that is not public; none may show them in a frame. */
const open = {
  "Access-Control-Allow-Origin": "*",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
};

/**
 * A published file as an answer. Its tag is strong: the same bytes, the same tag. The server before it
 * compares that with what a request names.
 */
export function toHttpResponse(published: TableFile): HttpResponse {
  const { status, type, body, name, isShown, isForGood } = published;
  const disposition = isShown ? "inline" : "attachment";
  const content: { [name: string]: string } = { "Content-Type": type };
  if (name) content["Content-Disposition"] = `${disposition}; filename="${name}"`;
  if (status !== 200) return { status, headers: { ...open, ...content }, body };
  const headers = {
    ...open,
    "Access-Control-Expose-Headers": "ETag, Content-Disposition",
    "Cache-Control": isForGood ? forGood : askAgain,
    ETag: tagOf(body),
  };
  return { status, headers: { ...headers, ...content }, body };
}

/** The answer to a question from another site which methods it may use. */
export function allowMethods(): HttpResponse {
  const headers = {
    ...open,
    Allow: methods,
    "Access-Control-Allow-Methods": methods,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
  };
  return { status: 204, headers, body: null };
}

function tagOf(body: TableFile["body"]): string {
  return `"${createHash("sha256").update(body).digest("base64url")}"`;
}
