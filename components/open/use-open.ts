import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Given, Progress } from "@/data/open/read";
import type { Opened } from "@/data/open/session";
import { type FileGiven, filesGiven } from "./files-given";
import { type Reader, startReader } from "./reader";
import { parseReadings } from "./readings-address";

/** A table that is open, with the worker that holds it. */
export interface OpenTable {
  /** Another one for each reading, also of the same file. */
  readonly id: number;
  /** Another one for each file. */
  readonly fileId: number;
  readonly file: File;
  readonly opened: Opened;
  readonly reader: Reader;
  /** What the reader has said of it. */
  readonly given: Given;
}

/** A file that is being read. */
export interface Reading {
  readonly file: string;
  readonly progress: Progress | null;
}

export interface Opening {
  /** The tables that are open, and the one that is shown. */
  readonly tables: readonly OpenTable[];
  readonly current: OpenTable | null;
  /** Null where nothing is being read. What was open before stays open meanwhile. */
  readonly reading: Reading | null;
  /** Why the last files are not open; "" where they are. */
  readonly refusal: string;
  readonly open: (file: File, given?: Given) => void;
  /** Opens files that came together, one after the other, and shows the first. */
  readonly openAll: (files: readonly File[]) => void;
  readonly show: (fileId: number) => void;
  readonly close: (fileId: number) => void;
  readonly cancel: () => void;
  /** Reads the open file again as the reader says it is. */
  readonly readAs: (given: Given) => void;
}

/** Opens files in workers, one at a time; nothing of a file leaves the browser. */
export function useOpen(): Opening {
  const [tables, setTables] = useState<readonly OpenTable[]>([]);
  const [shown, setShown] = useState(0);
  const [reading, setReading] = useState<Reading | null>(null);
  const [refusal, setRefusal] = useState("");
  const next = useRef<{ readonly reader: Reader; readonly stop: () => void } | null>(null);
  const latest = useRef(tables);
  latest.current = tables;
  const count = useRef(0);
  const readOne = useCallback(({ file, given }: FileGiven, isShown: boolean) => {
    next.current?.stop();
    setReading({ file: file.name, progress: null });
    const reader = startReader((progress) =>
      setReading((now) => now && { ...now, progress: withFirst(progress, now) }),
    );
    return new Promise<"read" | "refused" | "stopped">((resolve) => {
      const end = (how: "read" | "refused" | "stopped") => {
        next.current = null;
        setReading(null);
        resolve(how);
      };
      const stop = () => {
        reader.stop();
        end("stopped");
      };
      const own = { reader, stop };
      next.current = own;
      const giveUp = (why: string) => {
        if (next.current !== own) return;
        reader.stop();
        setRefusal((before) => `${before && `${before} `}${file.name}: ${why}`);
        end("refused");
      };
      openAsAddressed(reader, file, given, count.current === 0).then(
        ({ opened, given }) => {
          if (next.current !== own) return;
          if ("refusal" in opened) return giveUp(opened.refusal);
          count.current += 1;
          const id = count.current;
          const before = latest.current.find((each) => each.file === file);
          before?.reader.stop();
          const fileId = before?.fileId ?? id;
          const table = { id, fileId, file, opened, reader, given };
          setTables((now) =>
            before ? now.map((each) => (each.fileId === fileId ? table : each)) : [...now, table],
          );
          if (isShown) setShown(fileId);
          end("read");
        },
        (error: Error) => giveUp(error.message),
      );
    });
  }, []);
  const openGiven = useCallback(
    async (files: readonly FileGiven[]) => {
      setRefusal("");
      let isFirst = true;
      for (const each of files) {
        const how = await readOne(each, isFirst);
        if (how === "stopped") return;
        if (how === "read") isFirst = false;
      }
    },
    [readOne],
  );
  const open = useCallback(
    (file: File, given: Given = {}) => {
      openGiven([{ file, given }]);
    },
    [openGiven],
  );
  const openAll = useCallback(
    (files: readonly File[]) => {
      filesGiven(files).then(openGiven);
    },
    [openGiven],
  );
  const close = useCallback((fileId: number) => {
    const now = latest.current;
    const at = now.findIndex((each) => each.fileId === fileId);
    now[at]?.reader.stop();
    const rest = now.filter((each) => each.fileId !== fileId);
    setTables(rest);
    setShown((id) => (id === fileId ? ((rest[at] ?? rest.at(-1))?.fileId ?? 0) : id));
  }, []);
  const cancel = useCallback(() => next.current?.stop(), []);
  const current = tables.find(({ fileId }) => fileId === shown) ?? null;
  const readAs = useCallback(
    (more: Given) => {
      if (current) open(current.file, { ...current.given, ...more });
    },
    [open, current],
  );
  useEffect(
    () => () => {
      next.current?.stop();
      for (const { reader } of latest.current) reader.stop();
    },
    [],
  );
  return useMemo(
    () => ({
      ...{ tables, current, reading, refusal, open, openAll },
      ...{ show: setShown, close, cancel, readAs },
    }),
    [tables, current, reading, refusal, open, openAll, close, cancel, readAs],
  );
}

/** Opens a file; the first table of a page is read as the address says of its columns. */
async function openAsAddressed(reader: Reader, file: File, given: Given, isFirst: boolean) {
  const opened = await reader.open(file, given);
  if (!isFirst || given.chosen || "refusal" in opened) return { opened, given };
  const chosen = parseReadings(window.location.hash.slice(1), opened.columns);
  if (!chosen) return { opened, given };
  const said = { ...given, chosen };
  return { opened: await reader.open(file, said), given: said };
}

/** The first rows were told once. */
function withFirst(progress: Progress, { progress: before }: Reading): Progress {
  return progress.first.length > 0 ? progress : { ...progress, first: before?.first ?? [] };
}
