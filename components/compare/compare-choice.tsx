import { addableColumns, type Choice, timeColumns } from "@/data/compare/choice";
import type { PublishedSeries } from "@/data/compare/published";
import type { comparableMeasures } from "@/data/compare/register";
import type { OpenedColumn } from "@/data/open/session";

interface Props {
  readonly choice: Choice;
  readonly sheets: ReturnType<typeof comparableMeasures>;
  readonly series: readonly PublishedSeries[];
  readonly columns: readonly OpenedColumn[];
  readonly onChoose: (change: Partial<Choice>) => void;
}

/** What of the open table is laid over which published numbers. */
export function CompareChoice({ choice, sheets, series, columns, onChoose }: Props) {
  const { measure, steps, added, date } = choice;
  const count = series.reduce((sum, { statements }) => sum + statements.length, 0);
  return (
    <fieldset className="open-choice">
      <legend className="visually-hidden">What is compared</legend>
      <select
        aria-label="Count or sum"
        value={added ?? ""}
        onChange={({ target }) => onChoose({ added: target.value || null })}
      >
        <option value="">Rows</option>
        {addableColumns(columns).map(({ id, name }) => (
          <option key={id} value={id}>
            Sum of {name}
          </option>
        ))}
      </select>
      <span>by</span>
      <select
        aria-label="Steps"
        value={steps}
        onChange={({ target }) => onChoose({ steps: target.value === "month" ? "month" : "year" })}
      >
        <option value="year">year</option>
        <option value="month">month</option>
      </select>
      <span>of</span>
      <select
        aria-label="Date column"
        value={date}
        onChange={({ target }) => onChoose({ date: target.value })}
      >
        {timeColumns(columns).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <span>beside</span>
      <select
        aria-label="Published measure"
        value={measure}
        onChange={({ target }) => onChoose({ measure: target.value })}
      >
        {sheets.map(({ sheet, measures }) => (
          <optgroup key={sheet} label={sheet}>
            {measures.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <select
        aria-label="Published series"
        className="compare-series"
        value={choice.series}
        onChange={({ target }) => onChoose({ series: target.value })}
      >
        <option value="">all {count} statements</option>
        {series.map(({ id, title, statements }) => (
          <option key={id} value={id}>
            {title} ({statements.length})
          </option>
        ))}
      </select>
    </fieldset>
  );
}
