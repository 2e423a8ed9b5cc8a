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
import { HiddenView, sentMenu } from "./sent-menu";

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
  // What the server makes is a form, whose button sends it, and links.
  const isServer = typeof window === "undefined";
  const hidden = allColumns(schema).filter(({ name }) => !names.includes(name));
  const items = (
    <ul>
      {[...shown, ...hidden].map((column) => {
        const index = names.indexOf(column.name);
        return (
          <li key={column.name}>
            <Tick
              name="_columns"
              value={column.name}
              isOn={index >= 0}
              isFixed={!isServer && index >= 0 && names.length === 1}
              onTick={(isOn) => toggle(column.name, isOn)}
            >
              {column.title}
            </Tick>
            {index >= 0 && (
              <span className="moves">
                {([-1, 1] as const).map((by) => (
                  <Move
                    key={by}
                    by={by}
                    isEnd={!(index + by in names)}
                    {...{ column, names, view, onShow }}
                    onMove={change}
                  />
                ))}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
  const toPivot = (
    <Link href={pivot} prefetch={false}>
      Pivot
    </Link>
  );
  const ways = (
    <>
      <ViewLink change={{ columns: [] }} view={view} onShow={onShow}>
        Reset
      </ViewLink>
      {toPivot}
    </>
  );
  return (
    <Menu
      className="menu columns-menu"
      title="Columns"
      sent={sentMenu("columns", view, undefined, toPivot)}
      inside={() =>
        isServer ? (
          <form className="menu-body" method="get">
            <HiddenView view={{ ...view, columns: [] }} />
            {items}
            <p className="menu-foot">
              <button type="submit">Apply</button>
              {ways}
            </p>
            <p className="menu-foot">
              <ViewLink
                change={{ table: kind === "plain" ? "grid" : "plain" }}
                {...{ view, onShow }}
              >
                {kind === "plain" ? "Usual table" : simpleTable}
              </ViewLink>
            </p>
          </form>
        ) : (
          <div className="menu-body">
            {items}
            <p className="menu-foot">
              {kind !== "plain" && (
                <button type="button" onClick={onFit}>
                  Fit widths
                </button>
              )}
              {ways}
            </p>
            <p className="menu-foot">
              <Tick isOn={kind === "plain"} onTick={(isOn) => onKind(isOn ? "plain" : "grid")}>
                {simpleTable}
              </Tick>
            </p>
          </div>
        )
      }
    />
  );
});

const simpleTable = "Simple table, for screen readers";

/** Asks for other columns, given the names of those that are shown. */
type Choose = (to: (shown: readonly string[]) => readonly string[]) => void;

interface MoveProps {
  readonly column: ShownColumn;
  readonly by: 1 | -1;
  readonly isEnd: boolean;
  /** The names of the columns that are shown. */
  readonly names: readonly string[];
  readonly view: View;
  readonly onShow: Show;
  readonly onMove: Choose;
}

function Move({ column: { name, title }, by, isEnd, names, view, onShow, onMove }: MoveProps) {
  const moved = (names: readonly string[]) => {
    const from = names.indexOf(name);
    return names.toSpliced(from, 1).toSpliced(Math.max(0, from + by), 0, name);
  };
  const label = `Move ${title} ${by < 0 ? "left" : "right"}`;
  const sign = by < 0 ? "↑" : "↓";
  if (typeof window === "undefined")
    return isEnd ? null : (
      <ViewLink change={{ columns: moved(names) }} {...{ view, onShow }}>
        <span className="visually-hidden">{label}</span>
        <span aria-hidden="true">{sign}</span>
      </ViewLink>
    );
  return (
    <button type="button" disabled={isEnd} aria-label={label} onClick={() => onMove(moved)}>
      {sign}
    </button>
  );
}
