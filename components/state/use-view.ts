import { useCallback, useMemo, useState } from "react";
import type { Table } from "@/data/table/table";
import { lengthProblem } from "@/data/view/query";
import { changeView, formatView, type ParsedView, parseView, type View } from "@/data/view/view";
import { latestQuery, normalize, useAddress } from "./use-query";

/**
 * A change of the view; `push` makes it a step that Back undoes. False where it is refused, since no
 * address can be that long.
 */
export type Show = (change: Change, step?: "push" | "replace") => boolean;

/** What changes, or what changes given what the URL holds by now: two acts within a frame both count. */
export type Change = Partial<View> | ((now: View) => Partial<View>);

/**
 * The view that the URL holds, and a way to ask for another. The URL is the only copy that lasts. What
 * answers at once has the view in the event that asks for it, components have it a frame later.
 */
export function useView(table: Table, answer: (view: View) => void): [ParsedView, Show] {
  const [params, ask] = useAddress();
  const [refused, setRefused] = useState<string | null>(null);
  const parse = useMemo(() => parserOf(table), [table]);
  const text = params.toString();
  const parsed = useMemo(() => {
    const { view, problems } = parse(text);
    return { view, problems: refused ? [...problems, refused] : problems };
  }, [text, parse, refused]);
  const show = useCallback<Show>(
    (change, step = "push") => {
      const now = parse(normalize(latestQuery())).view;
      const next = changeView(now, typeof change === "function" ? change(now) : change);
      const query = formatView(next, table);
      const problem = lengthProblem(query);
      setRefused(problem);
      if (!problem && query !== latestQuery()) {
        answer(parse(normalize(query)).view);
        ask(query, step);
      }
      return !problem;
    },
    [table, ask, parse, answer],
  );
  return [parsed, show];
}

/** Reads queries as they are normalized, the latest one once: an act asks for what is drawn a frame later. */
function parserOf(table: Table): (text: string) => ParsedView {
  let known: { readonly text: string; readonly parsed: ParsedView } | undefined;
  return (text) => {
    if (known?.text !== text) known = { text, parsed: parseView(new URLSearchParams(text), table) };
    return known.parsed;
  };
}
