import { useEffect, useState } from "react";
import type { OpenedColumn } from "@/data/open/session";
import { Menu } from "../controls/menu";
import { TextInput } from "../controls/text-input";
import { Tick } from "../controls/tick";
import type { Reader } from "./reader";

interface Props {
  readonly columns: readonly OpenedColumn[];
  readonly filters: ReadonlyMap<string, readonly string[]>;
  readonly reader: Reader;
  readonly onNarrow: (column: string, values: readonly string[]) => void;
}

/** A filter for each column: a list of its values, a range, or a text. */
export function ColumnFilter({ columns, filters, reader, onNarrow }: Props) {
  return (
    <Menu
      className="filter-list"
      title={filters.size > 0 ? `Filters (${filters.size})` : "Filters"}
      inside={() => (
        <div className="filter-fields">
          {columns.slice(0, mostListed).map((column) => (
            <Field
              key={column.id}
              column={column}
              values={filters.get(column.id) ?? []}
              reader={reader}
              onNarrow={(values) => onNarrow(column.id, values)}
            />
          ))}
        </div>
      )}
    />
  );
}

/** Of a table with thousands of columns so many have a field here. */
const mostListed = 300;

const hints = {
  number: "10..20, 10.. or ..20",
  period: "2021..2022-06",
  text: "contains",
  values: "",
} as const;

interface FieldProps {
  readonly column: OpenedColumn;
  readonly values: readonly string[];
  readonly reader: Reader;
  readonly onNarrow: (values: readonly string[]) => void;
}

function Field({ column, values, reader, onNarrow }: FieldProps) {
  if (column.kind === "values")
    return <ValueList column={column} values={values} reader={reader} onNarrow={onNarrow} />;
  const text = values.find((value) => value !== "") ?? "";
  const nothing = values.includes("") ? [""] : [];
  return (
    <div className="filter-range">
      <TextInput
        type="text"
        name={column.id}
        label={`${column.name} (${hints[column.kind]})`}
        value={text}
        onCommit={(next) => onNarrow([...(next ? [next] : []), ...nothing])}
      />
      {column.isBounded && (
        <p className="quiet">Values such as “≥ 40” match where they could lie in the range.</p>
      )}
      {column.kind !== "text" && (nothing.length > 0 || missingIn(column) > 0) && (
        <Tick
          name={column.id}
          value=""
          isOn={nothing.length > 0}
          onTick={() => onNarrow([...(text ? [text] : []), ...(nothing.length > 0 ? [] : [""])])}
        >
          (missing) <span className="quiet">{missingIn(column).toLocaleString("en-GB")}</span>
        </Tick>
      )}
    </div>
  );
}

function missingIn({ missing }: OpenedColumn): number {
  return Object.values(missing).reduce((sum, count) => sum + count, 0);
}

/** So many values of a column are listed. */
const mostValues = 200;

function ValueList({ column, values, reader, onNarrow }: FieldProps) {
  const [isOpen, setOpen] = useState(values.length > 0);
  const [all, setAll] = useState<readonly (readonly [string, number])[]>([]);
  useEffect(() => {
    if (isOpen) reader.values(column.id).then(setAll, () => setAll([]));
  }, [isOpen, reader, column.id]);
  const toggle = (value: string) =>
    onNarrow(values.includes(value) ? values.filter((each) => each !== value) : [...values, value]);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{column.name}</summary>
      {all.slice(0, mostValues).map(([value, rows]) => (
        <Tick
          key={value}
          name={column.id}
          value={value}
          isOn={values.includes(value)}
          onTick={() => toggle(value)}
        >
          {value || "(missing)"} <span className="quiet">{rows.toLocaleString("en-GB")}</span>
        </Tick>
      ))}
      {all.length > mostValues && (
        <p className="quiet">
          The {mostValues} most frequent of {all.length.toLocaleString("en-GB")} values. Search for
          the others.
        </p>
      )}
    </details>
  );
}
