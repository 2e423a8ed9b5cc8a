import type { CellRange } from "@/data/view/cell-range";
import type { View } from "@/data/view/view";

/** Who is told of a value in the event that it comes from. */
interface Signal<T> {
  /** Tells `on` from now on; the result ends that. */
  readonly hear: (on: (value: T) => void) => () => void;
  readonly tell: (value: T) => void;
}

function makeSignal<T>(): Signal<T> {
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
export interface AtOnce<R> {
  /** A view, and the rows that it shows. */
  readonly shown: Signal<{ readonly view: View; readonly rows: readonly R[] }>;
  /** The cells that are selected. */
  readonly range: Signal<CellRange | null>;
}

export function makeAtOnce<R>(): AtOnce<R> {
  return { shown: makeSignal(), range: makeSignal() };
}
