import { kindOf, mainKind, profileOf, typedKinds } from "./kind";

type Cells = readonly string[];

/** Whether a row names the columns below it, rather than being one more row of them. */
export function isHeader(cells: Cells, rows: readonly Cells[]): boolean {
  // Headings that stand again further down are no values.
  const others = rows.filter((row) => row.some((cell, at) => cell !== cells[at]));
  if (others.length === 0) return !isMostlyTyped(cells);
  const sum = headerVotes(cells, others);
  return sum === 0 ? !isMostlyTyped(cells) || isYearRun(cells) : sum > 0;
}

/** How much the cells of a row differ from those below as headings do: below zero where they do not. */
export function headerVotes(cells: Cells, rows: readonly Cells[]): number {
  const isYears = isYearRun(cells);
  const votes = cells.map((cell, at) => {
    const column = rows.map((row) => row[at] ?? "");
    return isYears && kindOf(cell) === "number" ? 0 : voteOf(cell.trim(), column);
  });
  return votes.reduce<number>((total, vote) => total + vote, 0);
}

/** What one cell says: above zero that it is a heading, below that it is a value. */
function voteOf(cell: string, column: Cells): number {
  if (cell === "") return 0;
  const kind = kindOf(cell);
  const main = mainKind(profileOf(column));
  if (main !== null && typedKinds.includes(main)) return kind === main ? -1 : 1;
  if (typedKinds.includes(kind)) return -0.5;
  if (column.some((other) => other.trim() === cell)) return -0.5;
  if (main === "code") return kind === "code" ? (isAlike(cell, column) ? -0.5 : 0) : 0.5;
  return isAlike(cell, column) ? -0.2 : 0.1;
}

/** Whether nearly all cells of a column are built of the same signs as this one, at its length. */
function isAlike(cell: string, column: Cells): boolean {
  if (!/\d/.test(cell) || cell.length > 60) return false;
  const pattern = patternOf(cell);
  const filled = column.filter((other) => other.trim() !== "");
  const isSame = (other: string) => other.length === cell.length && patternOf(other) === pattern;
  const same = filled.filter((other) => isSame(other.trim())).length;
  return filled.length > 0 && same >= 0.8 * filled.length;
}

function patternOf(cell: string): string {
  return cell.replace(/\p{Nd}/gu, "9").replace(/\p{L}/gu, "a");
}

function isMostlyTyped(cells: Cells): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.filter((cell) => typedKinds.includes(kindOf(cell))).length * 2 > filled.length;
}

/** Years as headings: two or more, each so many after the one before. */
export function isYearRun(cells: Cells): boolean {
  const isYear = (cell: string) => /^\s*(?:1[89]|20)\d\d(?:[-/–]\d\d(?:\d\d)?)?\s*$/.test(cell);
  const years = cells.filter(isYear).map((cell) => Number(cell.trim().slice(0, 4)));
  const numbers = cells.filter((cell) => isYear(cell) || kindOf(cell) === "number");
  const step = (years[1] ?? 0) - (years[0] ?? 0);
  const isEven = years.every((year, at) => at === 0 || year - (years[at - 1] ?? 0) === step);
  return years.length > 1 && years.length === numbers.length && step !== 0 && isEven;
}

/** Whether a row below the headings goes on naming: the same again, or words above all numbers. */
export function isLowerLevel(cells: Cells, header: Cells, rows: readonly Cells[]): boolean {
  const isSame = cells.every((cell, at) => cell.trim() === (header[at] ?? "").trim());
  if (isSame && cells.some((cell) => cell.trim() !== "")) return true;
  if (isTagRow(cells)) return false;
  const typed = cells
    .map((cell, at) => ({ cell: cell.trim(), main: mainKind(profileOf(columnOf(rows, at))) }))
    .filter(({ main }) => main !== null && typedKinds.includes(main));
  const filled = typed.filter(({ cell }) => cell !== "");
  const other = filled.filter(({ cell, main }) => isNaming(cell, main));
  if (rows.length === 0 || other.length === 0 || other.length < filled.length) return false;
  return other.length === typed.length ? typed.length > 1 : isContinued(cells, rows);
}

/** A few words under headings, nothing in the first column, where every row has something. */
function isContinued(cells: Cells, rows: readonly Cells[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "").length;
  const isFirstFilled = columnOf(rows, 0).every((cell) => cell.trim() !== "");
  return cells[0]?.trim() === "" && filled * 2 <= cells.length && isFirstFilled;
}

/** A word or a unit, not a value and not what stands for a missing one. */
function isNaming(cell: string, main: string | null): boolean {
  const isMissing = /^(?:[-–—.*:?]+|n\.?\/?a\.?|nan|null|none|k\. ?a\.?)$/i.test(cell);
  return kindOf(cell) !== main && !isMissing && !/\d/.test(cell);
}

function columnOf(rows: readonly Cells[], at: number): string[] {
  return rows.map((row) => row[at] ?? "");
}

/**
 * Whether a row above the headings names groups of columns: something beyond its first cell, no
 * values, and gaps that the names reach over. A fact of a preamble is a name and a value at the left.
 */
export function isUpperLevel(cells: Cells, width: number): boolean {
  if (Math.abs(cells.length - width) > 1 || width < 2) return false;
  const filled = cells.flatMap((cell, at) => (cell.trim() === "" ? [] : [at]));
  const isFact = filled.length > 0 && (filled.at(-1) ?? 0) < 2 && width > 3;
  const hasValues = filled.some((at) => ["number", "date"].includes(kindOf(cells[at] ?? "")));
  const isNames = !hasValues || isYearRun(cells) || isYearRun([...cells].reverse());
  return (filled.at(-1) ?? 0) > 0 && filled.length < width && !isFact && isNames;
}

/** A row of HXL: `#adm1+name` and the like, and nothing else. */
export function isTagRow(cells: Cells): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length > 0 && filled.every((cell) => /^#[a-z][\w]*(?:[ +].*)?$/i.test(cell.trim()));
}
