import {
  createContext,
  memo,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { Bar, BarChart, type BarShapeProps, usePlotArea, XAxis, YAxis } from "recharts";
import type { Band, Mark, Series } from "@/data/chart/mark";
import { ChartFrame } from "./chart-frame";
import type { PlotScale } from "./chart-geometry";
import { columnBands, columnShare, heightOf, margins, slotsOf } from "./chart-geometry";
import { ColumnMark, type LinkProps, type MarkState, UsualLink } from "./chart-mark";
import { ChartRow } from "./chart-row";

export interface LiveChartProps {
  readonly series: Series;
  readonly state: MarkState;
}

type Choice = Pick<MarkState, "selected" | "stop">;

/** What all marks have in common. */
const State = createContext<MarkState>({ colors: {}, words: {}, selected: [] });

/** Which marks the reader has chosen: each link looks for itself, and is drawn again where that changes. */
const Choices = createContext(makeChoices({ selected: [] }));

function makeChoices(choice: Choice) {
  const listeners = new Set<() => void>();
  let now = choice;
  return {
    now: () => now,
    listen: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose: (next: Choice) => {
      now = next;
      for (const listener of listeners) listener();
    },
  };
}

/**
 * The same series in Recharts: it lays out the bands, our marks stand in them. A choice reaches the
 * marks past Recharts, which takes about a millisecond a mark.
 */
export default function LiveChart({ series, state }: LiveChartProps) {
  const { colors, words, hrefOf, selected, stop } = state;
  const still = useMemo(
    () => ({ colors, words, hrefOf, selected: [], Link: LiveLink }),
    [colors, words, hrefOf],
  );
  const [choices] = useState(() => makeChoices({ selected, stop }));
  useLayoutEffect(() => choices.choose({ selected, stop }), [choices, selected, stop]);
  return (
    <State value={still}>
      <Choices value={choices}>
        <LiveLayout series={series} />
      </Choices>
    </State>
  );
}

/** Choosing a mark changes two links or three; what they hold is not drawn again. */
function LiveLink(props: LinkProps) {
  const { id } = props.mark;
  const { now, listen } = useContext(Choices);
  const isSelected = useSyncExternalStore(listen, () => now().selected.includes(id));
  const stop = useSyncExternalStore(listen, () => now().stop === id);
  const selected = isSelected ? [id] : [];
  return <UsualLink {...props} state={{ ...props.state, selected, stop: stop ? id : null }} />;
}

const LiveLayout = memo(function LiveLayout({ series }: Pick<LiveChartProps, "series">) {
  return series.layout === "columns" ? <Columns series={series} /> : <Rows series={series} />;
});

const gap = `${(100 * (1 - columnShare)) / 2}%`;

function Columns({ series }: Pick<LiveChartProps, "series">) {
  const { top } = margins.columns;
  const marks = Array.from(
    { length: slotsOf(series) },
    (_, slot) => (band: Band) => band.marks[slot],
  );
  const inside = Array.from(
    { length: Math.max(0, ...series.bands.map(({ parts }) => parts.length)) },
    (_, slot) => (band: Band) => band.parts[slot],
  );
  const shape =
    (markOf: (band: Band) => Mark | undefined, slots: number) =>
    ({ payload, x, width: all }: BarShapeProps) => {
      const mark = markOf(payload);
      const width = all / slots;
      return mark && <LiveColumn {...{ mark, series, x, width, top }} center={x + width / 2} />;
    };
  /** Our marks stand where they state; Recharts need only know which there are. */
  const place = (markOf: (band: Band) => Mark | undefined) => (band: Band) =>
    markOf(band) ? series.axis.max : null;
  return (
    <BarChart
      className="chart"
      responsive
      height={heightOf(series)}
      data={[...columnBands(series)]}
      margin={margins.columns}
      barCategoryGap={gap}
      barGap={0}
      accessibilityLayer={false}
    >
      <XAxis dataKey="key" xAxisId="wholes" hide />
      {inside.map((_, slot) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its index
        <XAxis key={slot} dataKey="key" xAxisId={`part ${slot}`} hide />
      ))}
      <YAxis hide domain={[series.axis.min, series.axis.max]} />
      <LiveFrame series={series} top={top} />
      {marks.map((markOf, slot) => (
        <Bar
          // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its index
          key={slot}
          xAxisId="wholes"
          dataKey={place(markOf)}
          shape={shape(markOf, 1)}
          isAnimationActive={false}
        />
      ))}
      {inside.map((markOf, slot) => (
        <Bar
          // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its index
          key={slot}
          xAxisId={`part ${slot}`}
          dataKey={place(markOf)}
          shape={shape(markOf, slotsOf(series))}
          isAnimationActive={false}
        />
      ))}
    </BarChart>
  );
}

function LiveColumn(props: Omit<React.ComponentProps<typeof ColumnMark>, "state">) {
  return <ColumnMark {...props} state={useContext(State)} />;
}

function Rows({ series }: Pick<LiveChartProps, "series">) {
  const margin = margins[series.layout];
  const shape = ({ payload, y, background }: BarShapeProps) => (
    <LiveRow
      band={payload}
      series={series}
      scale={pixels(background?.x ?? 0, background?.width ?? 0)}
      y={y}
    />
  );
  return (
    <BarChart
      className="chart"
      layout="vertical"
      responsive
      height={heightOf(series)}
      data={[...series.bands]}
      margin={margin}
      barCategoryGap={0}
      accessibilityLayer={false}
    >
      <XAxis type="number" hide domain={[0, 1]} />
      <YAxis type="category" dataKey="key" hide />
      <LiveFrame series={series} top={margin.top} />
      <Bar dataKey={whole} shape={shape} isAnimationActive={false} />
    </BarChart>
  );
}

const whole = () => 1;

function LiveRow(props: Omit<React.ComponentProps<typeof ChartRow>, "state">) {
  return <ChartRow {...props} state={useContext(State)} />;
}

function LiveFrame({ series, top }: { series: Series; top: number }) {
  const area = usePlotArea();
  return area && <ChartFrame series={series} scale={pixels(area.x, area.width)} top={top} />;
}

function pixels(x: number, width: number): PlotScale {
  return { at: (share) => x + share * width, size: (share) => share * width };
}
