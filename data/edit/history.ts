import type { Store } from "../open/store";
import { applyEdit } from "./apply";
import type { Edit } from "./edit";

/** What can be undone and redone, the last first to come at the end. */
export interface History {
  readonly undo: readonly Edit[];
  readonly redo: readonly Edit[];
}

export const noHistory: History = { undo: [], redo: [] };

/** What a person does to a table, as it is kept: the same acts on the same file give the same table. */
export type Act =
  | { readonly kind: "edit"; readonly edit: Edit }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" };

export interface Acted {
  readonly store: Store;
  readonly history: History;
  /** The edit that the act came to. */
  readonly edit: Edit;
}

/** Does an act; null where there is nothing to undo or redo. */
export function doAct(store: Store, history: History, act: Act): Acted | null {
  const { undo, redo } = history;
  const edit = act.kind === "edit" ? act.edit : act.kind === "undo" ? undo.at(-1) : redo.at(-1);
  if (!edit) return null;
  const { store: next, inverse } = applyEdit(store, edit);
  const after: { readonly [K in Act["kind"]]: History } = {
    edit: { undo: [...undo, inverse], redo: [] },
    undo: { undo: undo.slice(0, -1), redo: [...redo, inverse] },
    redo: { undo: [...undo, inverse], redo: redo.slice(0, -1) },
  };
  return { store: next, history: after[act.kind], edit };
}
