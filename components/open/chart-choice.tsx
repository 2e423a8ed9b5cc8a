import { type MeasureKind, measures } from "@/data/open/group";
import type { PivotRequest } from "@/data/open/pivot";
import type { OpenedColumn } from "@/data/open/session";

export type ChartRequest = PivotRequest;

/** The chart that a table starts with: over time where it has days or years, else by its widest category. */
export function requestFor(columns: readonly OpenedColumn[]): ChartRequest {
  const time =
    columns.find(({ type }) => type === "date") ?? columns.find(({ type }) => type === "year");
  const category = columns
    .filter(({ type, different }) => type === "category" && different > 1)
    .toSorted((a, b) => a.different - b.different)[0];
  return { by: (time ?? category ?? columns[0])?.id ?? "", measure: "count" };
}

const words: { readonly [measure in MeasureKind]: string } = {
  count: "Rows",
  sum: "Sum of",
  mean: "Mean of",
  min: "Lowest",
  max: "Highest",
};

interface Props {
  readonly columns: readonly OpenedColumn[];
  readonly request: ChartRequest;
  /** A table has rows by a second column, too. */
  readonly isTable: boolean;
  readonly onChoose: (request: ChartRequest) => void;
}

/** What the chart counts or adds, by which column, and by which second one. */
export function ChartChoice({ columns, request, isTable, onChoose }: Props) {
  const numbers = columns.filter(({ type }) => type === "number");
  const groups = columns.filter(({ type }) => type !== "empty");
  const kinds = numbers.length > 0 ? measures : measures.slice(0, 1);
  return (
    <fieldset className="open-choice">
      <legend className="visually-hidden">Chart</legend>
      <select
        aria-label="Show"
        value={request.measure}
        onChange={({ target }) => {
          const measure = kinds.find((kind) => kind === target.value) ?? "count";
          const of = measure === "count" ? undefined : (request.of ?? numbers[0]?.id);
          onChoose({ ...request, measure, of });
        }}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {words[kind]}
          </option>
        ))}
      </select>
      {request.measure !== "count" && (
        <Choice
          label="Number"
          columns={numbers.filter(({ isAdditive }) => request.measure !== "sum" || isAdditive)}
          value={request.of ?? ""}
          onChange={(of) => onChoose({ ...request, of })}
        />
      )}
      <span>by</span>
      <Choice
        label="Grouped by"
        columns={groups}
        value={request.by}
        onChange={(by) => onChoose({ ...request, by })}
      />
      {isTable && (
        <Choice
          label="Then by"
          columns={groups.filter(({ id }) => id !== request.by)}
          value={request.second ?? ""}
          none="then by…"
          onChange={(second) => onChoose({ ...request, second: second || undefined })}
        />
      )}
      <Choice
        label="Second column"
        columns={groups.filter(({ id }) => id !== request.by)}
        value={request.across ?? ""}
        none={isTable ? "across…" : "and…"}
        onChange={(across) => onChoose({ ...request, across: across || undefined })}
      />
    </fieldset>
  );
}

/** Of a table with thousands of columns so many can be chosen from. */
const mostListed = 500;

interface ChoiceProps {
  readonly label: string;
  readonly columns: readonly OpenedColumn[];
  readonly value: string;
  readonly none?: string;
  readonly onChange: (id: string) => void;
}

function Choice({ label, columns, value, none, onChange }: ChoiceProps) {
  return (
    <select aria-label={label} value={value} onChange={({ target }) => onChange(target.value)}>
      {none && <option value="">{none}</option>}
      {columns.slice(0, mostListed).map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
