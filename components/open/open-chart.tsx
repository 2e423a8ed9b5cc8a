import type { Grouped } from "@/data/open/group";
import type { OpenedColumn } from "@/data/open/session";
import { useLoaded } from "../controls/use-loaded";
import type { ChartRequest } from "./chart-kinds";

export const loadChart = () => import("../chart/group-chart").then((module) => module.default);

interface Props {
  readonly grouped: Grouped | null;
  readonly request: ChartRequest;
  readonly title: string;
  readonly onChoose: (group: string | null) => void;
}

/** The groups as bars, with what they leave out in words. */
export function OpenChart({ grouped, request, title, onChoose }: Props) {
  const [Chart, isMissing] = useLoaded(loadChart);
  return (
    <>
      <div className="open-bars">
        {Chart && grouped && (
          <Chart
            title={title}
            groups={grouped.groups.map(({ name, groups: rest, cells }) => ({
              name: rest ? `${counted(rest, "other", "others")}` : (name ?? "(missing)"),
              cells,
            }))}
            series={grouped.across}
            height={320}
            as={grouped.grain === null ? "groups" : "steps"}
            isStacked={request.measure === "count" || request.measure === "sum"}
            onChoose={(at) => onChoose(grouped.groups[at]?.name ?? null)}
          />
        )}
      </div>
      {isMissing && <p className="problems">The chart could not be loaded.</p>}
      {grouped && <p className="quiet chart-words">{leftOut(grouped, request)}</p>}
    </>
  );
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
  const what = { count: "Rows", sum: "Sum of", mean: "Mean of", min: "Lowest", max: "Highest" };
  const unit = columns.find((column) => column.id === of)?.unit;
  const said =
    measure === "count" ? what.count : `${what[measure]} ${name(of)}${unit ? ` (${unit})` : ""}`;
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
    measure !== "count" && missing > 0 && `${counted(missing, "cell is", "cells are")} missing.`,
    measure !== "count" && inWords > 0 && `${counted(inWords, "cell is", "cells are")} in words.`,
    open.length > 0 &&
      `${counted(open.length, "bar is a minimum", "bars are minimums")}: some cell has no upper bound.`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** A number with its noun. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}
