import { useCallback, useEffect, useRef, useState } from "react";
import type { Differences } from "@/data/compare/differ";
import { type Differ, startDiffer } from "./differ";

/** A table that the open one can be held against. */
export interface OtherTable {
  /** How the address calls it. */
  readonly id: string;
  readonly title: string;
  readonly group: string;
  /** The sheet that it is of the newest published version; left out of others. */
  readonly newestOf?: string;
  readonly read: () => Promise<Blob>;
}

/** The two tables, and by what their rows are matched. */
export interface DifferencesAsked {
  readonly own: { readonly title: string; readonly read: () => Promise<Blob> };
  /** Another one for each edit of the open table. */
  readonly version: string;
  readonly others: readonly OtherTable[];
  /** The other table; "" is the likeliest. */
  readonly against: string;
  /** Null where the tables decide. */
  readonly key: readonly string[] | null;
}

/** Two tables that were compared. */
export interface Compared {
  readonly other: OtherTable;
  readonly differences: Differences;
  readonly differ: Differ;
  /** Another one for each comparison. */
  readonly id: number;
}

export interface Differing {
  /** The last comparison, which stays until another is made. */
  readonly compared: Compared | null;
  /** What is being done, "" where nothing is, and which step of how many it is. */
  readonly doing: string;
  readonly step: number;
  /** Why there is no comparison; "" where there is one, or will be. */
  readonly problem: string;
  readonly cancel: () => void;
  readonly again: () => void;
}

/** The steps of a comparison. */
export const steps = 4;

interface Held {
  readonly differ: Differ;
  after: string | null;
  before: string | null;
  /** Ends with the last comparison: the next one waits for it. */
  last: Promise<unknown>;
}

/** Compares the open table with another one in a worker of their own; a table that the worker holds is not read again. */
export function useDifferences(asked: DifferencesAsked): Differing {
  const { version, against } = asked;
  const [state, setState] = useState({ doing: "", step: 0, problem: "" });
  const [compared, setCompared] = useState<Compared | null>(null);
  const [tries, setTries] = useState(0);
  const held = useRef<Held | null>(null);
  const count = useRef(0);
  const latest = useRef(asked);
  latest.current = asked;
  const stop = useCallback(() => {
    held.current?.differ.stop();
    held.current = null;
  }, []);
  const end = useCallback(
    (problem: string) => {
      stop();
      setCompared(null);
      setState({ doing: "", step: 0, problem });
    },
    [stop],
  );
  const key = asked.key === null ? null : JSON.stringify(asked.key);
  // biome-ignore lint/correctness/useExhaustiveDependencies: tables are told apart by their names and versions
  useEffect(() => {
    let isLatest = true;
    const now = latest.current;
    held.current ??= { differ: startDiffer(), after: null, before: null, last: Promise.resolve() };
    const own = held.current;
    const isWanted = () => isLatest && held.current === own;
    const tell = (doing: string, step: number) =>
      isWanted() && setState({ doing, step, problem: "" });
    const found = own.last.then(() => (isWanted() ? run(now, own, tell) : null));
    own.last = found.catch(() => undefined);
    found.then(
      (found) => {
        if (!found || !isWanted()) return;
        count.current += 1;
        setCompared({ ...found, differ: own.differ, id: count.current });
        setState({ doing: "", step: 0, problem: "" });
      },
      ({ message }: Error) => {
        if (isWanted()) end(message);
      },
    );
    return () => {
      isLatest = false;
    };
  }, [version, against, key, tries, end]);
  useEffect(() => stop, [stop]);
  return {
    ...{ compared, ...state },
    cancel: () => end("Stopped."),
    again: () => setTries((now) => now + 1),
  };
}

async function run(
  { own, version, others, against, key }: DifferencesAsked,
  held: Held,
  tell: (doing: string, step: number) => unknown,
) {
  const { differ } = held;
  if (held.after !== version) {
    tell(`Reading ${own.title}…`, 1);
    await differ.read("after", await own.read());
    held.after = version;
  }
  const other = others.find(({ id }) => id === against) ?? (await likeliest(others, differ));
  if (held.before !== other.id) {
    tell(`Reading ${other.title}…`, 2);
    await differ.read("before", await other.read());
    held.before = other.id;
  }
  tell(`Comparing ${own.title} with ${other.title}…`, 3);
  return { other, differences: await differ.compare(key) };
}

/** The published sheet that a table of figures was made of, else the first other table. */
async function likeliest(others: readonly OtherTable[], differ: Differ): Promise<OtherTable> {
  const [first] = others;
  if (!first) throw new Error("There is no other table.");
  if (!first.newestOf) return first;
  const sheet = await differ.likely(await fetchTable("/data/figures.csv"));
  return others.find(({ newestOf }) => newestOf === sheet) ?? first;
}

/** A published table; why not in a sentence, where it does not come. */
export async function fetchTable(address: string): Promise<Blob> {
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) throw new Error("The published figures could not be read.");
  return response.blob();
}
