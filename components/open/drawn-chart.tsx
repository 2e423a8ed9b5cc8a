import type { Drawn } from "@/data/open/draw";
import { mostRanges } from "@/data/open/ranges";
import { ChartFrame, counted, loadGroups, sayEmpty } from "./open-chart";
import { number } from "./open-status";

const loadPairs = () => import("../chart/pairs-chart").then((module) => module.default);
const loadRanges = () => import("../chart/ranges-chart").then((module) => module.default);

interface Props {
  readonly drawn: Drawn;
  readonly title: string;
  /** The names of the columns that two measures are of. */
  readonly names: readonly [across: string, upwards: string];
  /** A step of a distribution was pressed: the range of its whole numbers. */
  readonly onRange: (range: string) => void;
}

const height = 320;

/** A chart that shows no groups, with what it leaves out in words. */
export function DrawnChart(props: Props) {
  const { drawn } = props;
  if (drawn.kind === "spread") return <SpreadChart {...props} drawn={drawn} />;
  if (drawn.kind === "pairs") return <PairsChart {...props} drawn={drawn} />;
  if (drawn.kind === "ranges") return <RangesChart {...props} drawn={drawn} />;
  return <YearsChart {...props} drawn={drawn} />;
}

type Of<K extends Drawn["kind"]> = Props & { readonly drawn: Extract<Drawn, { kind: K }> };

function SpreadChart({ drawn, title, onRange }: Of<"spread">) {
  const { bins, isWhole } = drawn;
  const groups = bins.map(({ from, to, rows }) => ({
    name: exact(from),
    says: nameOfBin(from, to, isWhole),
    cells: [{ low: rows, high: rows }],
  }));
  // A range has both of its ends in it, which a step has only of whole numbers.
  const onChoose = (at: number) => {
    const { from = 0, to = 0 } = bins[at] ?? {};
    if (isWhole) onRange(`${from}..${to - 1}`);
  };
  const shown = { groups, title, height, onChoose, series: ["Rows"], as: "bins" } as const;
  return <ChartFrame load={loadGroups} shown={shown} words={wordsOf(drawn)} />;
}

/** "10 to 19" of whole numbers, else "1.5 to under 2". */
function nameOfBin(from: number, to: number, isWhole: boolean): string {
  if (!isWhole) return `${exact(from)} to under ${exact(to)}`;
  return to - from === 1 ? exact(from) : `${exact(from)} to ${exact(to - 1)}`;
}

const exact = (value: number) => value.toLocaleString("en-GB", { maximumFractionDigits: 6 });

function PairsChart({ drawn, title, names: [across, upwards] }: Of<"pairs">) {
  const { points, groups, rest } = drawn;
  const names = groups.map((name, at) => nameOf(name, at === groups.length - 1 ? rest : 0));
  const shown = { points, groups: names, across, upwards, title, height };
  return <ChartFrame load={loadPairs} shown={shown} words={wordsOf(drawn)} />;
}

function RangesChart({ drawn, title }: Of<"ranges">) {
  const shown = drawn.rows.length > 0 ? { ranges: drawn.rows, title } : null;
  return <ChartFrame load={loadRanges} shown={shown} words={wordsOf(drawn)} />;
}

function YearsChart({ drawn, title }: Of<"years">) {
  const { years, lines } = drawn;
  const groups = years.map((year, at) => ({
    name: String(year),
    cells: lines.map(({ cells }) => cells[at] ?? noNumber),
  }));
  const series = lines.map(({ name, groups: rest }) => nameOf(name, rest ?? 0));
  const shown = { groups, series, title, height: height + 40, as: "lines" } as const;
  return <ChartFrame load={loadGroups} shown={shown} words={wordsOf(drawn)} />;
}

const noNumber = { low: null, high: null };

function nameOf(name: string | null, rest: number): string {
  return rest > 0 ? `${number(rest)} others` : (name ?? "(missing)");
}

/** What a chart shows and leaves out. */
function wordsOf(drawn: Drawn): string {
  const parts = words[drawn.kind](drawn as never);
  return parts.filter(Boolean).join(" ");
}

type Parts = readonly (string | false)[];

const words: { readonly [K in Drawn["kind"]]: (drawn: Extract<Drawn, { kind: K }>) => Parts } = {
  spread: ({ bins: [first], missing, inWords, wide }) => [
    first !== undefined &&
      `Each bar covers ${number(Number((first.to - first.from).toPrecision(6)))}.`,
    missing > 0 && `${counted(missing, "row has", "rows have")} no number.`,
    inWords > 0 && `${counted(inWords, "row is", "rows are")} in words.`,
    wide > 0 && `${counted(wide, "row spans", "rows span")} several bars and is left out.`,
  ],
  pairs: ({ points, whole, without, every }) => [
    every > 1
      ? `${number(points.length)} of ${number(whole)} rows are drawn: one in ${number(every)}, plus the extremes.`
      : `${counted(whole, "row is", "rows are")} drawn.`,
    without > 0 &&
      `${counted(without, "row lacks", "rows lack")} an exact value for one of the two.`,
  ],
  ranges: ({ rows, whole, without }) => [
    whole > mostRanges && `The first ${number(rows.length)} of ${number(whole)} rows.`,
    rows.some(({ low, high }) => low === null || high === null) &&
      "A pale bar is open-ended: it runs to the edge.",
    rows.some(({ best }) => best !== null) && "A dot is the best estimate.",
    without > 0 && `${counted(without, "row has", "rows have")} no number.`,
  ],
  years: ({ lines }) => {
    const cells = lines.flatMap((line) => line.cells);
    const sum = (of: "missing" | "inWords") => cells.reduce((all, cell) => all + cell[of], 0);
    const isOpen = cells.some(({ low, high }) => low !== high);
    return [
      "Years without a number are gaps.",
      ...sayEmpty(sum("missing"), sum("inWords")),
      isOpen &&
        "Where cells give a range, the line follows the lower bound; a whisker runs to the upper one, if there is one.",
    ];
  },
};
