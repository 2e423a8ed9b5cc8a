/**
 * One place where a file breaks a rule. `line` counts as an editor does, from 1; `column` is the
 * number of the field in a CSV file or of the character in a JSON file, from 1, and 0 where the whole
 * row or file is at fault.
 */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly field?: string;
  readonly expected: string;
  readonly found: string;
}

/** One line that a terminal links: `file:line:column field: expected …, found …`. */
export function formatProblem({ file, line, column, field, expected, found }: Problem): string {
  const place = `${file}:${line}:${column}`;
  return `${place}${field ? ` ${field}` : ""}: expected ${expected}, found ${found}`;
}

/** What a text means, or why it means nothing. */
export type Parsed<T> = T | { readonly problem: string };

/** True of what means nothing. */
export function isProblem(parsed: unknown): parsed is { readonly problem: string } {
  return typeof parsed === "object" && parsed !== null && "problem" in parsed;
}

/** The start of a text, at most so long, that ends with no half of a sign. */
export function firstSigns(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
}

/** A cell's text as a problem quotes it: in quotes, and cut after 60 characters. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${firstSigns(text, 60)}…` : text);
}

/** What was found and what could stand there: `_repeats: found "hide", expected one of show, fold`. */
export function notOneOf(name: string, found: string, known: readonly string[]): string {
  return `${name}: found ${quote(found)}, expected one of ${known.join(", ")}`;
}

/** So many characters of a problem a reader of a page still reads; a file's answer has all. */
const most = 130;

/** A line about an address, with a long list of what could stand there cut after a few. */
export function briefly(problem: string): string {
  if (problem.length <= most + 30) return problem;
  return `${problem.slice(0, problem.lastIndexOf(", ", most))} …`;
}

/** So many problems of an address are told; who made more learns no more from them. */
const mostTold = 10;

/** The first ten problems, a line each, and how many more there are. */
export function firstOf(problems: readonly string[]): readonly string[] {
  const more = problems.length - mostTold;
  if (more <= 0) return problems;
  const parts = `${more.toLocaleString("en")} more ${more === 1 ? "part" : "parts"}`;
  return [...problems.slice(0, mostTold), parts];
}

/** All the problems at once, a line each. Only the loader throws it. */
export class ProblemsError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.name = "ProblemsError";
  }
}
