import { useMemo, useState } from "react";
import { formatNumber } from "@/data/figure/format";
import { chosenValues, formatFilter, isExcept, toValuesFilter, valuesIn } from "@/data/view/filter";
import { fold } from "@/data/view/fold";
import { type ListedValue, listValues } from "@/data/view/option";
import { Tick } from "../controls/tick";
import type { FilterProps } from "./narrow";

/** So many values that a reader would rather search than scroll. */
const manyValues = 8;

/** Of more values than these, the list shows the first few and those that are chosen or searched for. */
const mostValues = 150;
const fewValues = 50;

type Choose = (now: readonly string[]) => readonly string[];

/** The values of a column, ticked as in a spreadsheet: all of them where the column has no filter. */
export function ValueList(props: FilterProps & { readonly isCounted: boolean }) {
  const { column, rows, filter, names, others, onNarrow, isCounted } = props;
  const { name, many, title } = column;
  const [search, setSearch] = useState("");
  const listed = useMemo(() => listValues(rows, column, names), [rows, column, names]);
  const options = listed.map(({ value }) => value);
  // What the server makes stands in a closed menu, which is made anew as it opens: without a script buttons do nothing.
  // A form that is sent without one asks for what is ticked: of every column nothing, until a reader ticks.
  const isServer = typeof window === "undefined";
  const chosen = new Set(isServer && !filter ? [] : chosenValues(filter, options));
  const counts = isCounted ? valuesIn(others(name), name, many) : null;
  const sought = fold(search).trim();
  const isShown = (title: string) => sought === "" || fold(title).includes(sought);
  const shown = listed.filter((each) => isShown(each.title)).map(({ value }) => value);
  const isLong = options.length > mostValues;
  const drawn = isLong ? fewOf(listed, new Set(shown), filter ? chosen : new Set()) : listed;
  const isAllDrawn =
    !isLong || drawn.filter(({ value }) => chosen.has(value)).length === chosen.size;
  // A form that is sent without a script keeps a filter of more values than are drawn.
  const isNamed = !isServer || isAllDrawn;
  const choose = (to: Choose) =>
    onNarrow(name, (now) => toValuesFilter(name, to(chosenValues(now, options)), options));
  return (
    <fieldset className="value-list">
      <legend className="visually-hidden">{title}</legend>
      {!isServer && (
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
          <button
            type="button"
            onClick={() => choose((now) => (search ? without(now, shown) : []))}
          >
            None
          </button>
        </div>
      )}
      {!isNamed &&
        filter &&
        formatFilter(filter).map((value) => (
          <input
            key={value}
            type="hidden"
            name={isExcept(filter) ? `${name}!` : name}
            value={value}
          />
        ))}
      {drawn.map(({ value, title }) => (
        <div key={value} className="list-value" hidden={!isShown(title)}>
          <Tick
            {...(isNamed ? { name } : {})}
            value={value}
            isOn={chosen.has(value)}
            onTick={(isOn) => choose((now) => (isOn ? [...now, value] : without(now, [value])))}
          >
            <span>{title}</span>
          </Tick>
          {!isServer && (
            <button
              type="button"
              className="only"
              aria-label={`Only ${title}`}
              onClick={() => choose(() => [value])}
            >
              only
            </button>
          )}
          {counts && <span className="quiet count">{counts.get(value) ?? 0}</span>}
        </div>
      ))}
      {drawn.length < (sought ? shown : options).length && (
        <p className="quiet">
          {formatNumber(drawn.length)} of {formatNumber((sought ? shown : options).length)} values
          are listed: search for others.
        </p>
      )}
    </fieldset>
  );
}

function without(values: readonly string[], left: readonly string[]): readonly string[] {
  const gone = new Set(left);
  return values.filter((value) => !gone.has(value));
}

/** Of a long list the first values that a search leaves, and the first of those that are chosen. */
function fewOf(
  listed: readonly ListedValue[],
  shown: ReadonlySet<string>,
  chosen: ReadonlySet<string>,
): readonly ListedValue[] {
  const own = listed.filter(({ value }) => shown.has(value));
  const few = new Set([
    ...own.slice(0, fewValues),
    ...own.filter(({ value }) => chosen.has(value)).slice(0, fewValues),
  ]);
  return own.filter((each) => few.has(each));
}
