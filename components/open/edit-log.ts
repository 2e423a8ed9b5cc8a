import type { KeptAct } from "@/data/edit/replay";

/** The edits of tables, each under the name of its table and its number, in the database of this browser. */
const [database, store] = ["open-edits", "acts"];

interface Entry extends KeptAct {
  readonly name: string;
  readonly at: number;
}

/** Another tab wrote to the same table, or took it away: there are `count` edits of it now. */
export class OtherTab extends Error {
  constructor(readonly count: number) {
    super("another tab");
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(store, { keyPath: ["name", "at"] });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const allOf = (name: string) => IDBKeyRange.bound([name, 0], [name, Number.MAX_SAFE_INTEGER]);

/** Runs one transaction to its end; what it was asked for last is the answer. */
async function run<T>(
  mode: IDBTransactionMode,
  act: (acts: IDBObjectStore, done: (value: T) => void, fail: (error: Error) => void) => void,
): Promise<T> {
  const opened = await openDatabase();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = opened.transaction(store, mode);
      let [answer, failure]: [T | undefined, Error | null] = [undefined, null];
      const done = (value: T) => {
        answer = value;
      };
      const fail = (error: Error) => {
        failure = error;
        transaction.abort();
      };
      transaction.oncomplete = () => resolve(answer as T);
      transaction.onabort = () => reject(failure ?? transaction.error);
      act(transaction.objectStore(store), done, fail);
    });
  } finally {
    opened.close();
  }
}

/** Adds edits from a number on, all or none; those before them must be what is there. */
export function addActs(name: string, from: number, acts: readonly KeptAct[]): Promise<void> {
  return run("readwrite", (entries, done, fail) => {
    const request = entries.count(allOf(name));
    request.onsuccess = () => {
      if (request.result !== from) return fail(new OtherTab(request.result));
      try {
        for (const [index, act] of acts.entries())
          entries.add({ ...act, name, at: from + index } satisfies Entry);
        done(undefined);
      } catch (error) {
        fail(error instanceof Error ? error : new Error(String(error)));
      }
    };
  });
}

/** The edits of a table in their order. */
export function listActs(name: string): Promise<readonly KeptAct[]> {
  return run("readonly", (entries, done) => {
    const request = entries.getAll(allOf(name)) as IDBRequest<Entry[]>;
    request.onsuccess = () => done(request.result);
  });
}

/** How many edits each table has. */
export function countActs(): Promise<ReadonlyMap<string, number>> {
  return run("readonly", (entries, done) => {
    const request = entries.getAllKeys();
    request.onsuccess = () => {
      const counts = new Map<string, number>();
      for (const key of request.result) {
        const name = Array.isArray(key) ? String(key[0]) : "";
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
      done(counts);
    };
  });
}

/** Removes the edits of a table. */
export function removeActs(name: string): Promise<void> {
  return run("readwrite", (entries, done) => {
    entries.delete(allOf(name)).onsuccess = () => done(undefined);
  });
}
