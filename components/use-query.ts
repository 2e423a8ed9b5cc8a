import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";

/**
 * The query, the same on the server and in the browser: Next.js hands it to the server as an object,
 * which loses `__proto__` and puts numbers first.
 */
export function useParams(): URLSearchParams {
  const params = useSearchParams();
  return useMemo(() => {
    const query = new URLSearchParams(params.toString());
    query.delete("__proto__");
    query.sort();
    return query;
  }, [params]);
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
