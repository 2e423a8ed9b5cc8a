import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useState } from "react";
import { carry } from "@/data/view/carry";

type Step = "push" | "replace";

/** Queries that the reader asked for and that are yet to be written to the history, oldest first. */
const pending: { readonly query: string; readonly step: Step; readonly path: string }[] = [];

/** Queries that are written and that Next.js has yet to follow; until then it may set an older one again. */
const written: string[] = [];

/** The query that was asked for last, or the address has. */
export function latestQuery(): string {
  return pending.at(-1)?.query ?? written.at(-1) ?? window.location.search.slice(1);
}

/**
 * The query, and a way to ask for another that is there at once. It is written to the history once the
 * answer is painted, since Next.js follows the history and draws the whole page for it.
 */
export function useAddress(): [URLSearchParams, (query: string, step: Step) => void] {
  // The same on the server and in the browser: Next.js hands the query to the server as an object,
  // which loses `__proto__` and puts numbers first.
  const known = normalize(useSearchParams().toString());
  const [latest, setLatest] = useState<string | null>(null);
  useEffect(() => {
    // Next.js may pass over some of what was written; what was not comes from elsewhere.
    const at = written.findIndex((query) => normalize(query) === known);
    written.splice(0, at < 0 ? written.length : at + 1);
    if (pending.length + written.length === 0) setLatest(null);
  }, [known]);
  useEffect(() => {
    const forget = () => {
      pending.length = written.length = 0;
      setLatest(null);
    };
    window.addEventListener("popstate", forget);
    return () => window.removeEventListener("popstate", forget);
  }, []);
  useEffect(() => {
    // A press may lead to another page: Next.js would drop that for a history written only then.
    document.addEventListener("click", writeHistory, true);
    return () => document.removeEventListener("click", writeHistory, true);
  }, []);
  const ask = useCallback((query: string, step: Step) => {
    const before = step === "replace" ? pending.pop() : undefined;
    pending.push({ query, step: before?.step ?? step, path: window.location.pathname });
    setLatest(normalize(query));
    afterPaint(writeHistory);
  }, []);
  const text = latest ?? known;
  return [useMemo(() => new URLSearchParams(text), [text]), ask];
}

/** Asks that another page has overtaken are dropped: their addresses are not its own. */
function writeHistory() {
  for (const { query, step, path } of pending.splice(0)) {
    if (path !== window.location.pathname) continue;
    written.push(query);
    // Next.js follows the History API where the state is null, without a trip to the server.
    window.history[`${step}State`](null, "", `${path}${query && `?${query}`}`);
  }
}

/** Runs once the next frame is painted; soon also in a page that is not in sight, which paints none. */
function afterPaint(act: () => void) {
  requestAnimationFrame(() => setTimeout(act));
  setTimeout(act, 100);
}

function normalize(text: string): string {
  const query = new URLSearchParams(text);
  query.delete("__proto__");
  query.sort();
  return query.toString();
}

/** The query of the page as text. */
export function useQuery(): string {
  return normalize(useSearchParams().toString());
}

/** The part of the query that goes along from sheet to sheet: the counting rule, with "?" before it. */
export function useCarriedQuery(): string {
  return carry("", new URLSearchParams(useSearchParams()));
}

/** A way to go to another page of the site without loading it anew; the counting rule goes along. */
export function useGo(): (address: string) => void {
  const router = useRouter();
  return useCallback(
    (address) => {
      const to = carry(address, new URLSearchParams(latestQuery()));
      writeHistory();
      // Of an act and its undoing Next.js may follow neither, and would be waited for in vain.
      written.length = 0;
      router.push(to);
    },
    [router],
  );
}
