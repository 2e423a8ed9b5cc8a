/** What every answer of the site has in its headers, whoever makes it. */

/**
 * The Content-Security-Policy of every answer.
 * @param {string} scripts which scripts may run: a nonce, or hashes
 * @param {boolean} isFramable whether other pages may frame it
 */
export function policyWith(scripts, isFramable = false) {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src-elem 'self'",
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${isFramable ? "*" : "'none'"}`,
  ].join("; ");
}

/** Headers of an answer that has none of its own. */
export const common = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Content-Security-Policy": policyWith("'self'"),
};

/** Answers with a sentence. @param {import("node:http").ServerResponse} response @param {number} status @param {string} text */
export function say(response, status, text) {
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  if (status >= 400) response.setHeader("Connection", "close");
  response.writeHead(status);
  response.end(text && `${text}\n`);
}

/** An answer to what is no request, as the bytes that it is. @param {string} status */
export function rawAnswer(status) {
  const headers = Object.entries(common).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n${headers.join("")}\r\n`;
}
