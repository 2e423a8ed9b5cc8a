import type { Figure } from "@/data/figure/figure";
import type { TableView } from "@/data/sheet/show";
import type { CellRange } from "@/data/view/cell-range";

/** Who is told of a value in the event that it comes from. */
export interface Signal<T> {
  /** Tells `on` from now on; the result ends that. */
  readonly hear: (on: (value: T) => void) => () => void;
  readonly tell: (value: T) => void;
}

/** A value that is told at once to whoever hears of it then. */
export function makeSignal<T>(): Signal<T> {
  const heard = new Set<(value: T) => void>();
  return {
    hear(on) {
      heard.add(on);
      return () => {
        heard.delete(on);
      };
    },
    tell(value) {
      for (const on of heard) on(value);
    },
  };
}

/** What a reader asked for, a frame before components have it as props: grid and chart answer at once. */
export interface AtOnce {
  readonly shown: Signal<TableView<Figure>>;
  readonly range: Signal<CellRange | null>;
}

export function makeAtOnce(): AtOnce {
  return { shown: makeSignal(), range: makeSignal() };
}
