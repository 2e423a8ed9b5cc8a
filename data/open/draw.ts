import { drawPairs, type Pairs } from "./pairs";
import { bestOf, drawRanges, type Ranges } from "./ranges";
import { drawSpread, type Spread } from "./spread";
import type { Store } from "./store";
import { drawYears, type Years } from "./years";

/** What a chart can show beside rows in groups. */
export const drawKinds = ["spread", "pairs", "ranges", "years"] as const;
export type DrawKind = (typeof drawKinds)[number];

/** A chart of one kind, by the ids of columns. */
export interface DrawRequest {
  readonly kind: DrawKind;
  /** The number that is drawn: of two measures the one across; of ranges that with the lower bounds. */
  readonly of: string;
  /** The number against it: of two measures the one upwards; of ranges that with the upper bounds. */
  readonly against?: string | undefined;
  /** What names a range or a line, and colours a point. */
  readonly by?: string | undefined;
}

export type Drawn = Spread | Pairs | Ranges | Years;

/** What a chart draws of the rows; null where a column is not there. */
export function drawRows(store: Store, rows: Uint32Array, request: DrawRequest): Drawn | null {
  const columnOf = (id?: string) => store.columns.find((column) => column.id === id);
  const [of, against, by] = [request.of, request.against, request.by].map(columnOf);
  if (request.kind === "years") return drawYears(store, rows, by);
  if (!of) return null;
  if (request.kind === "spread") return drawSpread(of, rows);
  if (request.kind === "ranges")
    return drawRanges(of, against ?? of, bestOf(of, store.columns), by, rows);
  return against ? drawPairs(of, against, by, rows) : null;
}
