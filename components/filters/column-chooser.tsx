import Link from "next/link";
import { memo } from "react";
import type { Schema } from "@/data/table/descriptor";
import { allColumns, type ShownColumn, shownColumns } from "@/data/view/shown-columns";
import type { TableKind } from "@/data/view/table-kind";
import type { View } from "@/data/view/view";
import { Menu } from "../controls/menu";
import { Tick } from "../controls/tick";
import type { Show } from "../state/use-view";
import { ViewLink } from "../state/view-link";

interface Props {
  readonly schema: Schema;
  /** Some figure of the sheet has something to be compared with. */
  readonly isCompared: boolean;
  readonly view: View;
  /** The address of the rows in groups. */
  readonly pivot: string;
  readonly onShow: Show;
  readonly kind: TableKind;
  readonly onKind: (kind: TableKind) => void;
  readonly onFit: () => void;
}

/** Shows, hides and moves columns; the choice is part of the address. */
export const ColumnChooser = memo(function ColumnChooser(props: Props) {
  const { schema, isCompared, view, pivot, kind, onShow, onKind, onFit } = props;
  const shown = shownColumns(schema, view.columns, isCompared);
  const names = shown.map(({ name }) => name);
  const change: Choose = (to) =>
    onShow(({ columns }) => ({
      columns: to(shownColumns(schema, columns, isCompared).map(({ name }) => name)),
    }));
  const toggle = (name: string, isOn: boolean) =>
    change((now) => {
      const others = now.filter((each) => each !== name);
      return isOn ? [...others, name] : others;
    });
  const hidden = allColumns(schema).filter(({ name }) => !names.includes(name));
  return (
    <Menu
      className="menu columns-menu"
      title="Columns"
      inside={() => (
        <div className="menu-body">
          <ul>
            {[...shown, ...hidden].map((column) => {
              const index = names.indexOf(column.name);
              return (
                <li key={column.name}>
                  <Tick
                    isOn={index >= 0}
                    isFixed={index >= 0 && names.length === 1}
                    onTick={(isOn) => toggle(column.name, isOn)}
                  >
                    {column.title}
                  </Tick>
                  {index >= 0 && (
                    <span className="moves">
                      {([-1, 1] as const).map((by) => (
                        <Move
                          key={by}
                          column={column}
                          by={by}
                          isEnd={!(index + by in names)}
                          onMove={change}
                        />
                      ))}
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
          <p className="menu-foot">
            {kind !== "plain" && (
              <button type="button" onClick={onFit}>
                Fit widths
              </button>
            )}
            <ViewLink change={{ columns: [] }} view={view} onShow={onShow}>
              Reset
            </ViewLink>
            <Link href={pivot} prefetch={false}>
              Pivot
            </Link>
          </p>
          <p className="menu-foot">
            <Tick isOn={kind === "plain"} onTick={(isOn) => onKind(isOn ? "plain" : "grid")}>
              Simple table, for screen readers
            </Tick>
          </p>
        </div>
      )}
    />
  );
});

/** Asks for other columns, given the names of those that are shown. */
type Choose = (to: (shown: readonly string[]) => readonly string[]) => void;

interface MoveProps {
  readonly column: ShownColumn;
  readonly by: 1 | -1;
  readonly isEnd: boolean;
  readonly onMove: Choose;
}

function Move({ column: { name, title }, by, isEnd, onMove }: MoveProps) {
  const moved = (names: readonly string[]) => {
    const from = names.indexOf(name);
    return names.toSpliced(from, 1).toSpliced(Math.max(0, from + by), 0, name);
  };
  return (
    <button
      type="button"
      disabled={isEnd}
      aria-label={`Move ${title} ${by < 0 ? "left" : "right"}`}
      onClick={() => onMove(moved)}
    >
      {by < 0 ? "↑" : "↓"}
    </button>
  );
}
