import type { Given } from "@/data/open/read";
import { type Asked, nothingAsked } from "./asked";
import type { ChartRequest } from "./chart-kinds";

/** What can be undone of an open table: what is asked of it, and how it is read. */
export interface Step {
  readonly asked: Asked;
  readonly given: Given;
  /** What followed was an edit of cells, which the table itself takes back. */
  readonly isEdit?: boolean;
}

/** An edit, among the other steps. */
export const editStep: Step = { asked: nothingAsked, given: {}, isEdit: true };

/** Steps before and after the one that is shown. */
export interface Steps {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

/** What is remembered of a table while another one is shown. */
export interface TableMemory {
  readonly asked: Asked;
  /** Null where the reader chose none. */
  readonly chart: ChartRequest | null;
  readonly steps: Steps;
}

export const noSteps: Steps = { past: [], future: [] };

/** So many steps can be undone. */
const mostSteps = 100;

/** Another step is made, which `before` leads back from; what was undone is gone. */
export function addStep({ past }: Steps, before: Step): Steps {
  return { past: [...past, before].slice(-mostSteps), future: [] };
}

/** One step back, or forth: where it leads, and what is left; null where there is none. */
export function walk(
  { past, future }: Steps,
  now: Step,
  way: "undo" | "redo",
): { readonly step: Step; readonly steps: Steps } | null {
  const step = (way === "undo" ? past : future).at(-1);
  if (!step) return null;
  const here = step.isEdit ? editStep : now;
  const steps =
    way === "undo"
      ? { past: past.slice(0, -1), future: [...future, here] }
      : { past: [...past, here], future: future.slice(0, -1) };
  return { step, steps };
}

/** Whether the last step was to read the file in another way. */
export function isReadingLast({ past }: Steps, given: Given): boolean {
  const last = past.at(-1);
  return last !== undefined && !last.isEdit && last.given !== given;
}
