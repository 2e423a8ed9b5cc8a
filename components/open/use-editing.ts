import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { EditRequest } from "@/data/edit/request";
import type { Edited, EditedTable } from "@/data/edit/session";
import { listActs } from "./edit-log";
import { keptName, listKept } from "./kept-tables";
import type { Done } from "./reader-messages";
import type { Kept } from "./use-kept";
import type { Opening } from "./use-open";
import { type Saved, useSaved } from "./use-saved";

/** The edits of the open table. */
export interface Editing {
  /** Null before the first one. */
  readonly edited: Edited | null;
  readonly table: EditedTable | null;
  /** Counts what was edited, undone and redone. */
  readonly revision: number;
  /** What an undone edit changed. */
  readonly goTo: Edited["place"];
  readonly saved: Saved;
  /** What there is to be said of the last one; "" where there is nothing. */
  readonly problem: string;
  readonly edit: (request: EditRequest) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  readonly keep: () => void;
  readonly remove: () => void;
  /** Opens the table as another tab has kept it. */
  readonly load: () => void;
}

interface State {
  readonly id: number;
  readonly edited: Edited | null;
  readonly table: EditedTable | null;
  readonly revision: number;
  readonly goTo: Edited["place"];
}

const start: State = { id: 0, edited: null, table: null, revision: 0, goTo: null };

/** Edits the open table in its worker; each edit is kept as it is made. */
export function useEditing({ current, open }: Opening, kept: Kept): Editing {
  const [held, setState] = useState<State>(start);
  const [problem, setProblem] = useState("");
  const isReady = useRef(false);
  const { saved, add, begin, keep, forget } = useSaved(current, kept.list);
  const reader = current?.reader;
  const id = current?.id ?? 0;
  const state = held.id === id ? held : start;
  const change = useCallback(
    (next: Partial<State>) =>
      setState((now) => {
        const before = now.id === id ? now : { ...start, id };
        return { ...before, ...next, revision: before.revision + 1 };
      }),
    [id],
  );
  useEffect(() => {
    isReady.current = false;
    if (!current) return;
    let isLatest = true;
    restore(current).then(
      (restored) => {
        if (!isLatest) return;
        isReady.current = true;
        begin(restored?.acts ?? [], restored === null || restored.lost === 0);
        setProblem(restored ? lostWords(restored.lost) : "");
        if (restored) change({ edited: restored.edited, table: restored.table });
      },
      ({ message }: Error) => {
        isReady.current = true;
        setProblem(message);
      },
    );
    return () => {
      isLatest = false;
    };
  }, [current, begin, change]);
  const run = useCallback(
    async (ask: () => Promise<Done | null>, goesThere: boolean) => {
      if (!reader || !isReady.current) return;
      try {
        const done = await ask();
        if (!done) return;
        add(done.kept);
        const { edited } = done;
        const goTo = goesThere ? edited.place : null;
        if (!edited.isOfColumns) change({ edited, goTo });
        const table = await reader.edited();
        setState((now) =>
          now.id === id && now.edited && now.edited.acts > edited.acts
            ? now
            : { id, edited, table, goTo: null, revision: now.id === id ? now.revision : 0 },
        );
        if (edited.isOfColumns) change({ goTo });
        setProblem("");
      } catch (error) {
        setProblem(error instanceof Error ? error.message : String(error));
      }
    },
    [reader, id, add, change],
  );
  const undo = useMemo(() => reader && (() => run(() => reader.undo(), true)), [reader, run]);
  const redo = useMemo(() => reader && (() => run(() => reader.redo(), true)), [reader, run]);
  const { edited, table, revision, goTo } = state;
  const name = current ? keptName(current.file) : undefined;
  return {
    ...{ edited, table, revision, goTo, saved, problem },
    edit: useCallback(
      (request) => {
        if (reader) run(() => reader.edit(request), false);
      },
      [reader, run],
    ),
    undo: (edited?.canUndo && undo) || null,
    redo: (edited?.canRedo && redo) || null,
    keep,
    remove: () => {
      if (name !== undefined) kept.remove(name).then(() => forget(name));
    },
    load: () => {
      listKept().then((tables) => {
        const found = tables.find((each) => each.name === name);
        if (found) open(found.file, found.given);
      });
    },
  };
}

/** Does the edits again that are kept of a table; null where none are. */
async function restore({ file, reader }: NonNullable<Opening["current"]>) {
  const name = keptName(file);
  const acts = name === undefined ? [] : await listActs(name).catch(() => []);
  if (acts.length === 0) return null;
  const kept = acts.map(({ act, rows, columns }) => ({ act, rows, columns }));
  const replayed = await reader.replay(kept);
  return { ...replayed, acts: kept.slice(0, kept.length - replayed.lost) };
}

function lostWords(count: number): string {
  if (count === 0) return "";
  const edits = count === 1 ? "The last edit" : `The last ${count} edits`;
  return `${edits} could not be reapplied: the file is now read differently.`;
}
