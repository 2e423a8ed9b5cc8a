import { castDate, type DateOrder } from "./date";
import { areMostly, type Cell, type Evidence, type TypeReading } from "./evidence";
import { quoteCell } from "./problem";

/** A column of days, months, quarters or spans of them; null where few cells are. */
export function readDate(evidence: Evidence): TypeReading | null {
  const dated = evidence.filled.filter(({ date, isDay }) => date !== null || isDay);
  if (dated.length === 0 || !areMostly(evidence, ({ date, isDay }) => date !== null || isDay)) {
    return null;
  }
  if (!isMeant(evidence, dated)) return null;
  const foreign = dated.find(({ date }) => date && (date.year < 1500 || date.year > 2200));
  if (foreign && !evidence.given.type) return otherCalendar(foreign);
  if (evidence.given.order) return withOrder(evidence, evidence.given.order);
  return decideOrder(evidence, dated);
}

/** Digits in a row may be any number: they are days or months only where all of them are. */
function isMeant({ filled, name, count }: Evidence, dated: readonly Cell[]): boolean {
  const digits = dated.filter(({ date }) => date?.shape.endsWith("digits"));
  if (digits.length === 0) return true;
  const isNamed = /date|day|month|period|datum|monat|fecha|jour|mois|\bdata\b/i.test(name);
  const isAll = digits.length === filled.length && digits.every(({ isDay }) => isDay);
  return isAll && (isNamed || count > 2);
}

function otherCalendar(cell: Cell): TypeReading {
  const message = `${quoteCell(cell.text)} is a date of another calendar; the column stays text.`;
  return { type: "text", offers: ["date"], remarks: [{ cell, message }] };
}

function withOrder({ filled }: Evidence, order: DateOrder): TypeReading {
  const odd = filled.filter(({ text }) => castDate(text, order) === null);
  return { type: "date", order, odd };
}

/** The order of day and month that the whole column shows; none is guessed. */
function decideOrder(evidence: Evidence, dated: readonly Cell[]): TypeReading {
  const numbers = dated.filter(({ date }) => date?.shape === "numbers");
  if (numbers.length === 0) return withOrder(evidence, "day first");
  const first = numbers.find(({ date }) => (date?.first ?? 0) > 12);
  const second = numbers.find(({ date }) => (date?.second ?? 0) > 12);
  if (first && second) return contradiction(first, second);
  if (first) return withOrder(evidence, "day first");
  if (second) return withOrder(evidence, "month first");
  const open = numbers.find(({ date }) => date && date.first !== date.second);
  return open ? undecided(open) : withOrder(evidence, "day first");
}

const offers = ["date, day first", "date, month first"];

function contradiction(first: Cell, second: Cell): TypeReading {
  const both = `${quoteCell(first.text)} has the day first and ${quoteCell(second.text)} the month`;
  const remarks = [first, second].map((cell) => ({
    cell,
    message: `${both}; the column stays text.`,
  }));
  return { type: "text", offers, remarks };
}

function undecided(cell: Cell): TypeReading {
  const message = `${quoteCell(cell.text)} may have the day or the month first, and no other cell tells; the column stays text until you say.`;
  return { type: "text", offers, remarks: [{ cell, message }] };
}
