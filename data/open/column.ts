import type { ColumnRole, ColumnType, GivenColumn } from "./column-type";
import type { DateOrder } from "./date";
import { type Cell, countOf, type Evidence, type TypeReading } from "./evidence";
import { missingKind } from "./missing";
import type { Decimal } from "./number";
import { type ProblemLog, quoteCell, report } from "./problem";
import { readDate } from "./type-date";
import { isShare, readIdentifier, readNumber, readYear } from "./type-number";
import { readBoolean, readCategory, readEmpty, readText } from "./type-words";

/** A column as it was understood from all its cells. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly role: ColumnRole;
  /** What a tag row says of it. */
  readonly tag?: string;
  readonly decimal?: Decimal;
  readonly order?: DateOrder;
  readonly unit?: string;
  /** Whether a sum of it says something: not of shares, years and identifiers. */
  readonly isAdditive: boolean;
  /** In how many rows it has a value, and how many of these are not of its type and stay words. */
  readonly filled: number;
  readonly odd: number;
  /** What stands for a missing value, as printed, and how often. */
  readonly missing: Readonly<Record<string, number>>;
  /** What it was said to print for a missing value; left out, what tables usually print. */
  readonly missingValues?: readonly string[];
  /** All that was said of it beforehand. */
  readonly given?: GivenColumn;
  /** What a reader may want it read as instead. */
  readonly offers: readonly string[];
}

/** The types in the order in which they are tried: the first that fits is taken. */
const readers: readonly ((evidence: Evidence) => TypeReading | null)[] = [
  readEmpty,
  readBoolean,
  readDate,
  readIdentifier,
  readYear,
  readNumber,
  readCategory,
  readText,
];

const roles: Readonly<Record<ColumnType, ColumnRole>> = {
  number: "measure",
  identifier: "identifier",
  year: "dimension",
  date: "dimension",
  boolean: "dimension",
  category: "dimension",
  text: "note",
  empty: "note",
};

/** All cells of a column → what it is; `place` says where a row's cell stands in the file. */
export function readColumn(
  evidence: Evidence,
  log: ProblemLog,
  place: (row: number) => { line: number; column: number },
): Column {
  const { name, given } = evidence;
  const reading = given.type
    ? { ...readAs(evidence), type: given.type }
    : (firstReading(evidence) ?? { type: "text" });
  reportReading(reading, evidence, log, place);
  return toColumn(name, reading, evidence);
}

function firstReading(evidence: Evidence): TypeReading | null {
  const { among } = evidence.given;
  for (const read of readers) {
    const reading = read(evidence);
    if (reading && (among === undefined || among.includes(reading.type))) return reading;
  }
  return null;
}

/** What can be said of a column whose type a reader has given. */
function readAs(evidence: Evidence): Partial<TypeReading> {
  const { type } = evidence.given;
  if (type === "date") return readDate(evidence) ?? {};
  if (type === "number") return readNumber(evidence) ?? {};
  if (type === "text") return readText(evidence);
  return {};
}

function toColumn(name: string, reading: TypeReading, evidence: Evidence): Column {
  const { given } = evidence;
  const { type, decimal, order } = reading;
  const unit = given.unit || reading.unit;
  const role = given.role ?? reading.role ?? roles[type];
  const amongWords = ["text", "category", "identifier", "boolean"].includes(type);
  const said = given.missing;
  const isMissing = ({ text }: Cell) => missingKind(text, amongWords, said) !== null;
  const missing = evidence.cells.filter(isMissing).map(({ text, count }) => [text.trim(), count]);
  return {
    name,
    type,
    role,
    ...(decimal && { decimal }),
    ...(order && { order }),
    ...(unit && { unit }),
    isAdditive: isAdditive(reading, given, role, unit),
    filled: countOf(evidence.cells.filter((cell) => !isMissing(cell))),
    odd: countOf(reading.odd ?? []),
    missing: Object.fromEntries(missing),
    ...(said && { missingValues: said }),
    ...(isSomething(given) && { given }),
    offers: reading.offers ?? [],
  };
}

/** Only numbers that are a measure may be added, and no shares; a reader may say so of others than were found. */
function isAdditive(
  reading: TypeReading,
  given: GivenColumn,
  role: ColumnRole,
  unit: string | undefined,
): boolean {
  if (reading.type !== "number" || role !== "measure" || isShare(unit)) return false;
  return given.role === "measure" || (reading.isAdditive ?? true);
}

const isSomething = (given: GivenColumn) =>
  Object.values(given).some((value) => value !== undefined);

function reportReading(
  { remarks = [], odd = [], type }: TypeReading,
  { name }: Evidence,
  log: ProblemLog,
  place: (row: number) => { line: number; column: number },
): void {
  for (const { cell, message } of remarks) {
    const where = cell ? place(cell.row) : { ...place(0), line: 0 };
    report(log, { kind: "ambiguous", ...where, field: name, message });
  }
  for (const cell of odd) {
    const message = `${quoteCell(cell.text)} is no ${type}; it stays as words.`;
    report(log, { kind: "value", ...place(cell.row), field: name, message });
  }
}
