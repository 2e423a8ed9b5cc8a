import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useState } from "react";
import { carry, passedOn } from "@/data/view/carry";
import { formatQuery } from "@/data/view/query";
import { fromPassed } from "@/data/view/query-keys.mjs";
import { withoutTracking } from "@/data/view/tracking.mjs";
import { afterPaint } from "../controls/after-paint";
import { type HistoryWrite, makeHistoryQueue } from "./history-queue";
import { settleLater } from "./settle";

type Step = HistoryWrite["step"];

/** Queries that the reader asked for and that are yet to be written to the history, oldest first. */
const pending = makeHistoryQueue(() => performance.now());

/** Queries that are written and that Next.js has yet to follow; until then it may set an older one again. */
const written: string[] = [];

/** The query that was asked for last, or the address has. */
export function latestQuery(): string {
  return pending.latest() ?? written.at(-1) ?? window.location.search.slice(1);
}

/** The query of what is on screen, as it is passed on. */
export function sharedQuery(): string {
  return formatQuery(passedOn(withoutTracking(new URLSearchParams(latestQuery()))));
}

/**
 * The query, and a way to ask for another. What needs no component may answer at once: components have
 * the new query once that is painted, and the history once they are, since Next.js follows the history
 * and draws the whole page for it.
 */
export function useAddress(): [URLSearchParams, (query: string, step: Step) => void] {
  const known = normalize(useSearchParams().toString());
  const [latest, setLatest] = useState<string | null>(null);
  useEffect(() => {
    // Next.js may pass over some of what was written; what was not comes from elsewhere.
    const at = written.findIndex((query) => normalize(query) === known);
    written.splice(0, at < 0 ? written.length : at + 1);
    if (pending.size() + written.length === 0) setLatest(null);
  }, [known]);
  useEffect(() => {
    const forget = () => {
      pending.clear();
      written.length = 0;
      setLatest(null);
    };
    window.addEventListener("popstate", forget);
    return () => window.removeEventListener("popstate", forget);
  }, []);
  useEffect(() => {
    document.addEventListener("click", writeBeforeLink, true);
    return () => document.removeEventListener("click", writeBeforeLink, true);
  }, []);
  const ask = useCallback((query: string, step: Step) => {
    pending.add({ query, step, path: window.location.pathname });
    settleLater(() => {
      // Where the history has gone elsewhere meanwhile, that counts.
      if (pending.size() + written.length > 0) setLatest(normalize(query));
      afterPaint(writeHistory);
    });
  }, []);
  const text = latest ?? known;
  return [useMemo(() => new URLSearchParams(text), [text]), ask];
}

/** Writes what may be written by now, and the rest as soon as it may. */
function writeHistory() {
  write(pending.due());
  const wait = pending.wait();
  if (wait !== null) setTimeout(writeHistory, wait);
}

/** A link may lead to another page: Next.js would drop that for a history written only then. */
function writeBeforeLink({ target }: MouseEvent) {
  if (target instanceof Element && target.closest("a")) writeAll();
}

function writeAll() {
  write(pending.flush());
}

/** Asks that another page has overtaken are dropped: their addresses are not its own. */
function write(writes: readonly HistoryWrite[]) {
  for (const [index, { query, step, path }] of writes.entries()) {
    if (path !== window.location.pathname) continue;
    written.push(query);
    try {
      // Next.js follows the History API where the state is null, without a trip to the server.
      window.history[`${step}State`](null, "", `${path}${query && `?${query}`}`);
    } catch {
      // Safari counts the calls of Next.js as well: what it refused waits.
      written.pop();
      for (const refused of writes.slice(index)) pending.add(refused);
      setTimeout(writeHistory, 1000);
      return;
    }
  }
}

/**
 * The same on the server and in the browser: Next.js hands the query to the server as an object, which
 * puts numbers first, and the server renames keys that it would lose.
 */
export function normalize(text: string): string {
  const asked = [...withoutTracking(new URLSearchParams(text))];
  const isServer = typeof window === "undefined";
  const query = new URLSearchParams(
    isServer ? asked.map(([key, value]) => [fromPassed(key), value]) : asked,
  );
  query.sort();
  return query.toString();
}

/** The query of the page as text, as it is passed on. */
export function useQuery(): string {
  return passedOn(new URLSearchParams(normalize(useSearchParams().toString()))).toString();
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
      writeAll();
      // Of an act and its undoing Next.js may follow neither, and would be waited for in vain.
      written.length = 0;
      router.push(to);
    },
    [router],
  );
}
