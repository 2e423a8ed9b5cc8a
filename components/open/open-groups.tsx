import { useEffect, useRef, useState } from "react";
import type { Drawn } from "@/data/open/draw";
import type { Grain } from "@/data/open/grain";
import type { Grouped } from "@/data/open/group";
import type { Pivot } from "@/data/open/pivot";
import type { OpenedColumn } from "@/data/open/session";
import { ChartChoice } from "./chart-choice";
import { ChartFiles } from "./chart-files";
import { type ChartRequest, toDraw, withKind } from "./chart-kinds";
import { DrawnChart } from "./drawn-chart";
import { filterOfGroup } from "./filter-of-group";
import { OpenChart, titleOf } from "./open-chart";
import { saveAs } from "./open-status";
import { PivotTable } from "./pivot-table";
import type { Reader } from "./reader";

interface Props {
  readonly file: string;
  readonly columns: readonly OpenedColumn[];
  readonly reader: Reader;
  readonly request: ChartRequest;
  /** Changes with each other set of rows. */
  readonly version: string;
  readonly onChoose: (request: ChartRequest) => void;
  readonly onNarrow: (
    filters: readonly (readonly [column: string, values: readonly string[]])[],
  ) => void;
  readonly onProblem: (message: string) => void;
}

type Shown =
  | { readonly kind: "drawn"; readonly drawn: Drawn | null }
  | { readonly kind: "chart"; readonly grouped: Grouped | null }
  | { readonly kind: "table"; readonly pivot: Pivot | null };

/** The rows in groups, as a chart or as a table; a press on one filters by it. */
export function OpenGroups(props: Props) {
  const { file, columns, reader, request, version, onChoose, onNarrow, onProblem } = props;
  const { isTable = false } = request;
  const box = useRef<HTMLElement>(null);
  const [shown, setShown] = useState<Shown>({ kind: "chart", grouped: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the groups are those of the rows shown
  useEffect(() => {
    // Before the view is known the rows would be counted twice.
    if (version === "") return undefined;
    let isLatest = true;
    const draw = isTable ? null : toDraw(request);
    const asked: Promise<Shown> = draw
      ? reader.draw(draw).then((drawn) => ({ kind: "drawn", drawn }))
      : isTable
        ? reader.pivot(request).then((pivot) => ({ kind: "table", pivot }))
        : reader.group(request).then((grouped) => ({ kind: "chart", grouped }));
    asked.then(
      (next) => isLatest && setShown(next),
      ({ message }: Error) => isLatest && onProblem(message),
    );
    return () => {
      isLatest = false;
    };
  }, [reader, request, version]);
  const title = titleOf(
    isTable ? { ...request, kind: "groups" } : { ...request, second: undefined },
    columns,
  );
  const nameOfColumn = (id?: string) => columns.find((column) => column.id === id)?.name ?? "";
  const filterFor = (id: string | undefined, name: string | null, grain: Grain | null = null) => {
    const column = columns.find((each) => each.id === id);
    const values = column && filterOfGroup(column, name, grain);
    return column && values ? [[column.id, values] as const] : [];
  };
  return (
    <section ref={box} className="open-chart" aria-label="Chart">
      <div className="open-chart-head">
        <h2>{title}</h2>
        <fieldset className="segments">
          <legend className="visually-hidden">Shown as</legend>
          {[false, true].map((each) => (
            <button
              key={String(each)}
              type="button"
              aria-pressed={isTable === each}
              onClick={() =>
                onChoose(each ? toTable(request, columns) : { ...request, isTable: false })
              }
            >
              {each ? "Table" : "Chart"}
            </button>
          ))}
        </fieldset>
      </div>
      <ChartChoice columns={columns} request={request} isTable={isTable} onChoose={onChoose} />
      {shown.kind === "drawn" && shown.drawn && (
        <DrawnChart
          drawn={shown.drawn}
          title={title}
          names={[nameOfColumn(request.of), nameOfColumn(request.against)]}
          onRange={(range) => request.of && onNarrow([[request.of, [range]]])}
        />
      )}
      {shown.kind === "chart" && (
        <OpenChart
          grouped={shown.grouped}
          request={request}
          title={title}
          onChoose={(name) => onNarrow(filterFor(request.by, name, shown.grouped?.grain))}
        />
      )}
      {shown.kind !== "table" && (
        <ChartFiles box={box} title={title} file={file} onProblem={onProblem} />
      )}
      {shown.kind === "table" && shown.pivot && (
        <PivotTable
          pivot={shown.pivot}
          title={title}
          heads={[request.by, request.second].flatMap(
            (id) => columns.find((column) => column.id === id)?.name ?? [],
          )}
          hasShares={request.measure === "count" || request.measure === "sum"}
          onChoose={({ names }, across) => {
            const { grains, across: sides } = shown.pivot ?? { grains: [], across: [] };
            onNarrow([
              ...filterFor(request.by, names[0] ?? null, grains[0]),
              ...(names.length > 1 ? filterFor(request.second, names[1] ?? null, grains[1]) : []),
              ...(across === null
                ? []
                : filterFor(request.across, sides[across] ?? null, grains[2])),
            ]);
          }}
          onSave={(csv) =>
            saveAs(
              new Blob([csv], { type: "text/csv;charset=utf-8" }),
              `${file.replace(/\.\w+$/, "")}-groups.csv`,
            )
          }
        />
      )}
    </section>
  );
}

/** A table has groups, also where the chart had none. */
function toTable(request: ChartRequest, columns: readonly OpenedColumn[]): ChartRequest {
  if (request.kind === "groups") return { ...request, isTable: true };
  return { ...withKind(request, "groups", columns), across: undefined, isTable: true };
}
