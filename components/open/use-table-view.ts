import { useEffect, useState } from "react";
import type { OpenedView } from "@/data/open/session";
import type { Editing } from "./use-editing";
import type { OpenTable } from "./use-open";

/** What the worker makes of the view that is asked for. */
export interface TableView {
  /** Null until it is known. */
  readonly view: OpenedView | null;
  /** Another one for each set of rows; "" until there is one. */
  readonly version: string;
  /** The same for groups, which are made anew once it is known what the last edit comes to. */
  readonly groupsVersion: string;
  /** The same for what does not depend on the order of the rows. */
  readonly unsortedVersion: string;
  /** Edited rows that the filters would not keep. */
  readonly hidden: number;
}

/** Asks the worker of a table for the view of a query, and follows its edits. */
export function useTableView(
  { id, reader }: OpenTable,
  query: string,
  { edited, table }: Editing,
  onProblem: (message: string) => void,
): TableView {
  const [view, setView] = useState<OpenedView | null>(null);
  const [version, setVersion] = useState("");
  const [unsorted, setUnsorted] = useState("");
  const [hidden, setHidden] = useState(0);
  const [recount, setRecount] = useState(0);
  useEffect(() => {
    let isLatest = true;
    reader.view(query).then(
      (next) => {
        if (!isLatest) return;
        setView(next);
        setHidden(0);
        setVersion(`${id} ${query}`);
        setUnsorted(`${id} ${withoutSort(query)}`);
      },
      ({ message }: Error) => isLatest && onProblem(message),
    );
    return () => {
      isLatest = false;
    };
  }, [reader, query, id, onProblem]);
  useEffect(() => {
    if (edited) setView((now) => now && { ...now, count: edited.count });
  }, [edited]);
  useEffect(() => {
    if (!table) return;
    setView(table.view);
    setHidden(table.hidden);
    setRecount((now) => now + 1);
  }, [table]);
  const groupsVersion = version && `${version} ${recount}`;
  return {
    view,
    version,
    groupsVersion,
    unsortedVersion: unsorted && `${unsorted} ${recount}`,
    hidden,
  };
}

function withoutSort(query: string): string {
  const asked = new URLSearchParams(query);
  asked.delete("_sort");
  return String(asked);
}
