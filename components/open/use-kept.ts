import { useCallback, useEffect, useState } from "react";
import {
  type KeptTable,
  keepTable,
  lastKept,
  listKept,
  rememberOpen,
  removeKept,
} from "./kept-tables";
import type { Opening, OpenTable } from "./use-open";

export interface Kept {
  readonly tables: readonly KeptTable[];
  readonly problem: string;
  readonly keep: (table: OpenTable) => void;
  readonly remove: (name: string) => void;
}

/** The files that this browser keeps; after a reload the one that was open is opened again. */
export function useKept({ current, open }: Opening): Kept {
  const [tables, setTables] = useState<readonly KeptTable[]>([]);
  const [problem, setProblem] = useState("");
  const list = useCallback(() => listKept().then(setTables), []);
  useEffect(() => {
    list();
    lastKept().then((last) => last && open(last.file, last.given));
  }, [list, open]);
  const name = current?.opened.file;
  useEffect(() => {
    if (name === undefined) return;
    rememberOpen(tables.some((table) => table.name === name) ? name : null);
  }, [name, tables]);
  const change = (done: Promise<void>) =>
    done
      .then(list, () => setProblem("This browser could not keep the file."))
      .then(() => undefined);
  return {
    tables,
    problem,
    keep: ({ file, given }) => change(keepTable({ name: file.name, file, given })),
    remove: (name) => change(removeKept(name)),
  };
}
