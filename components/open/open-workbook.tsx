import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { besideIn } from "@/data/compare/choice";
import type { PublishedVersion } from "@/data/compare/differences";
import type { MarkedRow } from "@/data/compare/figure-marks";
import { isFigureTable } from "@/data/compare/own-figures";
import type { Opened, OpenedView } from "@/data/open/session";
import type { CellPlace } from "@/data/view/cell-range";
import { TextInput } from "../controls/text-input";
import { useLoaded } from "../controls/use-loaded";
import { formatAsked, narrowTo } from "./asked";
import { type CellAt, CellBar } from "./cell-bar";
import { formatChart, parseChart } from "./chart-address";
import { type ChartRequest, fitChart } from "./chart-kinds";
import { ColumnFilter } from "./column-filter";
import { Beside, Faces, FigureLine } from "./comparing";
import { SavedLine, UndoEdits } from "./edit-bar";
import { EditMenu } from "./edit-menu";
import { FilterChips } from "./filter-chips";
import { HowRead } from "./how-read";
import { OpenGroups } from "./open-groups";
import { OpenStatus } from "./open-status";
import { formatReadings } from "./readings-address";
import type { TableMemory } from "./table-memory";
import { TakeMenu } from "./take-menu";
import { useAsked } from "./use-asked";
import type { Editing } from "./use-editing";
import { useFigureRules } from "./use-figure-rules";
import { useGridColumns } from "./use-grid-columns";
import { useGridEdits } from "./use-grid-edits";
import { useJump } from "./use-jump";
import type { Opening, OpenTable } from "./use-open";
import { useTableView } from "./use-table-view";

interface Props {
  readonly table: OpenTable;
  readonly opening: Opening;
  readonly editing: Editing;
  /** What is remembered of each table from the last time it was shown, by its file. */
  readonly memories: Map<number, TableMemory>;
  /** What can be compared with a table of figures. */
  readonly published: readonly PublishedVersion[];
  /** The ways to open another one, and what is being read. */
  readonly children: ReactNode;
}

export const loadGrid = () => import("../grid/long-grid").then((module) => module.default);

/** The open table: how it was read, its tools, the grid, the chart and what it all comes to. */
export function OpenWorkbook({
  table: asRead,
  opening,
  editing,
  memories,
  published,
  children,
}: Props) {
  const { id, fileId, reader, given } = asRead;
  const { edited, revision } = editing;
  const opened = editing.table?.opened ?? asRead.opened;
  const table = useMemo(() => ({ ...asRead, opened }), [asRead, opened]);
  const rules = useFigureRules(opened.columns, reader, revision);
  const { gridColumns, optionsOf } = useGridColumns(opened, reader, rules.register);
  const memory = memories.get(fileId);
  // The address is that of the first table of this page; another one begins without filters.
  const hash = id === 1 ? window.location.hash.slice(1) : "";
  const asking = useAsked({ table: asRead, opened, opening, editing, memory, hash });
  const { asked, steps, ask, edit } = asking;
  const query = useMemo(() => formatAsked(asked), [asked]);
  // What stands in place of the rows; null where they are shown.
  const [beside, setBeside] = useState(() => (id === 1 ? besideIn(hash) : null));
  const [chosen, setChart] = useState<ChartRequest | null>(() =>
    memory ? memory.chart : parseChart(hash, opened.columns),
  );
  const [cell, setCell] = useState<CellAt | null>(null);
  const [problem, setProblem] = useState("");
  const [draft, setDraft] = useState("");
  const shown = useTableView(asRead, query, editing, setProblem);
  const { view, version, groupsVersion, hidden } = shown;
  const { edits, onCopy, rangeOf, menuAt, setMenuAt } = useGridEdits(reader, edit, setProblem);
  const [Grid, isMissing] = useLoaded(loadGrid);
  const chart = useMemo(() => fitChart(chosen, opened.columns), [chosen, opened]);
  useEffect(() => {
    memories.set(fileId, { asked, chart: chosen, steps });
    if (!version) return;
    // A fragment stays in the browser, also when the page is loaded again.
    const readings = formatReadings(given.chosen, asRead.opened.columns);
    const parts = [query, formatChart(chart, opened.columns), readings, beside];
    const fragment = parts.filter(Boolean).join("&");
    const { pathname } = window.location;
    window.history.replaceState(null, "", `${pathname}${fragment && `#${fragment}`}`);
  }, [
    version,
    asked,
    query,
    chosen,
    chart,
    steps,
    opened,
    given,
    asRead,
    beside,
    memories,
    fileId,
  ]);
  const jumping = useJump(reader, rangeOf, setProblem);
  const textOf = useCallback(
    async ({ row, column }: CellPlace) => {
      const range = { top: row, bottom: row, left: column, right: column };
      const text = (await reader.cells(range))[0]?.[0] ?? "";
      if (text.length > longestEdited)
        throw new Error("This text is too long to be edited here; what is typed replaces it.");
      return text;
    },
    [reader],
  );
  const rowsOf = useCallback((from: number, to: number) => reader.rows(from, to), [reader]);
  return (
    <>
      <CellBar
        cell={cell}
        opened={opened}
        draft={draft}
        check={(column, text) => gridColumns[column]?.check(text) ?? ""}
      />
      <div className="sheet-head open-head">
        <h1>{opened.file}</h1>
        <HowRead
          table={table}
          opening={{ ...opening, readAs: asking.readAs }}
          edit={edited ? edit : null}
          onUndo={asking.undoReading}
        />
        {children}
        <SavedLine saved={editing.saved} onLoad={editing.load} onKeep={editing.keep} />
      </div>
      <div className="tools">
        <Faces opened={opened} beside={beside} onBeside={setBeside} />
        {beside === null && <FigureLine {...rules} opened={opened} onNext={jumping.next} />}
        <TextInput
          className="find"
          type="search"
          name="_find"
          label="Find in this table"
          value={asked.find}
          onChange={asking.find}
        />
        <ColumnFilter
          columns={opened.columns}
          filters={asked.filters}
          reader={reader}
          onNarrow={(column, values) => ask((now) => narrowTo(now, column, values))}
        />
        <UndoEdits undo={asking.undo} redo={asking.redo} />
        <EditMenu
          rangeOf={rangeOf}
          columns={opened.columns}
          count={view?.count ?? 0}
          askedAt={menuAt}
          onAsked={setMenuAt}
          onEdit={edit}
          onCopy={onCopy}
        />
        {view && (
          <TakeMenu
            file={opened.file}
            count={view.count}
            size={opened.size}
            reader={reader}
            onProblem={setProblem}
          />
        )}
        <FilterChips asked={asked} columns={opened.columns} onAsk={(next) => ask(() => next)} />
        <p className="problems" role="status">
          {problem ||
            editing.problem ||
            hiddenWords(hidden) ||
            view?.problems.join(" ") ||
            (isMissing && "The grid could not be loaded.")}
        </p>
      </div>
      {beside !== null && (
        <Beside
          {...{ opened, reader, asked, beside, revision }}
          others={{ tables: opening.tables, fileId, published }}
          version={groupsVersion}
          conditions={view?.conditions ?? ""}
          onQuery={setBeside}
          onProblem={setProblem}
          onCell={(row, column) => jumping.goTo(row, column, () => setBeside(null))}
        />
      )}
      <div className="open-both" hidden={beside !== null}>
        <div className="open-grid">
          {Grid && view && version && (
            <Grid
              title={opened.file}
              columns={gridColumns}
              count={view.count}
              version={version}
              revision={revision}
              checks={rules.checks}
              goTo={editing.goTo}
              jump={jumping.jump}
              hasSpare={edited !== null || asRead.opened.size === 0}
              edits={edits}
              optionsOf={optionsOf}
              textOf={textOf}
              onDraft={setDraft}
              sort={asked.sort}
              rowsOf={rowsOf}
              onSort={(sort) => ask((now) => ({ ...now, sort }))}
              onCell={(row, column) => setCell({ row: row as MarkedRow, column })}
            />
          )}
          {view?.count === 0 && opened.size > 0 && <p className="open-none">No rows match.</p>}
          {view?.count === 0 && opened.size === 0 && (
            <p className="open-none">The table has no rows.</p>
          )}
        </div>
        <OpenGroups
          file={opened.file}
          columns={opened.columns}
          reader={reader}
          request={chart}
          version={isOrdered(chart) ? groupsVersion : shown.unsortedVersion}
          onChoose={setChart}
          onNarrow={(filters) =>
            ask((now) =>
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

/** Whether a chart shows the first rows, and another one when they are sorted otherwise. */
function isOrdered({ kind, isTable }: ChartRequest): boolean {
  return isTable !== true && kind !== "groups";
}

/** A field of more signs than these would hold up the page. */
const longestEdited = 200_000;

function hiddenWords(count: number): string {
  if (count === 0) return "";
  const rows = count === 1 ? "1 edited row no longer fits" : `${count} edited rows no longer fit`;
  return `${rows} the filters, and stays until you filter or sort again.`;
}
