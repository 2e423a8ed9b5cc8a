import type { OnProgress } from "@/data/open/read";
import type { Asked, Calls, Told } from "./reader-messages";

/** The worker that reads, as a set of functions; stopped, all that it was asked for fails. */
export interface Reader extends Calls {
  stop(): void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a worker. `onProgress` hears how far it has read. */
export function startReader(onProgress: OnProgress): Reader {
  const worker = new Worker(new URL("./reader.worker.ts", import.meta.url));
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const failAll = (message: string) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.kind === "progress") return onProgress(data.progress);
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === "answer") asked?.resolve(data.value);
    else asked?.reject(new Error(data.message));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    failAll("The file could not be read: the browser ran out of memory, or stopped the reader.");
  };
  const ask =
    <K extends keyof Calls>(name: K) =>
    (...args: Parameters<Calls[K]>): ReturnType<Calls[K]> => {
      const id = ++last;
      const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
      worker.postMessage({ id, name, args } satisfies Asked);
      return answer as ReturnType<Calls[K]>;
    };
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
    stop() {
      worker.terminate();
      failAll("Stopped.");
    },
  };
}
