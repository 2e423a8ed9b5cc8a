import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useState } from "react";
import { carry } from "@/data/view/carry";

type Step = "push" | "replace";

/** Queries that the reader asked for and the history has yet to learn, oldest first. */
const asked: { readonly query: string; readonly step: Step; readonly path: string }[] = [];

/** Queries that the history has and Next.js has yet to follow; until then it may set an older one again. */
const told: string[] = [];

/** The query that was asked for last, or the address has. */
export function latestQuery(): string {
  return asked.at(-1)?.query ?? told.at(-1) ?? window.location.search.slice(1);
}

/**
 * The query, and a way to ask for another that is there at once. The history learns of it once the
 * answer is painted, since Next.js follows the history and draws the whole page for it.
 */
export function useAddress(): [URLSearchParams, (query: string, step: Step) => void] {
  // The same on the server and in the browser: Next.js hands the query to the server as an object,
  // which loses `__proto__` and puts numbers first.
  const known = normalize(useSearchParams().toString());
  const [latest, setLatest] = useState<string | null>(null);
  useEffect(() => {
    // Next.js may pass over some of what it was told; what it was not told comes from elsewhere.
    const at = told.findIndex((query) => normalize(query) === known);
    told.splice(0, at < 0 ? told.length : at + 1);
    if (asked.length + told.length === 0) setLatest(null);
  }, [known]);
  useEffect(() => {
    const forget = () => {
      asked.length = told.length = 0;
      setLatest(null);
    };
    window.addEventListener("popstate", forget);
    return () => window.removeEventListener("popstate", forget);
  }, []);
  useEffect(() => {
    // A press may lead to another page: Next.js would drop that for a history told only then.
    document.addEventListener("click", tellHistory, true);
    return () => document.removeEventListener("click", tellHistory, true);
  }, []);
  const ask = useCallback((query: string, step: Step) => {
    const before = step === "replace" ? asked.pop() : undefined;
    asked.push({ query, step: before?.step ?? step, path: window.location.pathname });
    setLatest(normalize(query));
    afterPaint(tellHistory);
  }, []);
  const text = latest ?? known;
  return [useMemo(() => new URLSearchParams(text), [text]), ask];
}

/** Asks that another page has overtaken are dropped: their addresses are not its own. */
function tellHistory() {
  for (const { query, step, path } of asked.splice(0)) {
    if (path !== window.location.pathname) continue;
    told.push(query);
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
      tellHistory();
      // Of an act and its undoing Next.js may follow neither, and would be waited for in vain.
      told.length = 0;
      router.push(to);
    },
    [router],
  );
}
