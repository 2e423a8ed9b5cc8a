import { useCallback, useEffect, useRef, useState } from "react";
import type { KeptAct } from "@/data/edit/replay";
import { addActs, OtherTab } from "./edit-log";
import { forgetKept, freeName, keepTable, keptName, rememberOpen } from "./kept-tables";
import type { OpenTable } from "./use-open";

/** Where the edits of a table stand: kept as they are made, or why they are not. */
export type Saved =
  | { readonly kind: "none" | "kept" | "off" | "failed" }
  /** Another tab has edits of the same table that this one does not know. */
  | { readonly kind: "behind"; readonly by: number };

/** What a tab says of a table once it has kept an edit, or removed all of them. */
interface Word {
  readonly name: string;
  readonly count: number;
}

const none: Saved = { kind: "none" };

/** Keeps the edits of the open table in this browser as they are made, and hears of other tabs. */
export function useSaved(current: OpenTable | null, onList: () => void) {
  const [saved, setSaved] = useState<Saved>(none);
  const log = useRef<{ acts: KeptAct[]; kept: number }>({ acts: [], kept: 0 });
  const isOn = useRef(true);
  const queue = useRef(Promise.resolve());
  const channel = useRef<BroadcastChannel | null>(null);
  const file = current?.file;
  const given = current?.given;
  const say = useCallback((next: Saved) => {
    isOn.current = next.kind === "none" || next.kind === "kept";
    setSaved(next);
  }, []);
  useEffect(() => {
    if (!file || typeof BroadcastChannel === "undefined") return;
    const opened = new BroadcastChannel("open-edits");
    channel.current = opened;
    opened.onmessage = ({ data: { name, count } }: MessageEvent<Word>) => {
      if (name !== keptName(file)) return;
      const by = count - log.current.acts.length;
      if (by > 0) say({ kind: "behind", by });
      else if (count === 0) say({ kind: "off" });
    };
    return () => opened.close();
  }, [file, say]);
  /** Writes what is not written yet; `as` is another name to keep the table under. */
  const write = useCallback(
    async (as?: string) => {
      if (!file || !given) return;
      const known = as === undefined ? keptName(file) : undefined;
      const name = known ?? as ?? (await freeName(file.name));
      if (known === undefined) {
        await keepTable({ name, file, given });
        // Before it is said to be kept, so that a reload finds it.
        rememberOpen(name);
      }
      const { acts, kept } = log.current;
      const count = acts.length;
      await addActs(name, kept, acts.slice(kept));
      log.current.kept = count;
      channel.current?.postMessage({ name, count } satisfies Word);
      if (known === undefined) onList();
      say({ kind: "kept" });
    },
    [file, given, onList, say],
  );
  const fail = useCallback(
    (error: unknown) => {
      const by = error instanceof OtherTab ? error.count - log.current.kept : 0;
      say(by > 0 ? { kind: "behind", by } : { kind: error instanceof OtherTab ? "off" : "failed" });
    },
    [say],
  );
  const add = useCallback(
    (act: KeptAct) => {
      log.current.acts.push(act);
      queue.current = queue.current.then(() => (isOn.current ? write().catch(fail) : undefined));
    },
    [write, fail],
  );
  /** Begins with edits that are kept already. */
  const begin = useCallback(
    (acts: readonly KeptAct[], isWhole: boolean) => {
      log.current = { acts: [...acts], kept: acts.length };
      say(isWhole ? { kind: acts.length > 0 ? "kept" : "none" } : { kind: "off" });
    },
    [say],
  );
  /** Keeps all of it under a name of its own. */
  const keep = useCallback(async () => {
    if (!file) return;
    log.current.kept = 0;
    isOn.current = true;
    await write(await freeName(file.name)).catch(fail);
  }, [file, write, fail]);
  const forget = useCallback(
    (name: string) => {
      log.current.kept = 0;
      if (file) forgetKept(file);
      channel.current?.postMessage({ name, count: 0 } satisfies Word);
      say(log.current.acts.length > 0 ? { kind: "off" } : none);
    },
    [file, say],
  );
  useEffect(() => {
    if (saved.kind !== "off" && saved.kind !== "failed" && saved.kind !== "behind") return;
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", onLeave);
    return () => window.removeEventListener("beforeunload", onLeave);
  }, [saved]);
  return { saved, add, begin, keep, forget };
}
