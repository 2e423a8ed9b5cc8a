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
