import type { ReactNode } from "react";
import { marksOf, type Series } from "@/data/chart/mark";
import { wrap } from "@/data/chart/words";
import { numberOf } from "@/data/figure/document-sign";
import type { Names } from "@/data/figure/names";
import { heightOf, margins, textWidth } from "./chart-geometry";
import { Sign } from "./chart-sign";
import { StaticMarks } from "./chart-static";
import type { MarkState } from "./mark-link";
import { HatchPattern } from "./shapes/hatch";

interface Said {
  readonly title: string;
  /** What the chart shows and leaves out. */
  readonly words: string;
}

export interface ChartImageProps extends Said {
  readonly series: Series;
  readonly state: MarkState;
  readonly names: Names;
  /** Where the figures can be seen again. */
  readonly address: string;
}

export interface DrawnImageProps extends Said {
  /** Where its rows come from. */
  readonly source: string;
  /** The chart as it stands on the page, without what is outside of it. */
  readonly drawn: SVGSVGElement;
}

const width = 880;
const [padding, titleHeight, lineHeight] = [24, 26, 18];

/** A chart of the workbook as an image, with its documents. */
export function ChartImage({ series, state, names, address, ...said }: ChartImageProps) {
  const legend = placeLegend(series, state, names);
  const below = ((legend.at(-1)?.row ?? 0) + 1) * lineHeight + 8;
  const { left, right } = margins[series.layout];
  const sources = series.documents.map((id) => names.documents[id] ?? id).join(", ");
  const source = `Source: ${sources}, as encoded in ISKP in Figures. ${address}`;
  return (
    <Framed {...said} {...{ width, source }} height={below + heightOf(series)}>
      <HatchPattern />
      {legend.map(({ id, name, x, row, number }) => (
        <g
          key={id}
          className={`mark color-${number}`}
          transform={`translate(${x + 6} ${row * lineHeight + 8})`}
        >
          <Sign number={number} />
          <text x={10} y={4}>
            {name}
          </text>
        </g>
      ))}
      <svg
        x={padding + left}
        y={below}
        width={width - 2 * padding - left - right}
        height={heightOf(series)}
        overflow="visible"
        aria-hidden="true"
      >
        <StaticMarks series={series} state={state} />
      </svg>
    </Framed>
  );
}

/** A chart of the page as an image, with the names of its colours, which stand over its upper edge as HTML. */
export function DrawnImage({ drawn, ...said }: DrawnImageProps) {
  const { left, top, width, height } = drawn.getBoundingClientRect();
  const items = drawn.parentElement?.querySelectorAll(".recharts-legend-item") ?? [];
  const legend = [...items].map((item) => {
    const place = item.getBoundingClientRect();
    const x = padding + place.left - left;
    const y = (place.top + place.bottom) / 2 - top;
    return { name: item.textContent ?? "", x, y, sign: item.querySelector("svg") };
  });
  const whole = Math.max(480, Math.ceil(width) + 2 * padding);
  return (
    <Framed {...said} width={whole} height={Math.ceil(height) + 4}>
      <Copy of={drawn} x={padding} y={0} />
      {legend.map(({ name, x, y, sign }) => (
        <g key={name}>
          {sign && <Copy of={sign} x={x} y={y - 7} />}
          <text className="axis-title" x={x + 18} y={y + 4}>
            {name}
          </text>
        </g>
      ))}
    </Framed>
  );
}

function Copy({ of, x, y }: { of: SVGSVGElement; x: number; y: number }) {
  const put = (place: SVGGElement | null) => {
    const copy = of.cloneNode(true) as SVGSVGElement;
    copy.setAttribute("x", String(x));
    copy.setAttribute("y", String(y));
    copy.removeAttribute("style");
    place?.replaceChildren(copy);
  };
  return <g ref={put} />;
}

interface FramedProps extends Said {
  readonly source: string;
  readonly width: number;
  /** Of what is drawn. */
  readonly height: number;
  readonly children: ReactNode;
}

/** An image that is complete by itself: title, words, what is drawn, source. */
function Framed({ title, words, source, width, height, children }: FramedProps) {
  const linesOf = (text: string, size: number) =>
    text ? wrap(text, Math.floor((width - 2 * padding) / size)) : [];
  const [titles, sentences, sources] = [
    linesOf(title, 12),
    linesOf(words, 6.9),
    linesOf(source, 6.9),
  ];
  const wordsTop = padding + 12 + titles.length * titleHeight;
  const top = wordsTop + sentences.length * lineHeight + 4;
  const sourceTop = top + height + 18;
  const whole = sourceTop + sources.length * lineHeight + 4;
  const stand = (className: string, lines: readonly string[], from: number, step = lineHeight) =>
    lines.map((line, at) => ({ className, line, y: from + at * step }));
  const lines = [
    ...stand("image-title", titles, padding + 16, titleHeight),
    ...stand("image-words", sentences, wordsTop),
    ...stand("image-source", sources, sourceTop),
  ];
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="chart-image chart"
      width={width}
      height={whole}
      viewBox={`0 0 ${width} ${whole}`}
    >
      <title>{title}</title>
      <desc>{words}</desc>
      <rect className="paper" width={width} height={whole} />
      {lines.map(({ className, line, y }) => (
        <text key={y} className={className} x={padding} y={y}>
          {line}
        </text>
      ))}
      <g transform={`translate(0 ${top})`}>{children}</g>
    </svg>
  );
}

/** The documents from left to right, in as many rows as they need. */
function placeLegend(series: Series, state: MarkState, names: Names) {
  const drawn = new Set(marksOf(series).map(({ document }) => document));
  let [x, row] = [padding, 0];
  return series.documents
    .filter((id) => drawn.has(id))
    .map((id) => {
      const name = names.documents[id] ?? id;
      const room = 16 + textWidth(name) + 18;
      if (x + room > width - padding) [x, row] = [padding, row + 1];
      const place = { id, name, x, row, number: numberOf(id, state) };
      x += room;
      return place;
    });
}
