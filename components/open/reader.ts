import type { OnProgress } from "@/data/open/read";
import { callsTo } from "../controls/worker-calls";
import type { Calls, Told } from "./reader-messages";

/** The worker that reads, as a set of functions; stopped, all that it was asked for fails. */
export interface Reader extends Calls {
  stop(): void;
}

/** Starts a worker. `onProgress` hears how far it has read. */
export function startReader(onProgress: OnProgress): Reader {
  const worker = new Worker(new URL("./reader.worker.ts", import.meta.url));
  const calls = callsTo(worker);
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.kind === "progress") onProgress(data.progress);
    else calls.answer(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    calls.failAll(
      "The file could not be read: the browser ran out of memory, or stopped the reader.",
    );
  };
  const ask =
    <K extends keyof Calls>(name: K) =>
    (...args: Parameters<Calls[K]>): ReturnType<Calls[K]> =>
      calls.send(name, args) as ReturnType<Calls[K]>;
  return {
    open: ask("open"),
    view: ask("view"),
    rows: ask("rows"),
    group: ask("group"),
    pivot: ask("pivot"),
    spans: ask("spans"),
    whole: ask("whole"),
    draw: ask("draw"),
    values: ask("values"),
    csv: ask("csv"),
    take: ask("take"),
    edit: ask("edit"),
    undo: ask("undo"),
    redo: ask("redo"),
    edited: ask("edited"),
    replay: ask("replay"),
    cells: ask("cells"),
    check: ask("check"),
    nextProblem: ask("nextProblem"),
    placeOf: ask("placeOf"),
    stop() {
      worker.terminate();
      calls.failAll("Stopped.");
    },
  };
}
