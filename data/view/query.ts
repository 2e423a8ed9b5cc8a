/** A query as text as people like to read it: signs that need no escape in one stay as they are. */
export function formatQuery(query: URLSearchParams): string {
  return query
    .toString()
    .replaceAll("%2C", ",")
    .replaceAll("%3A", ":")
    .replaceAll("%21", "!")
    .replaceAll("=%3D", "==");
}

/**
 * So many characters of a query are asked for at most: a request holds them several times, in its address,
 * in the page it comes from and in what Next.js adds, and servers take 16 kB of all that.
 */
const longest = 4000;

/** Why the interface does not ask for a query; null where it does. */
export function lengthProblem(query: string): string | null {
  if (query.length <= longest) return null;
  const [found, expected] = [query.length, longest].map((length) => length.toLocaleString("en"));
  return `expected a view of at most ${expected} characters, found one of ${found}`;
}
