import { useCallback, useEffect, useRef, useState } from "react";
import type { Given, Progress } from "@/data/open/read";
import type { Opened } from "@/data/open/session";
import { type Reader, startReader } from "./reader";

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
  readonly current: OpenTable | null;
  /** Null where nothing is being read. What was open before stays open meanwhile. */
  readonly reading: Reading | null;
  /** Why the last file is not open; "" where it is. */
  readonly refusal: string;
  readonly open: (file: File, given?: Given) => void;
  readonly cancel: () => void;
  /** Reads the open file again as the reader says it is. */
  readonly readAs: (given: Given) => void;
  /** Reads it as before the last change; null where nothing was changed. */
  readonly undo: (() => void) | null;
}

/** Opens files in a worker, one at a time; nothing of a file leaves the browser. */
export function useOpen(): Opening {
  const [current, setCurrent] = useState<OpenTable | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const [refusal, setRefusal] = useState("");
  const [past, setPast] = useState<readonly Given[]>([]);
  const readers = useRef<{ open: Reader | null; next: Reader | null }>({ open: null, next: null });
  const count = useRef(0);
  const open = useCallback((file: File, given: Given = {}, before: readonly Given[] = []) => {
    readers.current.next?.stop();
    setRefusal("");
    setReading({ file: file.name, progress: null });
    const reader = startReader((progress) =>
      setReading(
        (now) =>
          now && {
            ...now,
            progress: progress.first.length > 0 ? progress : withFirst(progress, now),
          },
      ),
    );
    readers.current.next = reader;
    const giveUp = (why: string) => {
      reader.stop();
      if (readers.current.next !== reader) return;
      readers.current.next = null;
      setRefusal(`${file.name}: ${why}`);
      setReading(null);
    };
    reader.open(file, given).then(
      (opened) => {
        if (readers.current.next !== reader) return;
        if ("refusal" in opened) return giveUp(opened.refusal);
        readers.current.open?.stop();
        readers.current = { open: reader, next: null };
        count.current += 1;
        const id = count.current;
        setPast(before);
        setReading(null);
        setCurrent((now) => {
          const fileId = now?.file === file ? now.fileId : id;
          return { id, fileId, file, opened, reader, given };
        });
      },
      (error: Error) => giveUp(error.message),
    );
  }, []);
  const cancel = useCallback(() => {
    readers.current.next?.stop();
    readers.current.next = null;
    setReading(null);
  }, []);
  const readAs = useCallback(
    (more: Given) => {
      if (!current) return;
      open(current.file, { ...current.given, ...more }, [...past, current.given]);
    },
    [open, current, past],
  );
  const last = past.at(-1);
  const undo = current && last ? () => open(current.file, last, past.slice(0, -1)) : null;
  useEffect(
    () => () => {
      readers.current.next?.stop();
      readers.current.open?.stop();
    },
    [],
  );
  return { current, reading, refusal, open, cancel, readAs, undo };
}

/** The first rows were told once. */
function withFirst(progress: Progress, { progress: before }: Reading): Progress {
  return { ...progress, first: before?.first ?? [] };
}
