/** A call on its way to a worker, and what comes back for it. */
export type Answer =
  | { readonly kind: "answer"; readonly id: number; readonly value: unknown }
  | { readonly kind: "failure"; readonly id: number; readonly message: string };

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The calls to a worker that wait for their answer. */
export interface WorkerCalls {
  readonly send: (name: string, args: readonly unknown[]) => Promise<unknown>;
  readonly answer: (answer: Answer) => void;
  readonly failAll: (message: string) => void;
}

/** Numbers the calls to a worker, and gives each its own answer. */
export function callsTo(worker: Pick<Worker, "postMessage">): WorkerCalls {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  return {
    send(name, args) {
      const id = ++last;
      const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
      worker.postMessage({ id, name, args });
      return answer;
    },
    answer(told) {
      const asked = waiting.get(told.id);
      waiting.delete(told.id);
      if (told.kind === "answer") asked?.resolve(told.value);
      else asked?.reject(new Error(told.message));
    },
    failAll(message) {
      for (const { reject } of waiting.values()) reject(new Error(message));
      waiting.clear();
    },
  };
}
