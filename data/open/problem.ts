/** What kinds of trouble a file can give; the table of a reader counts by kind. */
export type ProblemKind =
  | "not a table"
  | "encoding"
  | "control sign"
  | "cells"
  | "quote"
  | "heading"
  | "ambiguous"
  | "value"
  | "total"
  | "size";

/**
 * One thing about a reader's file that a person should know, as a sentence. `line` counts as an
 * editor does, from 1, and is 0 where the whole file is meant; `column` counts cells, from 1, and
 * is 0 where the whole line is meant.
 */
export interface ReadingProblem {
  readonly kind: ProblemKind;
  readonly line: number;
  readonly column: number;
  readonly field?: string;
  readonly message: string;
}

/** So many problems are listed; all are counted. */
export const mostListed = 1000;

/** A list of problems that counts all by kind and keeps the first thousand. */
export interface ProblemLog {
  readonly listed: ReadingProblem[];
  readonly counts: Partial<Record<ProblemKind, number>>;
}

export function createLog(): ProblemLog {
  return { listed: [], counts: {} };
}

/** Counts a problem and lists it while there is room. */
export function report(log: ProblemLog, problem: ReadingProblem): void {
  log.counts[problem.kind] = (log.counts[problem.kind] ?? 0) + 1;
  if (log.listed.length < mostListed) log.listed.push(problem);
}

/** How many problems there are of all kinds. */
export function countProblems(log: ProblemLog): number {
  return Object.values(log.counts).reduce((sum, count) => sum + count, 0);
}

/** A cell as a problem quotes it: in quotes, on one line, and cut after 40 signs. */
export function quoteCell(text: string): string {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return `“${short.replace(/\s+/g, " ")}”`;
}

/** `1 cell`, `2 cells`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

/** Adds what another list has. */
export function addLog(log: ProblemLog, more: ProblemLog): void {
  log.listed.push(...more.listed.slice(0, mostListed - log.listed.length));
  for (const [kind, count] of Object.entries(more.counts) as [ProblemKind, number][]) {
    log.counts[kind] = (log.counts[kind] ?? 0) + count;
  }
}
