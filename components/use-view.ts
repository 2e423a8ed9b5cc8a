import { useCallback, useMemo } from "react";
import type { Table } from "@/data/table";
import { formatView, type ParsedView, parseView, type View } from "@/data/view";
import { useParams } from "./use-query";

/** A change of the view; `push` makes it a step that Back undoes. */
export type Show = (change: Change, step?: "push" | "replace") => void;

/** What changes, or what changes given what the URL holds by now: two acts within a frame both count. */
type Change = Partial<View> | ((now: View) => Partial<View>);

/** The view that the URL holds, and a way to ask for another. There is no other copy of it. */
export function useView(table: Table): [ParsedView, Show] {
  const params = useParams();
  const parsed = useMemo(() => parseView(params, table), [params, table]);
  const show = useCallback<Show>(
    (change, step = "push") => {
      const now = parseView(new URLSearchParams(window.location.search), table).view;
      const address = addressOf({
        ...now,
        ...(typeof change === "function" ? change(now) : change),
      });
      if (address === window.location.pathname + window.location.search) return;
      // Next.js follows the History API where the state is null, without a trip to the server.
      window.history[`${step}State`](null, "", address);
    },
    [table],
  );
  return [parsed, show];
}

function addressOf(view: View): string {
  const query = formatView(view);
  return `${window.location.pathname}${query && `?${query}`}`;
}
