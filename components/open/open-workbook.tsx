import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { besideIn } from "@/data/compare/choice";
import type { PublishedVersion } from "@/data/compare/differences";
import { isFigureTable } from "@/data/compare/own-figures";
import { fitBlock, mostPasted, parseBlock } from "@/data/edit/block";
import { checkText } from "@/data/edit/check";
import type { EditRequest } from "@/data/edit/request";
import type { Given } from "@/data/open/read";
import type { Opened, OpenedRow, OpenedView } from "@/data/open/session";
import type { CellRange } from "@/data/view/cell-range";
import { copy } from "../controls/copy";
import type { Box } from "../controls/popup";
import { TextInput } from "../controls/text-input";
import { useLoaded } from "../controls/use-loaded";
import { type Asked, formatAsked, narrowTo, nothingAsked, parseAsked } from "./asked";
import { formatChart, parseChart } from "./chart-address";
import { type ChartRequest, requestFor } from "./chart-kinds";
import { ColumnFilter } from "./column-filter";
import { Beside, Faces } from "./comparing";
import { SavedLine, UndoEdits } from "./edit-bar";
import { EditMenu } from "./edit-menu";
import { FilterChips } from "./filter-chips";
import { HowRead } from "./how-read";
import { OpenGroups } from "./open-groups";
import { OpenStatus } from "./open-status";
import { addStep, editStep, isReadingLast, noSteps, type TableMemory, walk } from "./table-memory";
import { TakeMenu } from "./take-menu";
import type { Editing } from "./use-editing";
import type { Opening, OpenTable } from "./use-open";

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

interface CellAt {
  readonly row: OpenedRow;
  readonly column: number;
}

const loadGrid = () => import("../grid/long-grid").then((module) => module.default);

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
  const { edited, revision, edit: editNow } = editing;
  const opened = editing.table?.opened ?? asRead.opened;
  const table = useMemo(() => ({ ...asRead, opened }), [asRead, opened]);
  const memory = memories.get(fileId);
  // The address is that of the first table of this page; another one begins without filters.
  const hash = id === 1 ? window.location.hash.slice(1) : "";
  const [asked, setAsked] = useState(
    () => memory?.asked ?? (hash ? parseAsked(hash, idsOf(opened)) : nothingAsked),
  );
  const [steps, setSteps] = useState(memory?.steps ?? noSteps);
  /** Changes what is asked, as a step that can be undone. */
  const ask = (change: (now: Asked) => Asked) => {
    setSteps((now) => addStep(now, { asked, given }));
    setAsked(change);
  };
  const edit = useCallback(
    (request: EditRequest) => {
      setSteps((now) => addStep(now, editStep));
      editNow(request);
    },
    [editNow],
  );
  const go = (way: "undo" | "redo") => {
    const found = walk(steps, { asked, given }, way);
    // Edits that were kept come before all that was done since.
    if (!found) return editing[way]?.();
    setSteps(found.steps);
    if (found.step.isEdit) return editing[way]?.();
    setAsked(found.step.asked);
    if (found.step.given !== given) opening.open(asRead.file, found.step.given);
  };
  const wayOf = (way: "undo" | "redo") => {
    const isThere = (way === "undo" ? steps.past : steps.future).length > 0;
    return isThere || editing[way] ? () => go(way) : null;
  };
  const readAs = (more: Given) => {
    setSteps((now) => addStep(now, { asked, given }));
    opening.readAs(more);
  };
  const query = useMemo(() => formatAsked(asked), [asked]);
  // What stands in place of the rows; null where they are shown.
  const [beside, setBeside] = useState(() =>
    id === 1 ? besideIn(window.location.hash.slice(1)) : null,
  );
  const [view, setView] = useState<OpenedView | null>(null);
  const [version, setVersion] = useState("");
  const [chosen, setChart] = useState<ChartRequest>(
    () => memory?.chart ?? parseChart(hash, opened.columns),
  );
  const [cell, setCell] = useState<CellAt | null>(null);
  const [problem, setProblem] = useState("");
  const [draft, setDraft] = useState("");
  const [hidden, setHidden] = useState(0);
  const range = useRef<CellRange | null>(null);
  const [menuAt, setMenuAt] = useState<Box | null>(null);
  // Groups are made anew once it is known what the last edit comes to.
  const [recount, setRecount] = useState(0);
  const groupsVersion = version && `${version} ${recount}`;
  const [Grid, isMissing] = useLoaded(loadGrid);
  useEffect(() => {
    let isLatest = true;
    reader.view(query).then(
      (next) => {
        if (!isLatest) return;
        setView(next);
        setHidden(0);
        setVersion(`${id} ${query}`);
      },
      ({ message }: Error) => isLatest && setProblem(message),
    );
    return () => {
      isLatest = false;
    };
  }, [reader, query, id]);
  const chart = useMemo(
    () =>
      opened.columns.some(({ id }) => id === chosen.by || chosen.kind === "years")
        ? chosen
        : requestFor(opened.columns),
    [chosen, opened],
  );
  useEffect(() => {
    memories.set(fileId, { asked, chart, steps });
    if (!version) return;
    // A fragment stays in the browser, also when the page is loaded again.
    const parts = [query, formatChart(chart, opened.columns), beside];
    const fragment = parts.filter(Boolean).join("&");
    const { pathname } = window.location;
    window.history.replaceState(null, "", `${pathname}${fragment && `#${fragment}`}`);
  }, [version, asked, query, chart, steps, opened, beside, memories, fileId]);
  useEffect(() => {
    if (edited) setView((now) => now && { ...now, count: edited.count });
  }, [edited]);
  useEffect(() => {
    if (!editing.table) return;
    setView(editing.table.view);
    setHidden(editing.table.hidden);
    setRecount((now) => now + 1);
  }, [editing.table]);
  const onCopy = useCallback(
    (range: CellRange, isCut: boolean) => {
      reader.cells(range).then(async (cells) => {
        const text = cells.map((row) => row.map(quoted).join("\t")).join("\n");
        const isCopied = await copy({ text: text || "\n" });
        setProblem(isCopied ? "" : "The browser did not allow copying.");
        if (isCopied && isCut) edit({ kind: "clear", range });
      });
    },
    [reader, edit],
  );
  const edits = useMemo(
    () => ({
      onWrite: ({ row, column }: { row: number; column: number }, text: string) =>
        edit({ kind: "write", top: row, left: column, cells: [[text]] }),
      onPaste: (range: CellRange, text: string) => {
        const block = parseBlock(text);
        const { top, left } = range;
        const size = { rows: range.bottom - top + 1, columns: range.right - left + 1 };
        const cells = fitBlock(block, size);
        const isTooLarge = cells.length * (cells[0]?.length ?? 0) > mostPasted;
        if (isTooLarge) setProblem("These are too many cells to paste at once.");
        else edit({ kind: "write", top, left, cells });
      },
      onClear: (range: CellRange) => edit({ kind: "clear", range }),
      onFill: (range: CellRange) => edit({ kind: "fill down", range }),
      onCopy,
      onRange: (next: CellRange | null) => {
        range.current = next;
      },
      onMenu: (_range: CellRange, at: Box) => setMenuAt(at),
    }),
    [edit, onCopy],
  );
  const optionsOf = useCallback(
    async (column: string) =>
      (await reader.values(column)).map(([value]) => value).filter((value) => value !== ""),
    [reader],
  );
  const rowsOf = useCallback((from: number, to: number) => reader.rows(from, to), [reader]);
  const columns = useMemo(
    () =>
      opened.columns.map((column) => ({
        id: column.id,
        title: column.name,
        isNumber: column.type === "number" || column.type === "year",
        isListed:
          (column.type === "category" || column.type === "boolean") &&
          column.different <= mostOffered,
        check: (text: string) => checkText(text, column),
      })),
    [opened.columns],
  );
  return (
    <>
      <CellBar cell={cell} table={table} draft={draft} />
      <div className="sheet-head open-head">
        <h1>{opened.file}</h1>
        <HowRead
          table={table}
          opening={{ ...opening, readAs }}
          edit={edited ? edit : null}
          onUndo={isReadingLast(steps, given) ? () => go("undo") : null}
        />
        {children}
        <SavedLine saved={editing.saved} onLoad={editing.load} onKeep={editing.keep} />
      </div>
      <div className="tools">
        <Faces opened={opened} beside={beside} onBeside={setBeside} />
        <TextInput
          className="find"
          type="search"
          name="_find"
          label="Find in this table"
          value={asked.find}
          onChange={(find, isFirst) => {
            // A word is one step, however many keys it takes.
            if (isFirst) ask((now) => ({ ...now, find }));
            else setAsked((now) => ({ ...now, find }));
          }}
        />
        <ColumnFilter
          columns={opened.columns}
          filters={asked.filters}
          reader={reader}
          onNarrow={(column, values) => ask((now) => narrowTo(now, column, values))}
        />
        <UndoEdits undo={wayOf("undo")} redo={wayOf("redo")} />
        <EditMenu
          rangeOf={() => range.current}
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
              revision={revision}
              goTo={editing.goTo}
              hasSpare={edited !== null || asRead.opened.size === 0}
              edits={edits}
              optionsOf={optionsOf}
              onDraft={setDraft}
              sort={asked.sort}
              rowsOf={rowsOf}
              onSort={(sort) => ask((now) => ({ ...now, sort }))}
              onCell={(row, column) => setCell({ row: row as OpenedRow, column })}
            />
          )}
          {view?.count === 0 && opened.size > 0 && (
            <p className="open-none">No row has all of this.</p>
          )}
          {view?.count === 0 && opened.size === 0 && (
            <p className="open-none">The table has no rows.</p>
          )}
        </div>
        <OpenGroups
          file={opened.file}
          columns={opened.columns}
          reader={reader}
          request={chart}
          version={groupsVersion}
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

/** Of a column with more different cells none are offered. */
const mostOffered = 60;

/** A cell as spreadsheets put it on the clipboard. */
function quoted(cell: string): string {
  return /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function hiddenWords(count: number): string {
  if (count === 0) return "";
  const rows = count === 1 ? "1 edited row no longer fits" : `${count} edited rows no longer fit`;
  return `${rows} the filters, and stays until you filter or sort again.`;
}

function idsOf({ columns }: Opened): readonly string[] {
  return columns.map(({ id }) => id);
}

interface CellBarProps {
  readonly cell: CellAt | null;
  readonly table: OpenTable;
  /** What is wrong with what is being typed. */
  readonly draft: string;
}

/** Where the chosen cell stands in the file, and all of its text. */
function CellBar({ cell, table: { opened }, draft }: CellBarProps) {
  const column = cell ? opened.columns[cell.column] : undefined;
  const text = cell?.row.cells[cell.column] ?? "";
  const problem = draft || (column && checkText(text, column));
  const line = cell?.row.line ? `line ${cell.row.line}` : "new row";
  return (
    <section className="source-bar" aria-label="The chosen cell in its file">
      <span className="name-box">{cell ? line : "–"}</span>
      <span className="source-mark" aria-hidden="true">
        Source
      </span>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: focus opens the line where it is cut */}
      <p className="source-text" aria-live="polite" tabIndex={0}>
        {cell ? (
          <>
            <b>{text || "empty"}</b> <span className="tag">{column?.name}</span>
            {problem && <span className="cell-problem"> {problem}</span>}
            <span className="quiet"> — {opened.file}</span>
          </>
        ) : (
          <span className="quiet">Select a cell to see where it stands in the file.</span>
        )}
      </p>
    </section>
  );
}
