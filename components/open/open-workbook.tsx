import { useCallback, useEffect, useMemo, useState } from "react";
import type { Grouped } from "@/data/open/group";
import type { Opened, OpenedRow, OpenedView } from "@/data/open/session";
import { emptyView, formatSort, type Sort } from "@/data/view/view";
import { TextInput } from "../controls/text-input";
import { useLoaded } from "../controls/use-loaded";
import { ChartChoice, type ChartRequest, requestFor } from "./chart-choice";
import { ColumnFilter } from "./column-filter";
import { HowRead } from "./how-read";
import { OpenChart } from "./open-chart";
import { OpenStatus } from "./open-status";
import type { Reader } from "./reader";
import type { Opening } from "./use-open";

interface Props {
  readonly opened: Opened;
  readonly reader: Reader;
  readonly opening: Opening;
}

/** What the reader has asked to see of the open table; the address says it too. */
interface Asked {
  readonly find: string;
  readonly sort: readonly Sort[];
  /** Values of a query by column. */
  readonly filters: { readonly [column: string]: readonly string[] };
}

const nothing: Asked = { find: "", sort: emptyView.sort, filters: {} };

const loadGrid = () => import("../grid/long-grid").then((module) => module.default);

/** The open table: how it was read, its tools, the grid, the chart and what it all comes to. */
export function OpenWorkbook({ opened, reader, opening }: Props) {
  const [asked, setAsked] = useState(nothing);
  const query = useMemo(() => queryOf(asked), [asked]);
  const [view, setView] = useState<OpenedView | null>(null);
  const [shown, setShown] = useState("");
  const [chart, setChart] = useState<ChartRequest>(() => requestFor(opened.columns));
  const [grouped, setGrouped] = useState<Grouped | null>(null);
  const [cell, setCell] = useState<{ row: OpenedRow; column: number } | null>(null);
  const [problem, setProblem] = useState("");
  const [Grid, isMissing] = useLoaded(loadGrid);
  useEffect(() => {
    let isLatest = true;
    reader.view(query).then(
      (next) => {
        if (!isLatest) return;
        setView(next);
        setShown(query);
        window.history.replaceState(null, "", `${window.location.pathname}${query && `?${query}`}`);
      },
      ({ message }: Error) => isLatest && setProblem(message),
    );
    return () => {
      isLatest = false;
    };
  }, [reader, query]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the groups are those of the rows shown
  useEffect(() => {
    let isLatest = true;
    reader.group(chart).then(
      (next) => isLatest && setGrouped(next),
      ({ message }: Error) => isLatest && setProblem(message),
    );
    return () => {
      isLatest = false;
    };
  }, [reader, chart, shown]);
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
  const narrow = (column: string, values: readonly string[]) =>
    setAsked((now) => ({ ...now, filters: { ...now.filters, [column]: values } }));
  return (
    <div className="open-workbook">
      <HowRead opened={opened} opening={opening} />
      <div className="tools">
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
          onNarrow={narrow}
        />
        <ChartChoice columns={opened.columns} request={chart} onChoose={setChart} />
        {query && (
          <button type="button" onClick={() => setAsked(nothing)}>
            Clear all
          </button>
        )}
        <p className="problems" role="status">
          {problem || view?.problems.join(" ") || (isMissing && "The grid could not be loaded.")}
        </p>
      </div>
      <p className="open-cell" aria-live="polite">
        {cell
          ? `${opened.columns[cell.column]?.name}, line ${cell.row.line} of ${opened.file}: ${cell.row.cells[cell.column] || "empty"}`
          : "Choose a cell to see where it stands in the file."}
      </p>
      <div className="open-both">
        <div className="open-grid">
          {Grid && view && (
            <Grid
              title={opened.file}
              columns={columns}
              count={view.count}
              version={shown}
              sort={asked.sort}
              rowsOf={rowsOf}
              onSort={(sort) => setAsked((now) => ({ ...now, sort }))}
              onCell={(row, column) => setCell({ row: row as OpenedRow, column })}
            />
          )}
        </div>
        <OpenChart
          grouped={grouped}
          request={chart}
          columns={opened.columns}
          onChoose={(value) => {
            const by = opened.columns.find(({ id }) => id === chart.by);
            if (by?.kind === "values") narrow(by.id, [value ?? ""]);
          }}
        />
      </div>
      {view && <OpenStatus opened={opened} view={view} reader={reader} onProblem={setProblem} />}
    </div>
  );
}

function queryOf({ find, sort, filters }: Asked): string {
  const query = new URLSearchParams();
  for (const [column, values] of Object.entries(filters))
    for (const value of values) query.append(column, value);
  if (find) query.set("_find", find);
  if (sort.length > 0) query.set("_sort", formatSort(sort));
  return query.toString();
}
