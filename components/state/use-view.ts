import { useCallback, useMemo, useState } from "react";
import type { Table } from "@/data/table/table";
import { lengthProblem } from "@/data/view/query";
import { changeView, formatView, type ParsedView, parseView, type View } from "@/data/view/view";
import { latestQuery, useAddress } from "./use-query";

/**
 * A change of the view; `push` makes it a step that Back undoes. False where it is refused, since no
 * address can be that long.
 */
export type Show = (change: Change, step?: "push" | "replace") => boolean;

/** What changes, or what changes given what the URL holds by now: two acts within a frame both count. */
export type Change = Partial<View> | ((now: View) => Partial<View>);

/** The view that the URL holds, and a way to ask for another. The URL is the only copy that lasts. */
export function useView(table: Table): [ParsedView, Show] {
  const [params, ask] = useAddress();
  const [refused, setRefused] = useState<string | null>(null);
  const parsed = useMemo(() => {
    const { view, problems } = parseView(params, table);
    return { view, problems: refused ? [...problems, refused] : problems };
  }, [params, table, refused]);
  const show = useCallback<Show>(
    (change, step = "push") => {
      const now = parseView(new URLSearchParams(latestQuery()), table).view;
      const next = changeView(now, typeof change === "function" ? change(now) : change);
      const query = formatView(next, table);
      const problem = lengthProblem(query);
      setRefused(problem);
      if (!problem && query !== latestQuery()) ask(query, step);
      return !problem;
    },
    [table, ask],
  );
  return [parsed, show];
}
