import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { besideIn } from "@/data/compare/choice";
import { isFigureTable } from "@/data/compare/own-figures";
import type { Opened, OpenedRow, OpenedView } from "@/data/open/session";
import { TextInput } from "../controls/text-input";
import { useLoaded } from "../controls/use-loaded";
import { formatAsked, narrowTo, nothingAsked, parseAsked } from "./asked";
import { type ChartRequest, requestFor } from "./chart-choice";
import { ColumnFilter } from "./column-filter";
import { Beside, Faces } from "./comparing";
import { FilterChips } from "./filter-chips";
import { HowRead } from "./how-read";
import { OpenGroups } from "./open-groups";
import { OpenStatus } from "./open-status";
import type { Opening, OpenTable } from "./use-open";

interface Props {
  readonly table: OpenTable;
  readonly opening: Opening;
  /** The ways to open another one, and what is being read. */
  readonly children: ReactNode;
}

interface CellAt {
  readonly row: OpenedRow;
  readonly column: number;
}

const loadGrid = () => import("../grid/long-grid").then((module) => module.default);

/** The open table: how it was read, its tools, the grid, the chart and what it all comes to. */
export function OpenWorkbook({ table, opening, children }: Props) {
  const { id, opened, reader } = table;
  // The address is that of the first table of this page; another one begins without filters.
  const [asked, setAsked] = useState(() =>
    id === 1 ? parseAsked(window.location.hash.slice(1), idsOf(opened)) : nothingAsked,
  );
  const query = useMemo(() => formatAsked(asked), [asked]);
  // What stands in place of the rows; null where they are shown.
  const [beside, setBeside] = useState(() =>
    id === 1 ? besideIn(window.location.hash.slice(1)) : null,
  );
  const [view, setView] = useState<OpenedView | null>(null);
  const [version, setVersion] = useState("");
  const [chosen, setChart] = useState<ChartRequest>(() => requestFor(opened.columns));
  const [cell, setCell] = useState<CellAt | null>(null);
  const [problem, setProblem] = useState("");
  const [Grid, isMissing] = useLoaded(loadGrid);
  useEffect(() => {
    let isLatest = true;
    reader.view(query).then(
      (next) => {
        if (!isLatest) return;
        setView(next);
        setVersion(`${id} ${query}`);
      },
      ({ message }: Error) => isLatest && setProblem(message),
    );
    return () => {
      isLatest = false;
    };
  }, [reader, query, id]);
  useEffect(() => {
    if (!version) return;
    // A fragment stays in the browser, also when the page is loaded again.
    const { pathname } = window.location;
    const fragment = [query, beside].filter(Boolean).join("&");
    window.history.replaceState(null, "", `${pathname}${fragment && `#${fragment}`}`);
  }, [version, query, beside]);
  const rowsOf = useCallback((from: number, to: number) => reader.rows(from, to), [reader]);
  const columns = useMemo(
    () =>
      opened.columns.map(({ id, name, type }) => ({
        id,
        title: name,
        isNumber: type === "number" || type === "year",
      })),
    [opened],
  );
  const chart = useMemo(
    () => (columns.some(({ id }) => id === chosen.by) ? chosen : requestFor(opened.columns)),
    [columns, chosen, opened],
  );
  return (
    <>
      <CellBar cell={cell} table={table} />
      <div className="sheet-head open-head">
        <h1>{opened.file}</h1>
        <HowRead table={table} opening={opening} />
        {children}
      </div>
      <div className="tools">
        <Faces opened={opened} beside={beside} onBeside={setBeside} />
        <TextInput
          className="find"
          type="search"
          name="_find"
          label="Find in this table"
          value={asked.find}
          onChange={(find) => setAsked((now) => ({ ...now, find }))}
        />
        <ColumnFilter
          columns={opened.columns}
          filters={asked.filters}
          reader={reader}
          onNarrow={(column, values) => setAsked((now) => narrowTo(now, column, values))}
        />
        <FilterChips asked={asked} columns={opened.columns} onAsk={setAsked} />
        <p className="problems" role="status">
          {problem || view?.problems.join(" ") || (isMissing && "The grid could not be loaded.")}
        </p>
      </div>
      {beside !== null && (
        <Beside
          {...{ opened, reader, version, asked, beside }}
          conditions={view?.conditions ?? ""}
          onQuery={setBeside}
          onProblem={setProblem}
        />
      )}
      <div className="open-both" hidden={beside !== null}>
        <div className="open-grid">
          {Grid && view && version && (
            <Grid
              title={opened.file}
              columns={columns}
              count={view.count}
              version={version}
              sort={asked.sort}
              rowsOf={rowsOf}
              onSort={(sort) => setAsked((now) => ({ ...now, sort }))}
              onCell={(row, column) => setCell({ row: row as OpenedRow, column })}
            />
          )}
          {view?.count === 0 && (
            <p className="open-none">
              {opened.size === 0 ? "The table has no rows." : "No row has all of this."}
            </p>
          )}
        </div>
        <OpenGroups
          file={opened.file}
          columns={opened.columns}
          reader={reader}
          request={chart}
          version={version}
          onChoose={setChart}
          onNarrow={(filters) =>
            setAsked((now) =>
              filters.reduce((all, [column, values]) => narrowTo(all, column, values), now),
            )
          }
          onProblem={setProblem}
        />
      </div>
      {view && (
        <OpenStatus
          opened={opened}
          view={honest(opened, view)}
          reader={reader}
          onProblem={setProblem}
        />
      )}
    </>
  );
}

/** Figures of a register are not added column by column: their totals keep rules of their own. */
function honest({ columns }: Opened, view: OpenedView): OpenedView {
  return isFigureTable(columns) ? { ...view, totals: [] } : view;
}

function idsOf({ columns }: Opened): readonly string[] {
  return columns.map(({ id }) => id);
}

/** Where the chosen cell stands in the file, and all of its text. */
function CellBar({ cell, table: { opened } }: { cell: CellAt | null; table: OpenTable }) {
  return (
    <section className="source-bar" aria-label="The chosen cell in its file">
      <span className="name-box">{cell ? `line ${cell.row.line}` : "–"}</span>
      <span className="source-mark" aria-hidden="true">
        Source
      </span>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: focus opens the line where it is cut */}
      <p className="source-text" aria-live="polite" tabIndex={0}>
        {cell ? (
          <>
            <b>{cell.row.cells[cell.column] || "empty"}</b>{" "}
            <span className="tag">{opened.columns[cell.column]?.name}</span>
            <span className="quiet"> — {opened.file}</span>
          </>
        ) : (
          <span className="quiet">Select a cell to see where it stands in the file.</span>
        )}
      </p>
    </section>
  );
}
