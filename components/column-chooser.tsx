import { useRef } from "react";
import { formatView, type View } from "@/data/view";
import type { ShownColumn } from "./shown-columns";
import { useClosing } from "./use-closing";
import type { Show } from "./use-view";

interface Props {
  /** Every column there is, and the ones that are shown, in their order. */
  readonly all: readonly ShownColumn[];
  readonly shown: readonly ShownColumn[];
  readonly view: View;
  readonly onShow: Show;
  readonly onFit: () => void;
}

/** Shows, hides and moves columns; the choice is part of the address. */
export function ColumnChooser({ all, shown, view, onShow, onFit }: Props) {
  const panel = useRef<HTMLDetailsElement>(null);
  useClosing(panel);
  const names = shown.map(({ name }) => name);
  const choose = (columns: readonly string[]) => onShow({ columns });
  const toggled = (name: string) =>
    names.includes(name) ? names.filter((each) => each !== name) : [...names, name];
  const hidden = all.filter(({ name }) => !names.includes(name));
  return (
    <details ref={panel} className="menu columns-menu">
      <summary>Columns</summary>
      <div className="menu-body">
        <ul>
          {[...shown, ...hidden].map((column) => {
            const index = names.indexOf(column.name);
            return (
              <li key={column.name}>
                <label>
                  <input
                    type="checkbox"
                    checked={index >= 0}
                    disabled={index >= 0 && names.length === 1}
                    onChange={() => choose(toggled(column.name))}
                  />{" "}
                  {column.title}
                </label>
                {index >= 0 && (
                  <span className="moves">
                    <Move
                      title={column.title}
                      names={names}
                      index={index}
                      by={-1}
                      onMove={choose}
                    />
                    <Move title={column.title} names={names} index={index} by={1} onMove={choose} />
                  </span>
                )}
              </li>
            );
          })}
        </ul>
        <p className="menu-foot">
          <button type="button" onClick={onFit}>
            Fit widths
          </button>
          <a
            href={`?${formatView({ ...view, columns: [] })}`}
            onClick={(event) => {
              event.preventDefault();
              choose([]);
            }}
          >
            Reset
          </a>
        </p>
      </div>
    </details>
  );
}

interface MoveProps {
  readonly title: string;
  readonly names: readonly string[];
  readonly index: number;
  readonly by: 1 | -1;
  readonly onMove: (names: readonly string[]) => void;
}

function Move({ title, names, index, by, onMove }: MoveProps) {
  const to = index + by;
  const name = names[index] ?? "";
  return (
    <button
      type="button"
      disabled={to < 0 || to >= names.length}
      aria-label={`Move ${title} ${by < 0 ? "left" : "right"}`}
      onClick={() => onMove(names.toSpliced(index, 1).toSpliced(to, 0, name))}
    >
      {by < 0 ? "↑" : "↓"}
    </button>
  );
}
