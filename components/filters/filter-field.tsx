import { memo, useState } from "react";
import { formatFilter } from "@/data/view/filter";
import { type FilterProps, parsedFilter } from "./narrow";
import { RangeInput } from "./range-input";
import { TextFilterInput } from "./text-filter-input";
import { ValueList } from "./value-list";
import { YearList } from "./year-list";

/** The filter of one column in the list of all, which opens below its title. */
export const FilterField = memo(function FilterField(props: FilterProps) {
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
      <FilterInputs {...props} isCounted={isOpen} />
    </details>
  );
});

/** What a column is narrowed by: a list of its values, a range with the years in it, or words. */
export function FilterInputs(props: FilterProps & { readonly isCounted: boolean }) {
  const { column, rows, filter, onNarrow } = props;
  if (column.kind === "values") return <ValueList {...props} />;
  if (column.kind === "text") return <TextFilterInput {...props} />;
  const said = filter ? formatFilter(filter) : [];
  return (
    <>
      <RangeInput
        column={column}
        value={said.length === 1 ? (said[0] ?? "") : ""}
        onCommit={(text) => onNarrow(column.name, () => parsedFilter(column, [text], rows))}
      />
      {said.length > 1 &&
        said.map((range) => <input key={range} type="hidden" name={column.name} value={range} />)}
      {column.kind === "period" && props.isCounted && <YearList {...props} />}
    </>
  );
}
