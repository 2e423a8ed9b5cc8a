import { useEffect, useRef, useState } from "react";
import type { Grouped } from "@/data/open/group";
import type { OpenedColumn } from "@/data/open/session";
import { useLoaded } from "../controls/use-loaded";
import type { ChartRequest } from "./chart-choice";

const loadChart = () => import("../chart/group-chart").then((module) => module.default);

interface Props {
  readonly grouped: Grouped | null;
  readonly request: ChartRequest;
  readonly columns: readonly OpenedColumn[];
  readonly onChoose: (group: string | null) => void;
}

/** The groups as bars, with what they leave out in words. */
export function OpenChart({ grouped, request, columns, onChoose }: Props) {
  const [Chart, isMissing] = useLoaded(loadChart);
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  const title = titleOf(request, columns);
  return (
    <section className="open-chart" aria-label="Chart">
      <h2>{title}</h2>
      <div ref={box}>
        {Chart && grouped && width > 0 && (
          <Chart grouped={grouped} title={title} width={width} height={320} onChoose={onChoose} />
        )}
      </div>
      {isMissing && <p className="problems">The chart could not be loaded.</p>}
      {grouped && <p className="quiet">{leftOut(grouped, request)}</p>}
    </section>
  );
}

function titleOf({ measure, of, by, across }: ChartRequest, columns: readonly OpenedColumn[]) {
  const name = (id?: string) => columns.find((column) => column.id === id)?.name ?? "";
  const what = { count: "Rows", sum: "Sum of", mean: "Mean of", min: "Lowest", max: "Highest" };
  const said = measure === "count" ? what.count : `${what[measure]} ${name(of)}`;
  return `${said} by ${name(by)}${across ? ` and ${name(across)}` : ""}`;
}

/** What the bars do not hold: missing cells, words, open ends. */
function leftOut({ groups, grain }: Grouped, { measure }: ChartRequest): string {
  const sum = (of: (at: (typeof groups)[number]["all"]) => number) =>
    groups.reduce((total, { all }) => total + of(all), 0);
  const count = (rows: number) => rows.toLocaleString("en-GB");
  const open = groups.filter(({ all }) => all.rows > 0 && all.high === null && all.low !== null);
  const [missing, inWords] = [sum((all) => all.missing), sum((all) => all.inWords)];
  const undated = grain && groups.at(-1)?.name === null ? (groups.at(-1)?.all.rows ?? 0) : 0;
  return [
    grain && `A bar is a ${grain}.`,
    undated > 0 && `${count(undated)} rows state no date.`,
    measure !== "count" && missing > 0 && `${count(missing)} cells are missing.`,
    measure !== "count" && inWords > 0 && `${count(inWords)} cells are in words.`,
    open.length > 0 && `${count(open.length)} bars are lower ends: a cell has no upper one.`,
  ]
    .filter(Boolean)
    .join(" ");
}
