import { boundsOf, type Figure, type Precision } from "../figure/figure";
import { formatEstimate } from "../figure/format";
import type { Names } from "../figure/names";
import type { ChartKind } from "../table/descriptor";
import { kept } from "../table/kept";
import { compareText } from "../table/order";
import { spanOf } from "../table/period";
import type { ScaleName } from "../view/view";
import type { Axis } from "./axis";

/** Figures of one step of time that one mark stands for. */
export interface MarkGroup {
  readonly count: number;
  /** The step in words: "Mar 2022", "2022". */
  readonly period: string;
}

/** A figure as a chart draws it. */
export interface Mark {
  readonly id: string;
  /** Where it begins and ends on its axis; null where it states no bound. */
  readonly low: number | null;
  readonly high: number | null;
  readonly precision: Precision;
  /** The value as the table shows it; words without quotation marks. */
  readonly text: string;
  readonly document: string;
  /** Contained in another figure. */
  readonly isPart: boolean;
  /** Its place among what stands side by side: a column of its year, or the measure of its row. */
  readonly slot: number;
  /** Drawn inside the column that it is part of, in the same slot. */
  readonly isInside?: boolean;
  /** On a time line: no period is stated, so that only the date of the statement places it. */
  readonly isOfStatement?: boolean;
  /** On a time line that is grouped: the figures that it stands for. */
  readonly group?: MarkGroup | undefined;
}

/** A column, a lane or a row: a year, a figure with its name, or a line of a time axis. */
export interface Band {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  /** What the time axis says beside a row; "" where it says nothing new. */
  readonly tick: string;
  /** How a lane belongs to another figure, before its name: "of which", "part of ≈ 174 (not shown):". */
  readonly relation: string;
  /** In the order in which a reader walks them. */
  readonly marks: readonly Mark[];
}

/** One measure on one axis. */
export interface Panel {
  readonly measure: string;
  /** What the axis counts. */
  readonly title: string;
  /** More of it, where there is room. */
  readonly detail: string;
  readonly axis: Axis;
  /** How many figures of the measure the sheet has, repeats not counted. */
  readonly of: number;
}

/** Counts of one thing in one place, by one claimant in one document: what a change is said of. */
export interface Run {
  readonly title: string;
  /** Ids of its marks. */
  readonly ids: readonly string[];
  /** True where the sheet has a count of it for another year, which is not drawn. */
  readonly isPart: boolean;
}

/** Why a year between others has no mark: nobody speaks of it, the view leaves it out, or a longer period has it. */
export type GapReason = "unstated" | "hidden" | "covered";

export interface Gap {
  readonly year: string;
  readonly reason: GapReason;
}

export interface Undrawn {
  readonly id: string;
  /** For people, in brackets after "3 rows not shown". */
  readonly reason: string;
}

export interface Series extends Panel {
  readonly kind: ChartKind;
  readonly layout: "columns" | "lanes" | "events" | "times";
  readonly beside: Panel | null;
  readonly bands: readonly Band[];
  /** Of a trend: its marks as far as they may be compared with each other. */
  readonly runs: readonly Run[];
  /** Years between others without a mark of their own. */
  readonly gaps: readonly Gap[];
  /** Figures that the chart does not draw, each with the reason. */
  readonly undrawn: readonly Undrawn[];
  /** Documents whose figures are drawn or only muted, in the order of the workbook. */
  readonly documents: readonly string[];
  /** Which of the figures are drawn where there are too many for a chart, in words; "" where all are. */
  readonly thinning: string;
}

export interface SeriesRequest {
  readonly kind: ChartKind;
  readonly measure: string;
  readonly beside?: string | null;
  /** All figures of the sheet, since a part of a series stays one when its neighbours are filtered out. */
  readonly all: readonly Figure[];
  /** The rows stand in an order that the reader asked for, which the bands then keep. */
  readonly isSorted: boolean;
  readonly scale?: ScaleName;
  /** Documents that are left out. */
  readonly mute?: readonly string[];
  /** By the id of the mark that is drawn for it. */
  readonly groups?: ReadonlyMap<string, MarkGroup> | undefined;
  readonly names: Names;
}

/** What a layout makes of figures; a time line brings the axis that its rows were packed for. */
export interface LayoutResult extends Pick<Series, "bands" | "undrawn"> {
  readonly axis?: Axis;
  readonly gaps?: readonly Gap[];
}

/** A figure as a mark from bound to bound; kept a figure, since each view draws it. */
export const toMark = kept((figure: Figure): Mark => {
  const { id, precision, document, part_of } = figure;
  const text = precision === "words" ? figure.as_printed : formatEstimate(figure);
  return { id, ...boundsOf(figure), precision, text, document, isPart: part_of !== null, slot: 0 };
});

/** A band with nothing in it but what is said. */
export function toBand(said: Partial<Band> & Pick<Band, "key">): Band {
  return { label: "", detail: "", tick: "", relation: "", marks: [], ...said };
}

/** All marks of a series in the order in which a reader walks them. */
export function marksOf({ bands }: Pick<Series, "bands">): readonly Mark[] {
  return bands.flatMap(({ marks }) => marks);
}

/** All that a chart draws of a series, as text: series that look alike have the same. */
export function lookOf(series: Series): string {
  // A line goes from year to year, in whatever order the rows of its figures stand.
  const runs = series.runs.map((run) => ({ ...run, ids: run.ids.toSorted() }));
  return JSON.stringify({ ...series, runs, undrawn: [] });
}

/** Figures that cannot be drawn for one reason. */
export function leftOut(figures: readonly Figure[], reason: string): readonly Undrawn[] {
  return figures.map(({ id }) => ({ id, reason }));
}

export const withoutDate = "no date stated";

/** Figures by the first day they speak of, those without a date last. */
export function byTime(figures: readonly Figure[]): readonly Figure[] {
  const from = (figure: Figure) => spanOf(figure)?.from ?? "9999";
  return figures.toSorted((a, b) => compareText(from(a), from(b)));
}
