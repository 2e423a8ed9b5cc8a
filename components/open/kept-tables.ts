import type { Given } from "@/data/open/read";

/** A file that the reader let this browser keep, with what he has said of it. */
export interface KeptTable {
  readonly name: string;
  readonly file: File;
  readonly given: Given;
}

/** The kept files, in the database of this browser for this site; nobody else has it. */
const [database, store] = ["open-tables", "files"];

/** The last one opened, for a reload of this tab. */
const lastKey = "open-table";

const names = new WeakMap<File, string>();

/** Whether two say the same of a file; what the database gives back is never the same object. */
export function isSameGiven(a: Given, b: Given): boolean {
  const text = (given: Given) =>
    JSON.stringify(given, (_, value) => (value instanceof Map ? [...value] : value));
  return text(a) === text(b);
}

/** The name under which a file is kept; undefined of one that was opened otherwise. */
export function keptName(file: File): string | undefined {
  return names.get(file);
}

/** The file is kept no more. */
export function forgetKept(file: File): void {
  names.delete(file);
}

/** A name that no kept file has: that of the file, or with a number. */
export async function freeName(name: string): Promise<string> {
  const taken = new Set((await listKept()).map((kept) => kept.name));
  const [, stem = name, end = ""] = /^(.*?)((?:\.\w+)?)$/s.exec(name) ?? [];
  let free = name;
  for (let at = 2; taken.has(free); at++) free = `${stem} (${at})${end}`;
  return free;
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: "name" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function run<T>(
  mode: IDBTransactionMode,
  act: (files: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opened = await openDatabase();
  try {
    return await new Promise((resolve, reject) => {
      const request = act(opened.transaction(store, mode).objectStore(store));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    opened.close();
  }
}

/** The kept files; none where the browser keeps nothing. */
export async function listKept(): Promise<readonly KeptTable[]> {
  try {
    const tables = await run("readonly", (files) => files.getAll() as IDBRequest<KeptTable[]>);
    return tables.map(withName);
  } catch {
    return [];
  }
}

/** The file as it is called here, which may be by another name than it had. */
function withName({ name, file, given }: KeptTable): KeptTable {
  const named = file.name === name ? file : new File([file], name, { type: file.type });
  names.set(named, name);
  return { name, file: named, given };
}

/** Keeps a file until the reader removes it. */
export async function keepTable(table: KeptTable): Promise<void> {
  await run("readwrite", (files) => files.put(table));
  names.set(table.file, table.name);
}

/** Removes a kept file. */
export async function removeKept(name: string): Promise<void> {
  await run("readwrite", (files) => files.delete(name));
}

/** Remembers, in this tab, which kept file is open; null forgets it. */
export function rememberOpen(name: string | null): void {
  try {
    if (name === null) sessionStorage.removeItem(lastKey);
    else sessionStorage.setItem(lastKey, name);
  } catch {
    // A browser that keeps nothing has no reload to serve.
  }
}

/** The kept file that was open in this tab before a reload. */
export async function lastKept(): Promise<KeptTable | null> {
  try {
    const name = sessionStorage.getItem(lastKey);
    return name === null ? null : ((await listKept()).find((each) => each.name === name) ?? null);
  } catch {
    return null;
  }
}
