import { placesOf } from "../open/coded";
import {
  counted,
  countProblems,
  mostListed,
  quoteCell,
  type ReadingProblem,
} from "../open/problem";
import { type Opened, type OpenedColumn, openedColumn } from "../open/session";
import { isOdd, type Store, type StoredColumn } from "../open/store";

/** What is said of a table that was edited, made from what was said when it was opened. */
export function openedAfter(start: Opened, before: Store, store: Store): Opened {
  const untouched = new Map(before.columns.map((column, at) => [column, start.columns[at]]));
  const looks = store.columns.map((column) => {
    const opened = untouched.get(column);
    return opened ? { opened, problems: null } : lookAt(column, store.lines);
  });
  const same = new Set(
    store.columns.filter((column) => untouched.has(column)).map(({ column }) => column.name),
  );
  const kept = start.problems.filter(
    ({ kind, field }) => kind !== "value" || (field !== undefined && same.has(field)),
  );
  const found = looks.flatMap(({ problems }) => problems ?? []);
  const problems = [...kept, ...found];
  const others = countProblems({ counts: { ...start.problemCounts, value: 0 }, listed: [] });
  const values = problems.filter(({ kind }) => kind === "value").length;
  return {
    ...start,
    sentence: sentenceAfter(start, store),
    size: store.size,
    columns: looks.map(({ opened }) => opened),
    problems: problems.slice(0, mostListed),
    problemCount: others + values,
    problemCounts: { ...start.problemCounts, value: values },
  };
}

/** How it was read stays as it was; where it has another size now, that comes first. */
function sentenceAfter({ sentence, size, columns }: Opened, store: Store): string {
  if (store.size === size && store.columns.length === columns.length) return sentence;
  const now = `${counted(store.size, "row")}, ${counted(store.columns.length, "column")}`;
  return `Now ${now}. As read: ${sentence}`;
}

interface Look {
  readonly opened: OpenedColumn;
  readonly problems: readonly ReadingProblem[];
}

const seen = new WeakMap<StoredColumn, Look>();

function lookAt(column: StoredColumn, lines: Uint32Array): Look {
  const known = seen.get(column) ?? toLook(column, lines);
  seen.set(column, known);
  return known;
}

/** How many rows of a column have a value, which have none, and which are not of its type. */
function toLook(stored: StoredColumn, lines: Uint32Array): Look {
  const { words, missing, codes, column } = stored;
  const { counts, first } = placesOf(stored);
  const none: { [text: string]: number } = {};
  const problems: ReadingProblem[] = [];
  let [different, empty, odd] = [0, 0, 0];
  for (const [code, word] of words.entries()) {
    const count = counts[code] ?? 0;
    if (count === 0) continue;
    different++;
    if (missing[code] === 1) {
      none[word.trim()] = (none[word.trim()] ?? 0) + count;
      empty += count;
    } else if (isOdd(stored, code)) {
      odd += count;
      if (problems.length >= mostListed) continue;
      const message = `${quoteCell(word)} is no ${column.type}; it stays as words.`;
      const line = lines[first[code] ?? 0] ?? 0;
      problems.push({ kind: "value", line, column: 0, field: column.name, message });
    }
  }
  const typed = { ...column, filled: codes.length - empty, odd, missing: none };
  return { opened: openedColumn({ ...stored, column: typed }, different), problems };
}
