import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { Browser } from "./browser";
import { evaluate } from "./browser";

declare global {
  interface Window {
    /** What the page has complained of since it was opened. */
    complaints: string[];
  }
}

/** A script that runs before all others of a page and keeps what goes wrong from then on. */
export const ears = `(${listen})()`;

/** What the page complains of, since it was opened. */
export function complaints(browser: Browser): Promise<string[]> {
  return evaluate(browser, () => window.complaints);
}

/** Runs in the page. */
function listen() {
  const heard: string[] = [];
  window.complaints = heard;
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    heard.push(`policy violation: ${effectiveDirective} blocked ${blockedURI}`);
  });
  addEventListener("error", ({ message }) => heard.push(`error: ${message}`));
  addEventListener("unhandledrejection", ({ reason }) => heard.push(`rejection: ${reason}`));
  const { console } = window;
  for (const level of ["error", "warn"] as const) {
    const write = console[level];
    console[level] = (...words: unknown[]) => {
      heard.push(`console ${level}: ${words.join(" ")}`);
      write.apply(console, words);
    };
  }
}

/**
 * Passes requests on to the site and puts the ears into its pages, for a browser whose protocol
 * cannot; the policy lets this one script in by its hash. Gives the origin that answers so.
 */
export async function startWithEars(site: string) {
  const server = createServer((asked, response) => pass(site, asked, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${port}`, close };
}

function pass(site: string, asked: IncomingMessage, response: ServerResponse) {
  const headers = { ...asked.headers, "accept-encoding": "identity" };
  const { method, url = "/" } = asked;
  const passed = request(new URL(url, site), { method, headers }, (answer) => {
    const isPage = answer.headers["content-type"]?.startsWith("text/html");
    return isPage ? passPage(answer, response) : passFile(answer, response);
  });
  passed.once("error", () => response.destroy());
  asked.pipe(passed);
}

function passFile(answer: IncomingMessage, response: ServerResponse) {
  response.writeHead(answer.statusCode ?? 500, answer.headers);
  answer.pipe(response);
}

async function passPage(answer: IncomingMessage, response: ServerResponse) {
  const page = Buffer.concat(await answer.toArray()).toString();
  const { "content-length": _, etag: __, ...headers } = answer.headers;
  const policy = String(headers["content-security-policy"] ?? "");
  const hash = createHash("sha256").update(ears).digest("base64");
  const listening = policy.replace("script-src ", `script-src 'sha256-${hash}' `);
  response.writeHead(answer.statusCode ?? 500, {
    ...headers,
    "content-security-policy": listening,
  });
  // As a function: a text would be searched for dollar signs.
  response.end(page.replace("<head>", () => `<head><script>${ears}</script>`));
}
