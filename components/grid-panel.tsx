import { useEffect, useState } from "react";
import type { Table } from "@/data/table";
import { EmptyResult } from "./empty-result";
import type { GridProps } from "./grid";
import { PlainTable } from "./plain-table";
import { useLoaded } from "./use-loaded";
import { usePrinting } from "./use-printing";
import type { Show } from "./use-view";

type Props = Omit<GridProps, "onReady"> & { readonly table: Table; readonly onShow: Show };

/** The server's table, until the grid stands in its place with the same rows; and again on paper. */
export function GridPanel({ table, onShow, ...props }: Props) {
  const Grid = useLoaded(loadGrid);
  const [isReady, setReady] = useState(false);
  const isPrinting = usePrinting();
  const isEmpty = props.rows.length === 0;
  useEffect(() => {
    if (Grid && isEmpty) setReady(true);
  }, [Grid, isEmpty]);
  return (
    <div className="grid-panel" data-ready={isReady || undefined}>
      {(!isReady || isPrinting) && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key
        <section className="plain-scroll" aria-label={`${props.title}, table`} tabIndex={0}>
          <PlainTable {...props} />
        </section>
      )}
      {Grid && <Grid {...props} onReady={() => setReady(true)} />}
      {isEmpty && (
        <EmptyResult table={table} view={props.view} names={props.names} onShow={onShow} />
      )}
    </div>
  );
}

const loadGrid = () => import("./grid").then((module) => module.default);
