import { type NextRequest, NextResponse } from "next/server";

/**
 * Gives every page a Content-Security-Policy with a nonce of its own, which Next.js puts on its
 * scripts and the grid on its styles. Only an embedded chart may stand in a frame on another page.
 * In development React needs `eval`, so there is no policy.
 */
export function proxy(request: NextRequest) {
  if (process.env.NODE_ENV === "development") return NextResponse.next();
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const isFramable = request.nextUrl.pathname.startsWith("/embed/");
  const policy = policyWith(nonce, isFramable ? "*" : "'none'");
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

function policyWith(nonce: string, ancestors: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
  ].join("; ");
}

export const config = { matcher: "/((?!_next/static|data/).*)" };
