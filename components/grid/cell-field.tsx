import type { GridApi } from "ag-grid-community";
import { type CSSProperties, type RefObject, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { CellPlace } from "@/data/view/cell-range";
import { useLatest } from "../controls/use-latest";
import { CellEditor, type EditorParams } from "./cell-editor";

/** A field over a cell, and what its column says of it. */
export interface CellField {
  /** Opens it over a cell that may be edited; what is typed begins with the key, where that is a sign. */
  readonly open: (place: CellPlace, key: string) => void;
  /** Closes it, and writes what stands in it or forgets that. */
  readonly close: (isKept: boolean) => void;
  /** Closes one whose row is no longer drawn. */
  readonly closeIfGone: () => void;
}

interface Options {
  readonly host: RefObject<HTMLElement | null>;
  readonly api: () => GridApi | undefined;
  /** What stands in a cell; null where that is not edited. */
  readonly textOf: (place: CellPlace) => string | null;
  readonly paramsOf: (column: number) => EditorParams;
  /** All of a text of which the cell has the beginning alone; null where it has all. */
  readonly wholeOf: (place: CellPlace, text: string) => (() => Promise<string>) | null;
  readonly idOf: (column: number) => string;
  readonly onWrite: (place: CellPlace, text: string) => void;
}

interface Opened {
  readonly place: CellPlace;
  readonly key: string;
  readonly value: string;
  readonly row: HTMLElement;
  readonly style: CSSProperties;
}

/** The field of a grid that edits one cell: AG Grid has one too, which every sheet would load with the grid. */
export function useCellField(options: Options): readonly [CellField, React.ReactNode] {
  const latest = useLatest(options);
  const [opened, setOpened] = useState<Opened | null>(null);
  const now = useRef<(Opened & { text: string }) | null>(null);
  const field = useMemo(() => {
    const set = (next: Opened | null) => {
      now.current = next && { ...next, text: next.value };
      setOpened(next);
    };
    const close = (isKept: boolean) => {
      const { current } = now;
      if (!current) return;
      set(null);
      if (isKept && current.text !== current.value) latest().onWrite(current.place, current.text);
    };
    return {
      open(place: CellPlace, key: string) {
        close(true);
        const { host, api, textOf, idOf } = latest();
        const value = textOf(place);
        api()?.ensureIndexVisible(place.row);
        api()?.ensureColumnVisible(idOf(place.column));
        const selector = `[row-index="${place.row}"] [col-id="${CSS.escape(idOf(place.column))}"]`;
        const cell = host.current?.querySelector<HTMLElement>(selector);
        if (value === null || !cell?.parentElement) return;
        const style = { left: cell.offsetLeft, width: cell.offsetWidth };
        set({ place, key, value, row: cell.parentElement, style });
      },
      close,
      closeIfGone() {
        if (now.current?.row.isConnected === false) close(true);
      },
    };
  }, [latest]);
  return [
    field,
    opened &&
      createPortal(
        <div className="cell-field" style={opened.style} data-column={opened.place.column}>
          <CellEditor
            {...options.paramsOf(opened.place.column)}
            value={opened.value}
            wholeOf={options.wholeOf(opened.place, opened.value)}
            eventKey={opened.key}
            onValueChange={(text) => {
              if (now.current) now.current.text = text;
            }}
            onLeave={() => field.close(true)}
          />
        </div>,
        opened.row,
        `${opened.place.row} ${opened.place.column}`,
      ),
  ];
}
