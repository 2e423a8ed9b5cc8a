import { createHash } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { firstScript, lateScript } from "./app/_server/late-scripts.mjs";
import { policyWith } from "./app/_server/policy.mjs";
import { choicesScript } from "./components/state/choices";

const hashes = [choicesScript, firstScript, lateScript].map(
  (script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
);

/**
 * A page with a query is rendered for it by its twin below `/rendered`, and the scripts of the answer
 * have a nonce of its own; a page without one is built. In development React needs `eval`, so there is
 * no policy.
 */
export function proxy(request: NextRequest) {
  const url = request.nextUrl.clone();
  const isFramable = url.pathname.startsWith("/embed/");
  const hasTwin = url.pathname !== "/use";
  if (hasTwin && !url.search) return NextResponse.next();
  if (hasTwin) url.pathname = `/rendered${url.pathname}`;
  const headers = new Headers(request.headers);
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = policyWith(`'nonce-${nonce}' 'strict-dynamic' ${hashes.join(" ")}`, isFramable);
  if (process.env.NODE_ENV !== "development") headers.set("Content-Security-Policy", policy);
  const response = NextResponse.rewrite(url, { request: { headers } });
  if (process.env.NODE_ENV !== "development")
    response.headers.set("Content-Security-Policy", policy);
  return response;
}

/** Pages alone: no file, and no address of a program. */
export const config = {
  matcher: "/((?!_next/|data/|palette$|healthz$|use/json$|rendered|.*\\.).*)",
};
