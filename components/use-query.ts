import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useState } from "react";

/**
 * The query, the same on the server and in the browser: Next.js hands it to the server as an object,
 * which loses `__proto__` and puts numbers first.
 */
export function useParams(): URLSearchParams {
  const text = normalize(useSearchParams().toString());
  return useMemo(() => new URLSearchParams(text), [text]);
}

/**
 * The query, and a way to ask for another that is there at once: Next.js takes its time to follow an
 * address, as it draws the whole page for it.
 */
export function useAddress(): [URLSearchParams, (query: string, step: "push" | "replace") => void] {
  const known = normalize(useSearchParams().toString());
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    if (known === normalize(window.location.search)) setAsked(null);
  }, [known]);
  useEffect(() => {
    const forget = () => setAsked(null);
    window.addEventListener("popstate", forget);
    return () => window.removeEventListener("popstate", forget);
  }, []);
  const ask = useCallback((query: string, step: "push" | "replace") => {
    const address = `${window.location.pathname}${query && `?${query}`}`;
    // Next.js follows the History API where the state is null, without a trip to the server.
    window.history[`${step}State`](null, "", address);
    setAsked(normalize(query));
  }, []);
  const text = asked ?? known;
  return [useMemo(() => new URLSearchParams(text), [text]), ask];
}

function normalize(text: string): string {
  const query = new URLSearchParams(text);
  query.delete("__proto__");
  query.sort();
  return query.toString();
}

/** The query of the page as text. */
export function useQuery(): string {
  return useParams().toString();
}

/** The part of the query that goes along from sheet to sheet: the counting rule, with "?" before it. */
export function useCarriedQuery(): string {
  const count = useSearchParams().get("_count");
  return count ? `?_count=${encodeURIComponent(count)}` : "";
}

/** A way to go to another page of the site without loading it anew. */
export function useGo(): (address: string) => void {
  const router = useRouter();
  return useCallback((address) => router.push(address), [router]);
}
