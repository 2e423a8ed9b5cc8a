import type { Series } from "@/data/chart/mark";
import { marksOf } from "@/data/chart/series";
import { wrap } from "@/data/chart/words";
import { numberOf } from "@/data/figure/document-sign";
import type { Names } from "@/data/figure/names";
import { heightOf, margins, textWidth } from "./chart-geometry";
import { Sign } from "./chart-sign";
import { StaticMarks } from "./chart-static";
import type { MarkState } from "./mark-link";
import { HatchPattern } from "./shapes/hatch";

export interface ChartImageProps {
  readonly title: string;
  /** The chart in words. */
  readonly words: string;
  readonly series: Series;
  readonly state: MarkState;
  readonly names: Names;
  /** Where the figures can be seen again. */
  readonly address: string;
}

const width = 880;
const padding = 24;
const lineHeight = 18;
const titleHeight = 26;
const inner = width - 2 * padding;
const charsInLine = Math.floor(inner / 6.9);
const charsInTitle = Math.floor(inner / 12);

/** A chart that is complete by itself: title, words, legend, axes and whose figures they are. */
export function ChartImage({ title, words, series, state, names, address }: ChartImageProps) {
  const titles = wrap(title, charsInTitle);
  const below = (titles.length - 1) * titleHeight;
  const sentences = wrap(words, charsInLine);
  const legend = placeLegend(series, state, names);
  const sources = wrap(sourceLine(series, names, address), charsInLine);
  const legendTop = 60 + below + sentences.length * lineHeight + 6;
  const chartTop = legendTop + (legend.at(-1)?.row ?? 0) * lineHeight + lineHeight + 8;
  const sourceTop = chartTop + heightOf(series) + 18;
  const height = sourceTop + sources.length * lineHeight + 4;
  const { left, right } = margins[series.layout];
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="chart-image chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <title>{title}</title>
      <desc>{words}</desc>
      <HatchPattern />
      <rect className="paper" width={width} height={height} />
      {titles.map((line, index) => (
        <text key={line} className="image-title" x={padding} y={padding + 16 + index * titleHeight}>
          {line}
        </text>
      ))}
      <Lines lines={sentences} y={62 + below} className="image-words" />
      {legend.map(({ id, name, x, row }) => (
        <g
          key={id}
          className={`mark color-${numberOf(id, state)}`}
          transform={`translate(${x} ${legendTop + row * lineHeight})`}
        >
          <g transform="translate(6 8)">
            <Sign number={numberOf(id, state)} />
          </g>
          <text x={16} y={12}>
            {name}
          </text>
        </g>
      ))}
      <svg
        x={padding + left}
        y={chartTop}
        width={inner - left - right}
        height={heightOf(series)}
        overflow="visible"
        aria-hidden="true"
      >
        <StaticMarks series={series} state={state} />
      </svg>
      <Lines lines={sources} y={sourceTop} className="image-source" />
    </svg>
  );
}

interface LinesProps {
  readonly lines: readonly string[];
  readonly y: number;
  readonly className: string;
}

function Lines({ lines, y, className }: LinesProps) {
  return lines.map((line, index) => (
    <text key={line} className={className} x={padding} y={y + index * lineHeight}>
      {line}
    </text>
  ));
}

function sourceLine({ documents }: Series, names: Names, address: string): string {
  const sources = documents.map((id) => names.documents[id] ?? id).join(", ");
  return `Source: ${sources}, as encoded in ISKP in Figures. ${address}`;
}

/** The documents from left to right, in as many rows as they need. */
function placeLegend(series: Series, state: MarkState, names: Names) {
  let [x, row] = [padding, 0];
  return series.documents
    .filter((id) => marksOf(series).some(({ document }) => document === id))
    .map((id) => {
      const name = names.documents[id] ?? id;
      const room = 16 + textWidth(name) + 18;
      if (x + room > width - padding) [x, row] = [padding, row + 1];
      const place = { id, name, x, row, number: numberOf(id, state) };
      x += room;
      return place;
    });
}
