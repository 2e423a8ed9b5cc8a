import { useEffect, useMemo, useRef, useState } from "react";
import { toMark } from "@/data/chart/mark";
import type { Comparison } from "@/data/compare/compare";
import { formatOwn } from "@/data/compare/words";
import { colorsOf, numberOf } from "@/data/figure/document-sign";
import type { Names } from "@/data/figure/names";
import { groupBy } from "@/data/table/order";
import { plural } from "@/data/view/describe";
import { DocumentSign } from "../controls/document-sign";
import { useLoaded } from "../controls/use-loaded";

const loadChart = () => import("../chart/compare-chart").then((module) => module.default);

interface Props {
  readonly lines: readonly Comparison[];
  readonly names: Names;
  readonly title: string;
  readonly ownTitle: string;
  readonly steps: "year" | "month";
}

/** The comparison as a chart: own bars, beside them the published marks of the same period. */
export function CompareBars({ lines, names, title, ownTitle, steps }: Props) {
  const [Chart, isMissing] = useLoaded(loadChart);
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  const drawn = useMemo(() => lines.filter((line) => isDrawn(line, steps)), [lines, steps]);
  const bands = useMemo(() => bandsOf(drawn), [drawn]);
  const left = lines.length - drawn.length;
  const colors = useMemo(() => colorsOf(names), [names]);
  const documents = new Set(drawn.flatMap(({ statement }) => statement?.figure.document ?? []));
  return (
    <figure className="compare-chart" aria-label={title}>
      <figcaption>
        <ul className="legend">
          <li>
            <span className="own-swatch" aria-hidden="true" /> {ownTitle}
          </li>
          {[...documents].map((id) => (
            <li key={id}>
              <DocumentSign number={numberOf(id, { colors })} className="mark" />{" "}
              {names.documents[id] ?? id}
            </li>
          ))}
        </ul>
      </figcaption>
      <div
        ref={box}
        className="compare-bars"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key
        tabIndex={0}
        role="img"
        aria-label={`${title}; the table below has every number`}
      >
        {Chart && width > 0 && <Chart {...{ bands, title, colors, width }} />}
      </div>
      {left > 0 && (
        <p className="quiet">
          {plural(left, "line")} of the table below {left === 1 ? "is" : "are"} not drawn: no period
          is stated{steps === "month" && ", or it is longer than a month"}.
        </p>
      )}
      {isMissing && <p className="problems">The chart could not be loaded.</p>}
    </figure>
  );
}

/** What has no period is not drawn, and beside months nothing longer, since its bar would dwarf them. */
function isDrawn({ span }: Comparison, steps: "year" | "month"): boolean {
  return span !== null && (steps === "year" || span.from.slice(0, 7) === span.to.slice(0, 7));
}

/** Lines of one period stand together. */
function bandsOf(lines: readonly Comparison[]) {
  const periods = groupBy(lines, ({ span }) => `${span?.from}/${span?.to}`);
  return [...periods].map(([key, own]) => {
    const [first] = own;
    const count = first?.own ?? null;
    return {
      key,
      label: first?.period ?? "",
      own: count && {
        low: Number.isFinite(count.low) ? count.low : 0,
        high: Number.isFinite(count.high) ? count.high : null,
        text: formatOwn(count),
      },
      marks: own.flatMap(({ statement }) => (statement ? [toMark(statement.figure)] : [])),
    };
  });
}
