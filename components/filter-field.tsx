import type { Column } from "@/data/column";
import { type Filter, formatFilter, optionsOf } from "@/data/filter";
import { formatOption } from "@/data/format";
import type { Names } from "@/data/names";
import type { Row } from "@/data/table";
import { TextInput } from "./text-input";

interface Props {
  readonly column: Column;
  readonly rows: readonly Row[];
  readonly filter: Filter | undefined;
  readonly names: Names;
  /** Asks for the filter that these values of the column's key say; none drops it. */
  readonly onNarrow: (column: string, values: readonly string[]) => void;
}

/** The filter of one column: a list of its values, or a text with a range. */
export function FilterField(props: Props) {
  const { column, filter } = props;
  return (
    <details className="filter-field" data-column={column.name} open={filter !== undefined}>
      <summary>{column.title}</summary>
      {column.kind === "values" ? <Choices {...props} /> : <Text {...props} />}
    </details>
  );
}

function Choices({ column, rows, filter, names, onNarrow }: Props) {
  const chosen = filter?.kind === "values" ? filter.values : [];
  const toggled = (value: string) =>
    chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
  return (
    <fieldset>
      <legend className="visually-hidden">{column.title}</legend>
      {optionsOf(rows, column.name, column.many).map((value) => (
        <label key={value}>
          <input
            type="checkbox"
            name={column.name}
            value={value}
            checked={chosen.includes(value)}
            onChange={() => onNarrow(column.name, toggled(value))}
          />
          <span>{formatOption(column.name, value, names)}</span>
        </label>
      ))}
    </fieldset>
  );
}

const hints = {
  number: "A number or a range: 45, 100.. or 10..50",
  period: "A date or a range: 2021, 2022.. or 2021-08..2023",
  text: "Some of its text",
  values: "",
};

function Text({ column, filter, onNarrow }: Props) {
  return (
    <TextInput
      type="text"
      name={column.name}
      label={hints[column.kind]}
      value={filter ? (formatFilter(filter)[0] ?? "") : ""}
      onCommit={(text) => onNarrow(column.name, [text])}
    />
  );
}
