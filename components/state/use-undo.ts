import { useCallback, useRef, useState } from "react";
import type { View } from "@/data/view/view";
import { settleLater } from "./settle";
import type { Change, Show } from "./use-view";

/** What of a view can be undone: what is shown of the table, and in which order. */
const parts = ["filters", "find", "sort", "only", "repeats", "count", "columns"] as const;

type Step = Pick<View, (typeof parts)[number]>;

interface Undo {
  /** Shows as before, and remembers what it changes. */
  readonly show: Show;
  /** Null where there is nothing to undo. */
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

/**
 * Undo and redo of a sheet, as in a spreadsheet: of what changes the rows and the columns, whatever the
 * reader did to the chart or the selection in between. Each is a step of the history like any other.
 */
export function useUndo(show: Show): Undo {
  const past = useRef<readonly Step[]>([]);
  const future = useRef<readonly Step[]>([]);
  const [can, setCan] = useState({ undo: false, redo: false });
  const tell = useCallback(
    () =>
      settleLater(() => setCan({ undo: past.current.length > 0, redo: future.current.length > 0 })),
    [],
  );
  const record = useCallback<Show>(
    (change, step = "push") => {
      const [before, after] = [past.current, future.current];
      const isShown = show((now) => {
        const next = resolve(change, now);
        if (!isSame(stepOf(now), stepOf({ ...now, ...next }))) {
          // What replaces the last step of the history belongs to the act that made it.
          if (step === "push") past.current = [...past.current, stepOf(now)];
          future.current = [];
        }
        return next;
      }, step);
      // What was refused changed nothing that could be undone.
      if (!isShown) [past.current, future.current] = [before, after];
      tell();
      return isShown;
    },
    [show, tell],
  );
  const go = useCallback(
    (from: typeof past, to: typeof past) => {
      show((now) => {
        // Back may have led to a step before.
        const at = from.current.findLastIndex((step) => !isSame(step, stepOf(now)));
        const step = from.current[at];
        from.current = from.current.slice(0, Math.max(0, at));
        if (!step) return {};
        to.current = [...to.current, stepOf(now)];
        return step;
      });
      tell();
    },
    [show, tell],
  );
  const undo = useCallback(() => go(past, future), [go]);
  const redo = useCallback(() => go(future, past), [go]);
  return { show: record, undo: can.undo ? undo : null, redo: can.redo ? redo : null };
}

function resolve(change: Change, now: View): Partial<View> {
  return typeof change === "function" ? change(now) : change;
}

function stepOf(view: View): Step {
  return Object.fromEntries(parts.map((part) => [part, view[part]])) as unknown as Step;
}

function isSame(a: Step, b: Step): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
