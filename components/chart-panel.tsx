import { useMemo } from "react";
import { count } from "@/data/describe";
import type { Figure } from "@/data/figure";
import type { Names } from "@/data/names";
import type { Series } from "@/data/series";
import type { View } from "@/data/view";
import { Hatch, type MarkState } from "./chart-mark";
import { StaticChart } from "./chart-static";
import { MeasurePicker } from "./measure-picker";
import { useLoaded } from "./use-loaded";

interface Props {
  readonly series: Series;
  readonly figures: readonly Figure[];
  readonly view: View;
  readonly firstMeasure: string;
  readonly names: Names;
  readonly hovered: string | null;
  readonly label: string;
  readonly onHover: (id: string | null) => void;
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onMeasure: (measure: string) => void;
}

/** The chart with what it measures above it and what it leaves out below. */
export function ChartPanel(props: Props) {
  const { series, figures, view, firstMeasure, names, hovered, label, onHover, onSelect } = props;
  const Chart = useLoaded(loadChart);
  const colors = useMemo(() => colorsOf(names), [names]);
  const state: MarkState = {
    colors,
    selected: view.select,
    hovered,
    onHover,
    onSelect: (id, isAdded) => onSelect(selection(view.select, id, isAdded)),
  };
  const isEmpty = series.bands.length === 0;
  return (
    <section className="chart-panel" aria-label="Chart">
      <MeasurePicker
        figures={figures}
        view={view}
        measure={series.measure}
        firstMeasure={firstMeasure}
        names={names}
        onMeasure={props.onMeasure}
      />
      <Legend series={series} colors={colors} names={names} />
      <Hatch />
      <div className="chart-frame" data-ready={Chart !== null || undefined}>
        {isEmpty ? (
          <p className="empty">No figure of this measure is in the view.</p>
        ) : Chart ? (
          <Chart series={series} state={state} label={label} />
        ) : (
          <StaticChart series={series} state={state} label={label} />
        )}
      </div>
      <Remarks series={series} />
    </section>
  );
}

const loadChart = () => import("./chart-live").then((module) => module.default);

/** A click selects a mark alone, or lets go of it; with Ctrl, ⌘ or Shift it adds or takes away. */
function selection(selected: readonly string[], id: string, isAdded: boolean): readonly string[] {
  if (!isAdded) return selected.length === 1 && selected[0] === id ? [] : [id];
  return selected.includes(id) ? selected.filter((each) => each !== id) : [...selected, id];
}

/** One document, one colour on every chart: its place among all documents, not among those drawn. */
function colorsOf({ documents }: Names): { readonly [document: string]: number } {
  return Object.fromEntries(Object.keys(documents).map((id, index) => [id, index + 1]));
}

interface LegendProps {
  readonly series: Series;
  readonly colors: MarkState["colors"];
  readonly names: Names;
}

function Legend({ series, colors, names }: LegendProps) {
  const marks = series.bands.flatMap((band) => [...band.marks, ...band.parts]);
  const documents = Object.keys(colors).filter((id) => marks.some((mark) => mark.document === id));
  return (
    <ul className="legend" aria-label="Documents">
      {documents.map((id) => (
        <li key={id}>
          <svg width="10" height="10" aria-hidden="true" className={`mark color-${colors[id]}`}>
            <rect className="fill" width="10" height="10" rx="2" />
          </svg>
          {names.documents[id]}
        </li>
      ))}
    </ul>
  );
}

function Remarks({ series }: { series: Series }) {
  const parts = series.bands.flatMap(({ label, marks, parts }) =>
    parts.map((part) => ({ label, part, whole: marks[0] })),
  );
  const undrawn = series.undrawn.length;
  const hasParts = series.bands.some(({ marks }) => marks.some(({ isPart }) => isPart));
  return (
    <div className="remarks">
      {parts.map(({ label, part, whole }) => (
        <p key={part.id}>
          Hatched: {part.text}
          {whole ? ` of the ${whole.text}` : ""} in {label}. It is inside that number, never added
          to it.
        </p>
      ))}
      {hasParts && <p>Hatched: contained in another figure, never added to it.</p>}
      {undrawn > 0 && (
        <p>
          {count(undrawn, "figure")} of this measure not drawn: {series.undrawn[0]?.reason}.
        </p>
      )}
    </div>
  );
}
