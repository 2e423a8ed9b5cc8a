import type { EntryView } from "@/data/change/entries";
import type { Differences, EntriesShown } from "@/data/compare/differ";
import { type Answer, callsTo } from "../controls/worker-calls";

/** What the page may ask of the worker that compares two tables. Both come as files, which cost the page nothing. */
export interface DifferCalls {
  /** Reads one of the tables, CSV with its headings first; the number of its rows. */
  read(side: "before" | "after", table: Blob): Promise<number>;
  /** The published sheet that the new table has most figures of, by the file of all figures. */
  likely(figures: Blob): Promise<string | null>;
  compare(key: readonly string[] | null): Promise<Differences>;
  entries(view: EntryView, from: number, to: number): Promise<EntriesShown>;
  csv(): Promise<Blob>;
}

/** A call on its way to the worker. */
export interface DifferAsked {
  readonly id: number;
  readonly name: keyof DifferCalls;
  readonly args: readonly unknown[];
}

/** The worker that compares, as a set of functions; stopped, all that it was asked for fails. */
export interface Differ extends DifferCalls {
  stop(): void;
}

/** Starts a worker that compares two tables. */
export function startDiffer(): Differ {
  const worker = new Worker(new URL("./differ.worker.ts", import.meta.url));
  const calls = callsTo(worker);
  worker.onmessage = ({ data }: MessageEvent<Answer>) => calls.answer(data);
  worker.onerror = (event) => {
    event.preventDefault();
    calls.failAll("The tables could not be compared: the browser ran out of memory.");
  };
  const ask =
    <K extends keyof DifferCalls>(name: K) =>
    (...args: Parameters<DifferCalls[K]>): ReturnType<DifferCalls[K]> =>
      calls.send(name, args) as ReturnType<DifferCalls[K]>;
  return {
    read: ask("read"),
    likely: ask("likely"),
    compare: ask("compare"),
    entries: ask("entries"),
    csv: ask("csv"),
    stop() {
      worker.terminate();
      calls.failAll("Stopped.");
    },
  };
}
