import { memo, useState } from "react";
import { formatOption } from "@/data/figure/format";
import type { Names } from "@/data/figure/names";
import type { Row } from "@/data/table/table";
import type { Column } from "@/data/view/column";
import { chosenValues, type Filter, formatFilter, optionsOf, valuesIn } from "@/data/view/filter";
import { fold } from "@/data/view/fold";
import { TextInput } from "../controls/text-input";
import { Tick } from "../controls/tick";
import { RangeInput } from "./range-input";

interface Props {
  readonly column: Column;
  readonly rows: readonly Row[];
  readonly filter: Filter | undefined;
  readonly names: Names;
  /** The rows that all other filters leave, for the counts beside values. */
  readonly others: (column: string) => readonly Row[];
  readonly onNarrow: Narrow;
}

/** Asks for the filter that a column's values say once they are changed so; none drops it. */
export type Narrow = (
  column: string,
  change: (values: readonly string[]) => readonly string[],
) => void;

/** The filter of one column: a list of its values, a range, or a piece of text. */
export const FilterField = memo(function FilterField(props: Props) {
  const { column, filter } = props;
  const [isOpen, setOpen] = useState(filter !== undefined);
  return (
    <details
      className="filter-field"
      data-column={column.name}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {column.title}
        {filter && <span className="dot-on"> filtered</span>}
      </summary>
      {column.kind === "values" ? (
        <Choices {...props} isOpen={isOpen} />
      ) : column.kind === "text" ? (
        <Text {...props} />
      ) : (
        <RangeInput
          column={column}
          value={filter ? (formatFilter(filter)[0] ?? "") : ""}
          onCommit={(text) => props.onNarrow(column.name, () => [text])}
        />
      )}
    </details>
  );
});

/** So many values that a reader would rather search than scroll. */
const manyValues = 8;

function Choices({
  column,
  rows,
  filter,
  names,
  others,
  onNarrow,
  isOpen,
}: Props & { isOpen: boolean }) {
  const [search, setSearch] = useState("");
  const all = optionsOf(rows, column.name, column.many);
  const chosen = chosenValues(filter, all);
  const options = all.map((value) => ({
    value,
    title: formatOption(column.name, value, names),
  }));
  const counts = isOpen ? valuesIn(others(column.name), column.name, column.many) : null;
  const toggle = (value: string, isOn: boolean) =>
    onNarrow(column.name, (values) => {
      const others = values.filter((each) => each !== value);
      return isOn ? [...others, value] : others;
    });
  const isShown = (title: string) => fold(title).includes(fold(search).trim());
  return (
    <fieldset>
      <legend className="visually-hidden">{column.title}</legend>
      <div className="choose">
        {options.length > manyValues && (
          <input
            type="search"
            value={search}
            placeholder="Search values"
            aria-label={`Search values of ${column.title}`}
            onChange={({ target }) => setSearch(target.value)}
          />
        )}
        <button
          type="button"
          onClick={() =>
            onNarrow(column.name, () =>
              options.filter((each) => isShown(each.title)).map((each) => each.value),
            )
          }
        >
          All
        </button>
        <button type="button" onClick={() => onNarrow(column.name, () => [])}>
          None
        </button>
      </div>
      {options.map(({ value, title }) => (
        <Tick
          key={value}
          name={column.name}
          value={value}
          isOn={chosen.includes(value)}
          isHidden={!isShown(title)}
          onTick={(isOn) => toggle(value, isOn)}
        >
          <span>{title}</span>
          {counts && <span className="quiet count">{counts.get(value) ?? 0}</span>}
        </Tick>
      ))}
    </fieldset>
  );
}

function Text({ column, filter, onNarrow }: Props) {
  return (
    <TextInput
      type="text"
      name={column.name}
      label="Some of its text"
      value={filter ? (formatFilter(filter)[0] ?? "") : ""}
      onCommit={(text) => onNarrow(column.name, () => [text])}
    />
  );
}
