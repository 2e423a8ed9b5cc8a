import type { Store, StoredColumn } from "../open/store";
import { applyEdit } from "./apply";
import { asItStands, settle, withWords } from "./cells";
import type { Edit } from "./edit";
import type { Act, History } from "./history";
import { isOfColumns } from "./touched";

/** An act as it is kept, with the size of the table that it is for. */
export interface KeptAct {
  readonly act: Act;
  readonly rows: number;
  readonly columns: number;
}

export interface Replayed {
  readonly store: Store;
  readonly history: History;
  /** How many acts were done; the first that does not fit the table ends it. */
  readonly done: number;
}

/**
 * Does kept acts again in one pass: words that many of them bring are added at once, and columns whose type
 * follows their cells are read at the end, or where an act depends on it. The table and its history are those
 * of the acts done one by one.
 */
export function replayActs(start: Store, acts: readonly KeptAct[]): Replayed {
  const [undo, redo]: [Edit[], Edit[]] = [[], []];
  let store = start;
  /** The columns as they were when the type of each was that of its cells. */
  let read: ReadonlySet<StoredColumn> = new Set(start.columns);
  let [done, prepared] = [0, 0];
  for (const { act, rows, columns } of acts) {
    if (store.size !== rows || store.columns.length !== columns) break;
    if (done >= prepared) {
      prepared = Math.max(done + 1, endOfCells(acts, done));
      store = withWordsOf(store, acts.slice(done, prepared));
    }
    const edit = act.kind === "edit" ? act.edit : (act.kind === "undo" ? undo : redo).pop();
    done++;
    if (!edit) continue;
    const hasColumns = isOfColumns(edit);
    if (hasColumns) store = readAll(store, read);
    const applied = applyEdit(store, edit, hasColumns ? settle : asItStands);
    store = applied.store;
    if (hasColumns) read = new Set(store.columns);
    if (act.kind === "edit") redo.length = 0;
    (act.kind === "undo" ? redo : undo).push(applied.inverse);
  }
  return { store: readAll(store, read), history: { undo, redo }, done };
}

/** The table with each column read that is not as it was. */
function readAll(store: Store, read: ReadonlySet<StoredColumn>): Store {
  return { ...store, columns: store.columns.map((each) => (read.has(each) ? each : settle(each))) };
}

/** Where, from an act on, the first comes that does not write cells: until then columns keep their places. */
function endOfCells(acts: readonly KeptAct[], from: number): number {
  const end = acts.findIndex(
    ({ act }, at) => at >= from && (act.kind !== "edit" || isOfColumns(act.edit)),
  );
  return end < 0 ? acts.length : end;
}

/** Fewer acts bring their own words, each when it is done. */
const manyActs = 20;

function withWordsOf(store: Store, acts: readonly KeptAct[]): Store {
  if (acts.length < manyActs) return store;
  const words = store.columns.map(() => new Set<string>());
  for (const { act } of acts) if (act.kind === "edit") addWordsOf(act.edit, words);
  const columns = store.columns.map((column, at) => {
    const own = words[at];
    return own && own.size > 0 ? withWords(column, [...own]).column : column;
  });
  return { ...store, columns };
}

function addWordsOf(edit: Edit, words: readonly Set<string>[]): void {
  const add = (at: number, own: readonly string[]) => {
    for (const word of own) words[at]?.add(word);
  };
  if (edit.kind === "several") for (const each of edit.edits) addWordsOf(each, words);
  if (edit.kind === "set cells") for (const block of edit.columns) add(block.at, block.words);
  if (edit.kind === "insert rows")
    for (const [at, block] of edit.columns.entries()) add(at, block.words);
}
