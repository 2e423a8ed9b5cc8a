import { colorsOf, numberOf } from "@/data/figure/document-sign";
import { toEstimate } from "@/data/figure/estimate";
import type { Figure } from "@/data/figure/figure";
import { formatNumber } from "@/data/figure/format";
import type { Names } from "@/data/figure/names";
import { At, Sign } from "../chart/chart-sign";
import { FigureLink } from "./figure-link";

interface Props {
  readonly statements: readonly Figure[];
  readonly names: Names;
  /** Ids of what the counting rule keeps; null where every statement counts. */
  readonly kept: ReadonlySet<string> | null;
}

const height = 26;

/** Statements of one fact on one scale, a lane each: points, ranges, arrows for open ends, or words. */
export function FactLanes({ statements, names, kept }: Props) {
  const scale = toScale(statements);
  const colors = colorsOf(names);
  return (
    <table className="fact-lanes">
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Document</th>
          <th scope="col">Value</th>
          <th scope="col">On a scale</th>
        </tr>
      </thead>
      <tbody>
        {statements.map((figure) => (
          <tr key={figure.id}>
            <th scope="row">
              {names.documents[figure.document]}
              {figure.claimant && <span className="quiet"> ({figure.claimant})</span>}
            </th>
            <td className="stated">
              <FigureLink figure={figure} />
              {kept?.has(figure.id) && <span className="quiet"> kept</span>}
            </td>
            <td className="lane">
              <svg
                className={`mark color-${numberOf(figure.document, { colors })}`}
                width="100%"
                height={height}
                aria-hidden="true"
              >
                <line className="track" x1="2%" x2="98%" y1={height / 2} y2={height / 2} />
                <Lane
                  figure={figure}
                  number={numberOf(figure.document, { colors })}
                  at={scale.at}
                />
              </svg>
            </td>
          </tr>
        ))}
        <tr className="scale">
          <td colSpan={2} />
          <td className="scale-ends">
            <span>{formatNumber(scale.min)}</span>
            {scale.max > scale.min && <span>{formatNumber(scale.max)}</span>}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

interface LaneProps {
  readonly figure: Figure;
  /** Of its document's colour and sign. */
  readonly number: number;
  readonly at: (value: number) => string;
}

function Lane({ figure, number, at }: LaneProps) {
  const { low, high, best } = figure;
  const middle = height / 2;
  const point = best ?? low ?? high;
  if (point === null)
    return (
      <text className="words" x="2%" y={middle + 4}>
        given in words, not plotted
      </text>
    );
  const isRange = best === null && low !== null && high !== null;
  const open =
    best === null && !isRange
      ? low === null
        ? "M0 0H-26M-21-5L-27 0L-21 5"
        : "M0 0H26M21-5L27 0L21 5"
      : null;
  return (
    <>
      {isRange && <line className="range" x1={at(low)} x2={at(high)} y1={middle} y2={middle} />}
      <At x={at(point)} y={middle}>
        {open && <path className="arrow" d={open} />}
        {!isRange && <Sign number={number} className={open ? "fill open" : "fill"} />}
      </At>
    </>
  );
}

/** From the least to the greatest number stated, with room for arrows at both ends. */
function toScale(statements: readonly Figure[]) {
  const ends = statements.flatMap((figure) => {
    const estimate = toEstimate(figure);
    return estimate
      ? [figure.low ?? figure.best ?? estimate.high, figure.high ?? figure.best ?? estimate.low]
      : [];
  });
  const values = ends.filter(Number.isFinite);
  const [min, max] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1];
  const width = max - min || 1;
  const at = (value: number) => `${Math.round(1000 * (10 + (80 * (value - min)) / width)) / 1000}%`;
  return { min, max, at };
}
