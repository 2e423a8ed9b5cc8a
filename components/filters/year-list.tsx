import { useId } from "react";
import { chosenYears, toYearRanges, yearsIn } from "@/data/view/option";
import { Tick } from "../controls/tick";
import { type FilterProps, parsedFilter } from "./narrow";

/** A longer list is no help: years of a table may be anything. */
const mostYears = 80;

/** The years that a column speaks of: a slider from one to another, and a list to tick. */
export function YearList({ column, rows, filter, others, onNarrow }: FilterProps) {
  const all = [...yearsIn(rows, column.name).keys()];
  if (all.length < 2 || all.length > mostYears) return null;
  const counts = yearsIn(others(column.name), column.name);
  const chosen = chosenYears(filter?.kind === "period" ? filter : undefined, all);
  const choose = (years: readonly number[], step: "push" | "replace" = "push") =>
    onNarrow(
      column.name,
      () =>
        years.length === all.length ? null : parsedFilter(column, toYearRanges(years, all), rows),
      step,
    );
  return (
    <fieldset className="value-list year-list">
      <legend className="visually-hidden">Years of {column.title}</legend>
      <YearSlider
        years={all}
        from={chosen[0] ?? all[0] ?? 0}
        to={chosen.at(-1) ?? all.at(-1) ?? 0}
        onChange={(from, to, step) =>
          choose(
            all.filter((year) => year >= from && year <= to),
            step,
          )
        }
      />
      <div className="choose">
        <button type="button" onClick={() => choose(all)}>
          All
        </button>
      </div>
      {all.toReversed().map((year) => {
        const isOn = chosen.includes(year);
        return (
          <div key={year} className="list-value">
            <Tick
              isOn={isOn}
              isFixed={isOn && chosen.length === 1}
              onTick={(isOn) =>
                choose(isOn ? [...chosen, year] : chosen.filter((each) => each !== year))
              }
            >
              <span>{year}</span>
            </Tick>
            <button
              type="button"
              className="only"
              aria-label={`Only ${year}`}
              onClick={() => choose([year])}
            >
              only
            </button>
            <span className="quiet count">{counts.get(year) ?? 0}</span>
          </div>
        );
      })}
    </fieldset>
  );
}

interface SliderProps {
  readonly years: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly onChange: (from: number, to: number, step: "push" | "replace") => void;
}

/** Two sliders on one line, neither of which passes the other. */
function YearSlider({ years, from, to, onChange }: SliderProps) {
  const id = useId();
  const [min, max] = [years[0], years.at(-1)];
  const ends = [
    { title: "First year", value: from, next: (year: number) => [Math.min(year, to), to] },
    { title: "Last year", value: to, next: (year: number) => [from, Math.max(year, from)] },
  ] as const;
  return (
    <div className="year-slider">
      <div className="year-track">
        {ends.map(({ title, value, next }, index) => (
          <input
            key={title}
            id={`${id}-${index}`}
            type="range"
            aria-label={title}
            min={min}
            max={max}
            step={1}
            value={value}
            onPointerDown={({ currentTarget }) => {
              currentTarget.dataset.steps = "0";
            }}
            onChange={({ currentTarget }) => {
              const [first = 0, last = 0] = next(Number(currentTarget.value));
              const isFirst = currentTarget.dataset.steps !== "1";
              currentTarget.dataset.steps = currentTarget.dataset.steps === "0" ? "1" : "";
              if (first !== from || last !== to)
                onChange(first, last, isFirst ? "push" : "replace");
            }}
          />
        ))}
      </div>
      <output>{from === to ? from : `${from}–${to}`}</output>
    </div>
  );
}
