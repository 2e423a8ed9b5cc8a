import { useMemo, useState } from "react";
import { chosenValues, toValuesFilter, valuesIn } from "@/data/view/filter";
import { fold } from "@/data/view/fold";
import { listValues } from "@/data/view/option";
import { Tick } from "../controls/tick";
import type { FilterProps } from "./narrow";

/** So many values that a reader would rather search than scroll. */
const manyValues = 8;

type Choose = (now: readonly string[]) => readonly string[];

/** The values of a column, ticked as in a spreadsheet: all of them where the column has no filter. */
export function ValueList(props: FilterProps & { readonly isCounted: boolean }) {
  const { column, rows, filter, names, others, onNarrow, isCounted } = props;
  const { name, many, title } = column;
  const [search, setSearch] = useState("");
  const listed = useMemo(() => listValues(rows, column, names), [rows, column, names]);
  const options = listed.map(({ value }) => value);
  // A form that is sent without a script asks for what is ticked: of every column nothing, until a reader ticks.
  const isServer = typeof window === "undefined";
  const chosen = new Set(isServer && !filter ? [] : chosenValues(filter, options));
  const counts = isCounted ? valuesIn(others(name), name, many) : null;
  const isShown = (title: string) => fold(title).includes(fold(search).trim());
  const shown = listed.filter((each) => isShown(each.title)).map(({ value }) => value);
  const choose = (to: Choose) =>
    onNarrow(name, (now) => toValuesFilter(name, to(chosenValues(now, options)), options));
  return (
    <fieldset className="value-list">
      <legend className="visually-hidden">{title}</legend>
      <div className="choose">
        {options.length > manyValues && (
          <input
            type="search"
            value={search}
            placeholder="Search values"
            aria-label={`Search values of ${title}`}
            onChange={({ target }) => setSearch(target.value)}
          />
        )}
        <button type="button" onClick={() => choose(() => shown)}>
          All
        </button>
        <button type="button" onClick={() => choose((now) => (search ? without(now, shown) : []))}>
          None
        </button>
      </div>
      {listed.map(({ value, title }) => (
        <div key={value} className="list-value" hidden={!isShown(title)}>
          <Tick
            name={name}
            value={value}
            isOn={chosen.has(value)}
            onTick={(isOn) => choose((now) => (isOn ? [...now, value] : without(now, [value])))}
          >
            <span>{title}</span>
          </Tick>
          <button
            type="button"
            className="only"
            aria-label={`Only ${title}`}
            onClick={() => choose(() => [value])}
          >
            only
          </button>
          {counts && <span className="quiet count">{counts.get(value) ?? 0}</span>}
        </div>
      ))}
    </fieldset>
  );
}

function without(values: readonly string[], left: readonly string[]): readonly string[] {
  return values.filter((value) => !left.includes(value));
}
