import { castAll, idsOf, type Store, type StoredColumn } from "../open/store";
import { cellsAt, type Reading, readAs, settle, withCells } from "./cells";
import { type ByKind, byKind, type Edit } from "./edit";
import { overwrite, pick, putIn, takeOut } from "./numbers";

/** A table after an edit, and the edit that leads back. */
export interface Applied {
  readonly store: Store;
  readonly inverse: Edit;
}

/** Applies an edit. The table before it stays as it is: what did not change is shared. */
export function applyEdit(store: Store, edit: Edit, read: Reading = settle): Applied {
  return byKind(appliers, edit, store, read);
}

const appliers: ByKind<Applied, [store: Store, read: Reading]> = {
  "set cells": ({ rows, columns }, store, read) => ({
    store: columns.reduce(
      (now, block) =>
        withColumn(now, block.at, (column) =>
          withCells(column, block, (own, codes) => overwrite(own, rows, codes), read),
        ),
      store,
    ),
    inverse: {
      kind: "set cells",
      rows,
      columns: columns.map(({ at }) => ({ at, ...cellsAt(columnAt(store, at), rows) })),
    },
  }),
  "insert rows": ({ at, lines, columns }, store, read) => ({
    store: {
      size: store.size + at.length,
      lines: putIn(store.lines, at, lines),
      columns: store.columns.map((column, index) =>
        withCells(
          column,
          columns[index] ?? blank(at.length),
          (own, codes) => putIn(own, at, codes),
          read,
        ),
      ),
    },
    inverse: { kind: "remove rows", rows: at },
  }),
  "remove rows": ({ rows }, store, read) => ({
    store: {
      size: store.size - rows.length,
      lines: takeOut(store.lines, rows),
      columns: store.columns.map((column) =>
        read({ ...column, codes: takeOut(column.codes, rows) }),
      ),
    },
    inverse: {
      kind: "insert rows",
      at: rows,
      lines: pick(store.lines, rows),
      columns: store.columns.map((column) => cellsAt(column, rows)),
    },
  }),
  "insert column": ({ at, name }, store) => ({
    store: { ...store, columns: store.columns.toSpliced(at, 0, newColumn(store, name)) },
    inverse: { kind: "remove column", at },
  }),
  "put back column": ({ at, column }, store) => ({
    store: { ...store, columns: store.columns.toSpliced(at, 0, column) },
    inverse: { kind: "remove column", at },
  }),
  "remove column": ({ at }, store) => ({
    store: { ...store, columns: store.columns.toSpliced(at, 1) },
    inverse: { kind: "put back column", at, column: columnAt(store, at) },
  }),
  "rename column": ({ at, name }, store) => ({
    store: withColumn(store, at, ({ column, ...rest }) => ({
      ...rest,
      column: { ...column, name },
    })),
    inverse: { kind: "rename column", at, name: columnAt(store, at).column.name },
  }),
  "read column as": ({ at, given }, store) => ({
    store: withColumn(store, at, (column) => readAs(column, given)),
    inverse: typeOf(store, at),
  }),
  "put back type": ({ at, column, isOpen }, store) => ({
    store: withColumn(store, at, (now) => ({
      ...now,
      column,
      isOpen,
      ...castAll(now.words, column),
    })),
    inverse: typeOf(store, at),
  }),
  several: ({ edits }, store, read) => {
    const inverses: Edit[] = [];
    let now = store;
    for (const edit of edits) {
      const applied = applyEdit(now, edit, read);
      now = applied.store;
      inverses.unshift(applied.inverse);
    }
    return { store: now, inverse: { kind: "several", edits: inverses } };
  },
};

function typeOf(store: Store, at: number): Edit {
  const { column, isOpen = false } = columnAt(store, at);
  return { kind: "put back type", at, column, isOpen };
}

function withColumn(store: Store, at: number, change: (column: StoredColumn) => StoredColumn) {
  return { ...store, columns: store.columns.with(at, change(columnAt(store, at))) };
}

function columnAt({ columns }: Store, at: number): StoredColumn {
  const column = columns[at];
  if (!column) throw new RangeError(`The table has no column ${at + 1}.`);
  return column;
}

function blank(count: number) {
  return { words: [""], codes: new Uint32Array(count) };
}

/** A column without a value. Others keep how an address calls them, so its name may be taken there. */
function newColumn(store: Store, name: string): StoredColumn {
  const taken = new Set(store.columns.map(({ id }) => id));
  const [own = ""] = idsOf([name]);
  let id = own;
  for (let at = store.columns.length + 1; taken.has(id); at++) id = `column-${at}`;
  const bare = { name, type: "empty", role: "note", isAdditive: false } as const;
  const column = { ...bare, filled: 0, odd: 0, missing: {}, offers: [] };
  const words = [""];
  return {
    id,
    column,
    isOpen: true,
    words,
    codes: new Uint32Array(store.size),
    ...castAll(words, column),
  };
}
