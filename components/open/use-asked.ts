import { useCallback, useState } from "react";
import type { EditRequest } from "@/data/edit/request";
import type { Given } from "@/data/open/read";
import type { Opened } from "@/data/open/session";
import { type Asked, nothingAsked, parseAsked } from "./asked";
import {
  addStep,
  editStep,
  isReadingLast,
  noSteps,
  type Steps,
  type TableMemory,
  walk,
} from "./table-memory";
import type { Editing } from "./use-editing";
import type { Opening, OpenTable } from "./use-open";

/** What is asked of a table, and how each step of it is taken back. */
export interface Asking {
  readonly asked: Asked;
  readonly steps: Steps;
  /** Changes what is asked, as a step that can be undone. */
  readonly ask: (change: (now: Asked) => Asked) => void;
  /** Changes the word that is searched for: one step, however many keys it takes. */
  readonly find: (find: string, isFirst: boolean) => void;
  readonly edit: (request: EditRequest) => void;
  /** Reads the file in another way. */
  readonly readAs: (more: Given) => void;
  /** Null where there is nothing to undo. */
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  /** Takes back the last step; null where it was not to read the file in another way. */
  readonly undoReading: (() => void) | null;
}

interface Props {
  readonly table: OpenTable;
  readonly opened: Opened;
  readonly opening: Opening;
  readonly editing: Editing;
  readonly memory: TableMemory | undefined;
  /** The fragment of the address, where it speaks of this table. */
  readonly hash: string;
}

/** What the reader asks of the open table, step by step: filters, order, search, edits and readings. */
export function useAsked({ table, opened, opening, editing, memory, hash }: Props): Asking {
  const { given, file } = table;
  const { edit: editNow } = editing;
  const [asked, setAsked] = useState(
    () => memory?.asked ?? (hash ? parseAsked(hash, idsOf(opened)) : nothingAsked),
  );
  const [steps, setSteps] = useState(memory?.steps ?? noSteps);
  const ask = (change: (now: Asked) => Asked) => {
    setSteps((now) => addStep(now, { asked, given }));
    setAsked(change);
  };
  const edit = useCallback(
    (request: EditRequest) => {
      setSteps((now) => addStep(now, editStep));
      editNow(request);
    },
    [editNow],
  );
  const go = (way: "undo" | "redo") => {
    const found = walk(steps, { asked, given }, way);
    // Edits that were kept come before all that was done since.
    if (!found) return editing[way]?.();
    setSteps(found.steps);
    if (found.step.isEdit) return editing[way]?.();
    setAsked(found.step.asked);
    if (found.step.given !== given) opening.open(file, found.step.given);
  };
  const wayOf = (way: "undo" | "redo") => {
    const isThere = (way === "undo" ? steps.past : steps.future).length > 0;
    return isThere || editing[way] ? () => go(way) : null;
  };
  return {
    ...{ asked, steps, ask, edit },
    find: (find, isFirst) => {
      if (isFirst) ask((now) => ({ ...now, find }));
      else setAsked((now) => ({ ...now, find }));
    },
    readAs: (more) => {
      setSteps((now) => addStep(now, { asked, given }));
      opening.readAs(more);
    },
    undo: wayOf("undo"),
    redo: wayOf("redo"),
    undoReading: isReadingLast(steps, given) ? () => go("undo") : null,
  };
}

function idsOf({ columns }: Opened): readonly string[] {
  return columns.map(({ id }) => id);
}
