import type { Figure } from "@/data/figure";
import type { Names } from "@/data/names";
import { formatView, type View } from "@/data/view";

interface Props {
  readonly figures: readonly Figure[];
  readonly view: View;
  readonly measure: string;
  readonly firstMeasure: string;
  readonly names: Names;
  readonly onMeasure: (measure: string) => void;
}

/** The measures of a sheet, each a link; the chart draws one of them, since units never share an axis. */
export function MeasurePicker({ figures, view, measure, firstMeasure, names, onMeasure }: Props) {
  const measures = [...new Set([firstMeasure, ...figures.map((figure) => figure.measure)])];
  const unit = figures.find((figure) => figure.measure === measure)?.unit;
  return (
    <nav className="measures" aria-label="Measure of the chart">
      <ul>
        {measures.map((each) => (
          <li key={each}>
            <a
              href={`?${formatView({ ...view, measure: each === firstMeasure ? null : each })}`}
              aria-current={each === measure ? "true" : undefined}
              onClick={(event) => {
                event.preventDefault();
                onMeasure(each);
              }}
            >
              {names.measures[each] ?? each}
            </a>
          </li>
        ))}
      </ul>
      <p className="unit">{unit}</p>
    </nav>
  );
}
