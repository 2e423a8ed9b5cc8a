import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { isFigure } from "@/data/figure/figure";
import type { Table } from "@/data/table/table";
import { pageOf, wholeOf } from "@/data/view/page";
import { filledColumns } from "@/data/view/shown-columns";
import type { TableKind } from "@/data/view/table-kind";
import { FailingAlone } from "../controls/failing-alone";
import { Leaving } from "../controls/leaving";
import { loadNothing, useLoaded } from "../controls/use-loaded";
import { usePrinting } from "../controls/use-printing";
import type { Show } from "../state/use-view";
import { contentWidths, roomyFrom, stackedBelow, stackedWiderFrom } from "./column-widths";
import { EmptyResult } from "./empty-result";
import type { GridProps } from "./grid";
import { loadGrid } from "./load-grid";
import { PageLinks } from "./page-links";
import { PlainTable } from "./plain-table";

interface Props extends Omit<GridProps, "all" | "onReady" | "panelWidth" | "content"> {
  readonly table: Table;
  readonly kind: TableKind;
  readonly onShow: Show;
}

/** The server's table until the grid stands in its place; and on paper, where it fails, or by choice. */
export function GridPanel({ table, kind, onShow, ...props }: Props) {
  const [Grid, isMissing, onThrow] = useLoaded(kind === "plain" ? loadNothing : loadGrid);
  const [isReady, setReady] = useState(false);
  const isPrinting = usePrinting();
  const isLasting = kind === "plain" || isMissing;
  const isEmpty = props.rows.length === 0;
  // Paper has no links to another page.
  const columns = isPrinting
    ? filledColumns(props.columns, props.rows, props.names)
    : props.columns;
  const page = isPrinting ? wholeOf(props.rows) : pageOf(props.rows, props.view.page);
  useEffect(() => {
    if (Grid && isEmpty) setReady(true);
  }, [Grid, isEmpty]);
  const panel = useRef<HTMLDivElement>(null);
  const all = useMemo(() => table.rows.filter(isFigure), [table]);
  const content = useMemo(() => contentWidths(all), [all]);
  const band = useBand(panel);
  const [keepPlace, takePlace] = useHandover(panel, props.columns);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the grid takes over when it is ready
  useLayoutEffect(takePlace, [isReady]);
  return (
    <div
      ref={panel}
      className={`grid-panel ${isLasting ? "lasting" : ""}`}
      data-kind={kind}
      data-ready={(Grid && isReady) || undefined}
    >
      {(!Grid || !isReady || isPrinting) && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key
        <section className="plain-scroll" aria-label={`${props.title}, table`} tabIndex={0}>
          {isMissing && (
            <p className="problems" role="status">
              The grid could not be shown. This table has the same figures and sorts by its
              headings; to have the grid, load the page again.
            </p>
          )}
          <Leaving onLeave={keepPlace}>
            <PlainTable
              {...props}
              columns={columns}
              rows={page.rows}
              from={page.from}
              content={content}
              kind={kind}
              onShow={onShow}
            />
          </Leaving>
          <PageLinks page={page} of={props.rows.length} view={props.view} onShow={onShow} />
        </section>
      )}
      {Grid && band !== undefined && (
        <FailingAlone onThrow={onThrow}>
          <Grid
            key={band}
            {...props}
            all={all}
            content={content}
            onReady={() => setReady(true)}
            panelWidth={() => widthOfPanel(panel.current)}
          />
        </FailingAlone>
      )}
      {isEmpty && (
        <EmptyResult table={table} view={props.view} names={props.names} onShow={onShow} />
      )}
    </div>
  );
}

/** The room for a table in the panel, without a scroll bar that takes some of it. */
function widthOfPanel(panel: HTMLElement | null): number {
  return (panel?.querySelector(".plain-scroll") ?? panel)?.clientWidth ?? window.innerWidth;
}

/** Widths from which on a panel has more room, for another kind of rows. */
const steps: readonly number[] = [stackedWiderFrom, stackedBelow, roomyFrom];

function bandOf(panel: HTMLElement | null): number {
  const width = widthOfPanel(panel);
  return steps.filter((from) => width >= from).length;
}

/** How much room the panel has; a grid is made anew where it becomes another. */
function useBand(panel: RefObject<HTMLElement | null>) {
  const [band, setBand] = useState<number>();
  useEffect(() => {
    const { current } = panel;
    if (!current) return;
    const observer = new ResizeObserver(() => setBand(bandOf(current)));
    observer.observe(current);
    return () => observer.disconnect();
  }, [panel]);
  return band;
}

/**
 * Where the focus was in the table that leaves, and how the grid takes it over: at the heading of the
 * same column, or else at its first cell.
 */
function useHandover(panel: RefObject<HTMLDivElement | null>, columns: GridProps["columns"]) {
  const place = useRef<string | null>(null);
  const keep = (focused: Element | null) => {
    const table = focused?.closest(".plain-scroll");
    if (!table || !panel.current?.contains(table)) return;
    const heading = focused?.closest("th");
    const column = heading && columns[heading.cellIndex - 1]?.name;
    place.current = column ? `.ag-header-cell[col-id="${CSS.escape(column)}"]` : ".ag-cell";
  };
  const take = () => {
    const { activeElement, body } = document;
    const target = place.current && panel.current?.querySelector<HTMLElement>(place.current);
    place.current = null;
    if (target && (!activeElement || activeElement === body)) target.focus();
  };
  return [keep, take] as const;
}
