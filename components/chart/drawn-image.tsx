import { wrap } from "@/data/chart/words";

export interface DrawnImageProps {
  readonly title: string;
  /** What the chart shows and leaves out. */
  readonly words: string;
  /** Where its rows come from. */
  readonly source: string;
  /** The chart as it stands on the page, without what is outside of it. */
  readonly drawn: SVGSVGElement;
}

const [padding, titleHeight, lineHeight] = [24, 26, 18];

/** A chart of the page as an image that is complete by itself: title, words, chart, source. */
export function DrawnImage({ title, words, source, drawn }: DrawnImageProps) {
  const { width: drawnWidth, height: drawnHeight } = drawn.getBoundingClientRect();
  const width = Math.max(480, Math.ceil(drawnWidth) + 2 * padding);
  const inner = width - 2 * padding;
  const titles = wrap(title, Math.floor(inner / 12));
  const sentences = words ? wrap(words, Math.floor(inner / 6.9)) : [];
  const sources = wrap(source, Math.floor(inner / 6.9));
  const wordsTop = padding + 16 + titles.length * titleHeight - 4;
  const chartTop = wordsTop + sentences.length * lineHeight;
  const sourceTop = chartTop + Math.ceil(drawnHeight) + 22;
  const height = sourceTop + sources.length * lineHeight + 2;
  const lines = [
    ...titles.map((line, at) => [line, padding + 16 + at * titleHeight, "image-title"] as const),
    ...sentences.map((line, at) => [line, wordsTop + at * lineHeight, "image-words"] as const),
    ...sources.map((line, at) => [line, sourceTop + at * lineHeight, "image-source"] as const),
  ];
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
      <rect className="paper" width={width} height={height} />
      {lines.map(([line, y, className]) => (
        <text key={y} className={className} x={padding} y={y}>
          {line}
        </text>
      ))}
      <g
        ref={(place) => {
          const copy = drawn.cloneNode(true) as SVGSVGElement;
          copy.setAttribute("x", String(padding));
          copy.setAttribute("y", String(chartTop));
          copy.removeAttribute("style");
          place?.replaceChildren(copy);
        }}
      />
    </svg>
  );
}
