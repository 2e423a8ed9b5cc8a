/** Keys of a query that stay as a reader goes from page to page: the counting rule and the version. */
const carried: readonly string[] = ["_count", "_version"];

/** An address of the site with what of the query of this page goes along to it. */
export function carry(address: string, query: URLSearchParams): string {
  const [, path = "", search = "", hash = ""] = /^([^?#]*)\??([^#]*)(.*)$/.exec(address) ?? [];
  const own = new URLSearchParams(search);
  const kept = [...query].filter(([key]) => carried.includes(key) && !own.has(key));
  const all = [search, new URLSearchParams(kept).toString()].filter(Boolean).join("&");
  return `${path}${all && `?${all}`}${hash}`;
}

/** A query as it is passed on: which list stands open is of one page alone. */
export function passedOn(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...query].filter(([key]) => key !== "_open"));
}
