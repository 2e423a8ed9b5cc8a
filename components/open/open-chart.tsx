import type { Grouped } from "@/data/open/group";
import type { OpenedColumn } from "@/data/open/session";
import { useLoaded } from "../controls/use-loaded";
import { type ChartRequest, measureWords } from "./chart-kinds";

export const loadGroups = () => import("../chart/group-chart").then((module) => module.default);

interface FrameProps<P> {
  readonly load: () => Promise<React.ComponentType<P>>;
  /** What the chart is given; null as long as there is nothing to draw. */
  readonly shown: P | null;
  /** What it leaves out. */
  readonly words: string;
}

/** A chart whose script is fetched once it is shown, with its words below it. */
export function ChartFrame<P extends object>({ load, shown, words }: FrameProps<P>) {
  const [Chart, isMissing] = useLoaded(load);
  return (
    <>
      <div className="open-bars">{Chart && shown && <Chart {...shown} />}</div>
      {isMissing && <p className="problems">The chart could not be loaded.</p>}
      {words && <p className="quiet chart-words">{words}</p>}
    </>
  );
}

interface Props {
  readonly grouped: Grouped | null;
  readonly request: ChartRequest;
  readonly title: string;
  readonly onChoose: (group: string | null) => void;
}

/** The groups as bars, with what they leave out in words. */
export function OpenChart({ grouped, request, title, onChoose }: Props) {
  const shown = grouped && {
    title,
    groups: grouped.groups.map(({ name, groups: rest, cells }) => ({
      name: rest ? counted(rest, "other", "others") : (name ?? "(missing)"),
      cells,
    })),
    series: grouped.across,
    height: 320,
    as: grouped.grain === null ? ("groups" as const) : ("steps" as const),
    isStacked: request.measure === "count" || request.measure === "sum",
    onChoose: (at: number) => onChoose(grouped.groups[at]?.name ?? null),
  };
  const words = grouped ? leftOut(grouped, request) : "";
  return <ChartFrame load={loadGroups} shown={shown} words={words} />;
}

/** What the groups show, in words. */
export function titleOf(
  { kind, measure, of, against, by, second, across }: ChartRequest,
  columns: readonly OpenedColumn[],
): string {
  const name = (id?: string) => columns.find((column) => column.id === id)?.name ?? "";
  const byName = by ? ` by ${name(by)}` : "";
  if (kind === "spread") return `Rows by ${name(of)}`;
  if (kind === "pairs") return `${name(against)} against ${name(of)}`;
  if (kind === "years") return `Sum over the years${byName}`;
  if (kind === "ranges") {
    const other = against && against !== of ? ` to ${name(against)}` : "";
    return `Range of ${name(of)}${other}${byName}`;
  }
  const unit = columns.find((column) => column.id === of)?.unit;
  const said =
    measure === "count"
      ? measureWords.count
      : `${measureWords[measure]} ${name(of)}${unit ? ` (${unit})` : ""}`;
  const more = [second, across].filter(Boolean).map((id) => ` and ${name(id)}`);
  return `${said} by ${name(by)}${more.join("")}`;
}

/** What the bars do not hold: missing cells, words, open ends. */
function leftOut({ groups, grain }: Grouped, { measure }: ChartRequest): string {
  const sum = (of: (at: (typeof groups)[number]["all"]) => number) =>
    groups.reduce((total, { all }) => total + of(all), 0);
  const open = groups.filter(({ all }) => all.rows > 0 && all.high === null && all.low !== null);
  const [missing, inWords] = [sum((all) => all.missing), sum((all) => all.inWords)];
  const undated = grain && groups.at(-1)?.name === null ? (groups.at(-1)?.all.rows ?? 0) : 0;
  return [
    grain && `Each bar is a ${grain}.`,
    undated > 0 && `${counted(undated, "row has", "rows have")} no date.`,
    ...(measure === "count" ? [] : sayEmpty(missing, inWords)),
    open.length > 0 &&
      `${counted(open.length, "bar is a minimum", "bars are minimums")}: some cell has no upper bound.`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** Of how many cells nothing can be drawn. */
export function sayEmpty(missing: number, inWords: number): readonly (string | false)[] {
  return [
    missing > 0 && `${counted(missing, "cell is", "cells are")} missing.`,
    inWords > 0 && `${counted(inWords, "cell is", "cells are")} in words.`,
  ];
}

/** A number with its noun. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}
