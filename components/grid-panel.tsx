import { useEffect, useMemo, useState } from "react";
import type { Schema } from "@/data/descriptor";
import type { GridProps } from "./grid";
import { PlainTable } from "./plain-table";
import { shownColumns } from "./shown-columns";
import { useLoaded } from "./use-loaded";

type Props = Omit<GridProps, "columns" | "onReady"> & { readonly schema: Schema };

/** The server's table, until the grid stands in its place with the same rows. */
export function GridPanel({ schema, ...props }: Props) {
  const columns = useMemo(() => shownColumns(schema), [schema]);
  const Grid = useLoaded(loadGrid);
  const [isReady, setReady] = useState(false);
  const isEmpty = props.rows.length === 0;
  useEffect(() => {
    if (Grid && isEmpty) setReady(true);
  }, [Grid, isEmpty]);
  return (
    <div className="grid-panel" data-ready={isReady || undefined}>
      {!isReady && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key
        <section className="plain-scroll" aria-label={`${props.title}, table`} tabIndex={0}>
          <PlainTable {...props} columns={columns} />
        </section>
      )}
      {Grid && <Grid {...props} columns={columns} onReady={() => setReady(true)} />}
      {isEmpty && <p className="empty">No figure matches these filters.</p>}
    </div>
  );
}

const loadGrid = () => import("./grid").then((module) => module.default);
