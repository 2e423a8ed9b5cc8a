import type { Opened, OpenedView, Session } from "../open/session";
import { sessionOf } from "../open/session";
import type { Store } from "../open/store";
import type { CellRange } from "../view/cell-range";
import type { Edit } from "./edit";
import { type Act, doAct, type History, noHistory } from "./history";
import { openedAfter } from "./opened";
import { type KeptAct, replayActs } from "./replay";
import { type EditRequest, toEdit } from "./request";
import { rowsAfter } from "./shown-rows";
import { countHidden, isOfColumns, placeOf, touchedBy, type ViewPlace } from "./touched";

/** A session whose table is edited; each act makes another one. */
export interface Editing {
  readonly session: Session;
  readonly history: History;
  /** How many acts led here. */
  readonly acts: number;
  /** The view that was asked for last, and what was said of it. */
  readonly query: string;
  readonly view: OpenedView;
  /** The rows that were edited since. */
  readonly touched: Uint32Array;
  /** The table and what was said of it before the first act. */
  readonly start: { readonly store: Store; readonly opened: Opened };
}

/** What is told of an act at once, so that the rows can be shown. */
export interface Edited {
  /** How many rows the view has. */
  readonly count: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Whether there are other columns, or other names of them. */
  readonly isOfColumns: boolean;
  /** The first cell of the view that changed; null where none is seen. */
  readonly place: ViewPlace | null;
  readonly acts: number;
}

/** What a table that was edited comes to. */
export interface EditedTable {
  readonly opened: Opened;
  readonly view: OpenedView;
  /** Rows that were edited and that the filters would not keep; they stay until others are asked for. */
  readonly hidden: number;
}

export function startEditing(session: Session): Editing {
  const { store, opened } = session;
  const view = { count: store.size, problems: [], conditions: "", totals: [] };
  const start = { store, opened };
  const touched = new Uint32Array();
  return { session, history: noHistory, acts: 0, query: "", view, touched, start };
}

/** Asks for a view: filters and order hold anew for the rows that were edited. */
export function viewOf(editing: Editing, query: string): Editing {
  const { store, opened } = editing.session;
  const session = sessionOf(store, opened, { rows: new Uint32Array(), isTimeNarrowed: false });
  const view = session.view(query);
  return { ...editing, session, query, view, touched: new Uint32Array() };
}

/** A request → the act that it comes to; null where it comes to nothing. */
export function toAct({ session }: Editing, request: EditRequest) {
  const wanted = toEdit(request, session.store, session.shown().rows);
  return wanted && { act: { kind: "edit", edit: wanted.edit } as const, place: wanted.place };
}

/** Does an act; null where there is nothing to undo or redo. */
export function perform(
  editing: Editing,
  act: Act,
  place: number | null = null,
): { readonly editing: Editing; readonly edited: Edited } | null {
  const { session } = editing;
  const done = doAct(session.store, editing.history, act);
  if (!done) return null;
  const { edit, store, history } = done;
  const size = session.store.size;
  const shown = session.shown();
  const { rows } = rowsAfter(edit, { rows: shown.rows, size }, place);
  const before = rowsAfter(edit, { rows: editing.touched, size }).rows;
  const after = {
    ...editing,
    session: sessionOf(store, session.opened, { ...shown, rows }),
    history,
    acts: editing.acts + 1,
    touched: touchedBy(edit, before),
  };
  return { editing: after, edited: editedOf(after, edit) };
}

function editedOf({ session, history, acts }: Editing, edit: Edit): Edited {
  const shown = session.shown().rows;
  return {
    count: shown.length,
    canUndo: history.undo.length > 0,
    canRedo: history.redo.length > 0,
    isOfColumns: isOfColumns(edit),
    place: placeOf(edit, shown),
    acts,
  };
}

/** The table as it is now: its columns, its problems and the totals of its view. */
export function describeEdited({
  session,
  start,
  history,
  query,
  view,
  touched,
}: Editing): EditedTable {
  const { store } = session;
  const isStart = history.undo.length === 0;
  return {
    opened: isStart ? start.opened : openedAfter(start.opened, start.store, store),
    view: { ...view, count: session.shown().rows.length, totals: session.totals() },
    hidden: countHidden(store, query, touched),
  };
}

/** Does kept acts again; says how many no longer fit the table. All rows are shown, until a view is asked for. */
export function replay(start: Editing, acts: readonly KeptAct[]) {
  const { opened, store: before } = start.session;
  const { store, history, done } = replayActs(before, acts);
  const editing = { ...start, session: sessionOf(store, opened), history, acts: done };
  const none: Edit = { kind: "several", edits: [] };
  return { editing, edited: editedOf(editing, none), lost: acts.length - done };
}

/** The session, with what is said of its table as it is now: for files, which say it too. */
export function describedSession(editing: Editing): Session {
  const { store, shown } = editing.session;
  return sessionOf(store, describeEdited(editing).opened, shown());
}

/** The whole cells of a range of the view. */
export function cellsIn(
  { session }: Editing,
  { top, bottom, left, right }: CellRange,
): readonly (readonly string[])[] {
  const columns = session.store.columns.slice(left, right + 1);
  return Array.from(session.shown().rows.subarray(top, bottom + 1), (row) =>
    columns.map(({ words, codes }) => words[codes[row] ?? 0] ?? ""),
  );
}
