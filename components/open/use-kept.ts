import { useCallback, useEffect, useState } from "react";
import { countActs, removeActs } from "./edit-log";
import {
  isSameGiven,
  type KeptTable,
  keepTable,
  keptName,
  lastKept,
  listKept,
  rememberOpen,
  removeKept,
} from "./kept-tables";
import type { Opening } from "./use-open";

export interface Kept {
  readonly tables: readonly KeptTable[];
  /** How many edits each has. */
  readonly edits: ReadonlyMap<string, number>;
  /** Whether the open table is among them. */
  readonly isOpenKept: boolean;
  readonly problem: string;
  readonly list: () => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
}

/** The files that this browser keeps; after a reload the one that was open is opened again. */
export function useKept({ current, open }: Opening): Kept {
  const [tables, setTables] = useState<readonly KeptTable[]>([]);
  const [problem, setProblem] = useState("");
  const [edits, setEdits] = useState<ReadonlyMap<string, number>>(new Map());
  const list = useCallback(async () => {
    setTables(await listKept());
    setEdits(await countActs().catch(() => new Map()));
  }, []);
  useEffect(() => {
    list();
    lastKept().then((last) => last && open(last.file, last.given));
  }, [list, open]);
  const name = current ? keptName(current.file) : undefined;
  const isOpenKept = tables.some((table) => table.name === name);
  useEffect(() => {
    if (current) rememberOpen(name ?? null);
  }, [current, name]);
  const keptGiven = tables.find((table) => table.name === name)?.given;
  useEffect(() => {
    // What the reader says of a kept table is kept with it.
    if (!current || name === undefined || !keptGiven) return;
    if (isSameGiven(keptGiven, current.given)) return;
    keepTable({ name, file: current.file, given: current.given }).then(list, () =>
      setProblem("This browser could not keep how the file is read."),
    );
  }, [current, name, keptGiven, list]);
  const remove = useCallback(
    (name: string) =>
      Promise.all([removeKept(name), removeActs(name)])
        .then(list)
        .catch(() => setProblem("This browser could not remove the file.")),
    [list],
  );
  return { tables, edits, isOpenKept, problem, list, remove };
}
