import { useCallback, useEffect, useRef, useState } from "react";
import type { Given } from "@/data/open/read";
import type { Opened } from "@/data/open/session";
import { type Reader, startReader } from "./reader";

/** Where the opening of a file stands. */
export type OpenState =
  | { readonly kind: "empty" }
  | { readonly kind: "reading"; readonly file: string; readonly words: string }
  | { readonly kind: "open"; readonly opened: Opened; readonly reader: Reader };

export interface Opening {
  readonly state: OpenState;
  /** Why the last file is not open; "" where it is. What was open before stays open. */
  readonly refusal: string;
  readonly open: (file: File, given?: Given) => void;
  readonly cancel: () => void;
  /** Reads the open file again as the reader says it is. */
  readonly readAs: (given: Given) => void;
  /** What the reader has said of the open file so far. */
  readonly given: Given;
}

/** Opens files in a worker, one at a time; nothing of a file leaves the browser. */
export function useOpen(): Opening {
  const [state, setState] = useState<OpenState>({ kind: "empty" });
  const [refusal, setRefusal] = useState("");
  const [given, setGiven] = useState<Given>({});
  const file = useRef<File | null>(null);
  const reading = useRef<Reader | null>(null);
  const before = useRef<OpenState>({ kind: "empty" });
  const open = useCallback((next: File, as: Given = {}) => {
    reading.current?.stop();
    setRefusal("");
    setState((now) => {
      if (now.kind !== "reading") before.current = now;
      return { kind: "reading", file: next.name, words: "Reading…" };
    });
    const reader = startReader((words) =>
      setState((now) => (now.kind === "reading" ? { ...now, words } : now)),
    );
    reading.current = reader;
    const giveUp = (why: string) => {
      reader.stop();
      if (reading.current !== reader) return;
      reading.current = null;
      setRefusal(why);
      setState(before.current);
    };
    reader.open(next, as).then(
      (opened) => {
        if (reading.current !== reader) return;
        if ("refusal" in opened) return giveUp(`${next.name}: ${opened.refusal}`);
        if (before.current.kind === "open") before.current.reader.stop();
        reading.current = null;
        file.current = next;
        setGiven(as);
        setState({ kind: "open", opened, reader });
      },
      (error: Error) => giveUp(`${next.name}: ${error.message}`),
    );
  }, []);
  const cancel = useCallback(() => {
    reading.current?.stop();
    reading.current = null;
    setState(before.current);
  }, []);
  const readAs = useCallback(
    (more: Given) => file.current && open(file.current, { ...given, ...more }),
    [open, given],
  );
  const state_ = useRef(state);
  state_.current = state;
  useEffect(
    () => () => {
      reading.current?.stop();
      if (state_.current.kind === "open") state_.current.reader.stop();
    },
    [],
  );
  return { state, refusal, open, cancel, readAs, given };
}
