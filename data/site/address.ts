import "server-only";
/**
 * The address that the site is known by, without a slash at its end: `configured` (SITE_URL) where it
 * is a web address, else what the request says. A header that is no host counts as none.
 */
export function toSite(
  configured: string | undefined,
  header: (name: string) => string | null,
): string {
  const own = originOf(configured ?? "");
  if (own) return own;
  const protocol = first(header("x-forwarded-proto")) === "https" ? "https" : "http";
  const hosts = [first(header("x-forwarded-host")), header("host") ?? ""];
  const host = hosts.find(isHost) ?? "localhost";
  return originOf(`${protocol}://${host}`) ?? "http://localhost";
}

function originOf(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const { origin, host } = new URL(text);
  return isHost(host) ? origin : null;
}

/** Each proxy on the way adds a value; the first is the one that the reader's browser asked. */
function first(list: string | null): string {
  return (list ?? "").split(",")[0]?.trim() ?? "";
}

function isHost(text: string): boolean {
  return /^([a-z0-9]([a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:\d{1,5})?$/i.test(text);
}
