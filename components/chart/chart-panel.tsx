import { memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { averageChange } from "@/data/chart/average";
import { describeCounted, describeShapes, describeSigns } from "@/data/chart/legend";
import { lookOf, type Series } from "@/data/chart/mark";
import { describeDrawn, titleChart, undrawnByReason, wordsOf } from "@/data/chart/words";
import { colorsOf } from "@/data/figure/document-sign";
import type { Figure } from "@/data/figure/figure";
import type { Names } from "@/data/figure/names";
import type { Chart } from "@/data/table/descriptor";
import { toSlug } from "@/data/view/slug";
import { formatView, selectIn, type View } from "@/data/view/view";
import { FailingAlone } from "../controls/failing-alone";
import { type ImageUse, onImageRequest } from "../controls/image-request";
import { Leaving } from "../controls/leaving";
import { useLatest } from "../controls/use-latest";
import { useLoaded } from "../controls/use-loaded";
import { usePrinting } from "../controls/use-printing";
import type { AtOnce } from "../state/at-once";
import type { Show } from "../state/use-view";
import { ViewLink } from "../state/view-link";
import { brushOf } from "./brush-years";
import { ChartLegend } from "./chart-legend";
import { PaperChart, StaticChart } from "./chart-static";
import { ChartTools, MeasurePicker, SaveMenu, type ToolProps } from "./chart-tools";
import { loadChart } from "./load-chart";
import type { MarkState } from "./mark-link";
import { Hatch } from "./shapes/hatch";
import { useBrush } from "./use-brush";
import { useMarks } from "./use-marks";

interface Props {
  readonly sheet: {
    readonly name: string;
    readonly title: string;
    readonly chart: Chart;
    readonly figures: readonly Figure[];
    readonly names: Names;
  };
  /** The figures that are selected. */
  readonly select: View["select"];
  /** What is drawn, a moment after the table. */
  readonly drawn: { readonly drawn: Series };
  /** What the remarks tell of, a moment after the chart. */
  readonly later: { readonly series: Series; readonly drawn: Series; readonly view: View };
  /** The chart in words. */
  readonly label: string;
  /** What the view leaves out, in words. */
  readonly conditions: string;
  readonly atOnce: AtOnce<Figure>;
  readonly onHover: (id: string | null) => void;
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onShow: Show;
}

/** The chart with what it measures above it, and in words with what it leaves out below. */
export function ChartPanel(props: Props) {
  const { sheet, select, later, label, onHover, onSelect, onShow } = props;
  const whole = props.drawn.drawn;
  const series = useDrawing(whole);
  const { chart, figures, names } = sheet;
  const [Chart, isMissing, onThrow] = useLoaded(loadChart);
  const frame = useRef<HTMLElement>(null);
  const widthNow = useCallback(
    () => frame.current?.querySelector(".chart-frame")?.clientWidth ?? 0,
    [],
  );
  const { brushed, hint, onPointerDown, onKey } = useBrush(frame, series, (range) =>
    onShow(({ filters }) => ({
      filters: [
        ...filters.filter(({ column }) => column !== "start"),
        { kind: "period", column: "start", range },
      ],
    })),
  );
  const { pointed, stop, handlers, onLeave } = useMarks(frame, {
    series,
    selected: select,
    onHover,
    onSelect,
    onKey,
  });
  const state = useMarkState(props, series, stop);
  const [problem, setProblem] = useState("");
  const save = async (use: ImageUse) => {
    const image = {
      title: titleChart(sheet.title, whole, names, props.conditions),
      words: [label, describeCounted(whole, sheet.figures), describeSigns(whole)].join(" "),
      series,
      names,
      address: window.location.href,
    };
    const picture = { ...state, hrefOf: undefined };
    const file = [sheet.name, series.measure, toSlug(props.conditions)].filter(Boolean).join("-");
    await import("./chart-save")
      .then(({ saveChart }) => saveChart({ ...image, state: picture }, file, use))
      .then(() => setProblem(use === "copy" ? "Image copied." : ""))
      .catch(() => setProblem(imageProblems[use]));
  };
  const latestSave = useLatest(save);
  useEffect(() => onImageRequest((use) => latestSave()(use)), [latestSave]);
  const isPrinting = usePrinting();
  const isEmpty = series.bands.length === 0;
  const tools = { series: later.series, view: later.view, chart, figures, names, onShow };
  return (
    <section className="chart-panel" aria-label="Chart">
      {isPrinting && (
        <h2 className="paper-title">
          {sheet.title}: {names.measures[series.measure] ?? series.measure}
        </h2>
      )}
      <div className="chart-tools">
        <MeasurePicker {...tools} />
        {!isEmpty && (
          <div className={Chart ? undefined : "reserved"}>
            <SaveMenu onSave={save} />
          </div>
        )}
      </div>
      <ChartTools {...tools} />
      <ChartLegend {...tools} colors={state.colors} />
      <Hatch />
      <figure
        ref={frame}
        className="chart-figure"
        aria-label={label}
        {...handlers}
        onPointerDown={onPointerDown}
      >
        <div
          className={`chart-frame ${brushOf(series) === "x" ? "brushed" : ""}`}
          data-ready={Chart !== null || undefined}
        >
          {isEmpty ? (
            <p className="empty">No figure of this view can be drawn here.</p>
          ) : isPrinting ? (
            <PaperChart series={series} state={state} />
          ) : Chart ? (
            <FailingAlone onThrow={onThrow}>
              <Chart {...{ series, state, pointed, brushed, widthNow }} atOnce={props.atOnce} />
            </FailingAlone>
          ) : (
            <Leaving onLeave={onLeave}>
              <StaticChart series={series} state={state} />
            </Leaving>
          )}
        </div>
        {later.drawn.thinning && (
          <p className="not-drawn" aria-hidden="true" hidden>
            This row is not among those drawn.
          </p>
        )}
      </figure>
      <Caption {...tools} thinning={later.drawn.thinning} />
      <p className="problems" role="status">
        {problem || (isMissing && missing) || hint}
      </p>
    </section>
  );
}

const missing =
  "The chart that answers could not be shown. This one has the same figures; to have the other, load the page again.";

const imageProblems: { readonly [use in ImageUse]: string } = {
  copy: "The browser does not allow copying an image here; save it instead.",
  png: "The browser could not draw the image.",
  svg: "The browser could not draw the image.",
};

/** What is drawn already, as long as another series draws the same: an order leaves the years as they are. */
function useDrawing(series: Series): Series {
  const look = useMemo(() => lookOf(series), [series]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `look` holds all that is drawn of the series
  return useMemo(() => series, [look]);
}

/** Made anew only where a mark would look different; where it leads may follow a moment later. */
function useMarkState(
  { sheet, select: selected, later }: Props,
  series: Series,
  stop: MarkState["stop"],
): MarkState {
  const { figures, names } = sheet;
  const { view } = later;
  const colors = useMemo(() => colorsOf(names), [names]);
  const words = useMemo(() => wordsOf(series, figures, names), [series, figures, names]);
  const query = formatView({ ...view, select: [] });
  const hrefOf = useCallback((id: string) => `?${selectIn(query, id)}`, [query]);
  return useMemo(
    () => ({ colors, words, selected, stop, hrefOf }),
    [colors, words, selected, stop, hrefOf],
  );
}

type CaptionProps = Pick<ToolProps, "series" | "names" | "view" | "onShow"> & {
  readonly thinning: string;
};

/** An address holds the ids of so many rows at most. */
const mostListed = 200;

/** The chart in words, then each group of figures that it does not draw as a link that lists them. */
const Caption = memo(function Caption(props: CaptionProps) {
  const { series, thinning, names, view, onShow } = props;
  const average = averageChange(series);
  return (
    <div className="remarks">
      {thinning && <p>{thinning}</p>}
      <p>{describeDrawn(series, names)}</p>
      {average && <p>{average}</p>}
      {describeShapes(series).map((said) => (
        <p key={said}>{said}</p>
      ))}
      {undrawnByReason(series).map(({ reason, ids, text }) => (
        <p key={reason}>
          {ids.length > mostListed ? (
            text
          ) : (
            <ViewLink change={{ only: ids }} view={view} onShow={onShow}>
              {text}
            </ViewLink>
          )}
        </p>
      ))}
    </div>
  );
});
