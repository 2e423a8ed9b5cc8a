import { toAsciiDigits } from "./digits";

/** In which order a date of three numbers has its parts. */
export type DateOrder = "day first" | "month first";

/** A span of whole days in the calendar, as ISO 8601 in UTC; start and end are the same for one day. */
export interface Span {
  readonly start: string;
  readonly end: string;
  /** The time of day, where one is printed and it is not midnight. */
  readonly time: string | null;
}

/** The numbers of a date as printed; `order` is null where the first two may be either. */
export interface DateParts {
  readonly shape: DateShape;
  readonly year: number;
  readonly first: number;
  readonly second: number;
  readonly time: string;
}

export type DateShape =
  | "iso"
  | "numbers"
  | "dotted"
  | "named"
  | "digits"
  | "month"
  | "month digits"
  | "quarter";

const monthNames: Readonly<Record<string, number>> = Object.fromEntries(
  [
    "jan januar january janvier enero gennaio ene",
    "feb februar february fevrier febrero febbraio fev",
    "mar marz march mars marzo mrz maerz",
    "apr april avril abril aprile avr abr",
    "may mai mayo maggio mag",
    "jun juni june juin junio giugno giu",
    "jul juli july juillet julio luglio lug",
    "aug august aout agosto ago",
    "sep sept september septembre septiembre settembre set",
    "oct okt october oktober octobre octubre ottobre ott",
    "nov november novembre noviembre",
    "dec dez december dezember decembre diciembre dicembre dic",
  ].flatMap((names, at) => names.split(" ").map((name) => [name, at + 1])),
);

const clock =
  "(?:[T ,]+(\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?[AP]M)?)(?:Z| ?UTC|[+-]\\d\\d:?\\d\\d)?)?";
const weekday = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?";
const patterns: readonly [DateShape, RegExp, readonly [string, string, string]][] = [
  ["iso", new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${clock}$`), ["1", "3", "4"]],
  [
    "dotted",
    new RegExp(`^(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4}|\\d{2})${clock}$`),
    ["3", "1", "2"],
  ],
  [
    "numbers",
    new RegExp(`^(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4}|\\d{2})${clock}$`),
    ["4", "1", "3"],
  ],
  ["digits", /^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/, ["1", "2", "3"]],
  ["month", /^(\d{4})[-/](0[1-9]|1[0-2])$/, ["1", "2", ""]],
  ["month digits", /^((?:19|20)\d\d)(0[1-9]|1[0-2])$/, ["1", "2", ""]],
  ["quarter", /^(\d{4})[- ]?Q([1-4])$/i, ["1", "2", ""]],
  ["quarter", /^Q([1-4])[-/ ]?(\d{4})$/i, ["2", "1", ""]],
];
const dayNamed = new RegExp(
  `^${weekday}(\\d{1,2})(?:st|nd|rd|th)?[-. ]+(\\p{L}+)\\.?[-., ]+(\\d{4}|\\d{2})${clock}$`,
  "iu",
);
const monthNamed = new RegExp(
  `^${weekday}(\\p{L}+)\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${clock}$`,
  "iu",
);
const monthAlone = /^(\p{L}+)(?:\.?[- ]+(\d{4})|[-']+(\d{2}))$/u;

/** The numbers of a cell that is a date by its shape, whether or not there is such a day. */
export function matchDate(text: string): DateParts | null {
  const plain = toAsciiDigits(text.trim());
  if (plain.length < 6 || plain.length > 48 || !/\d/.test(plain)) return null;
  for (const [shape, pattern, [year, first, second]] of patterns) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const part = (name: string) => Number(match[Number(name)] ?? 0);
    const time = shape === "iso" || shape === "numbers" ? match[5] : match[4];
    const hasTime = shape === "iso" || shape === "numbers" || shape === "dotted";
    const isPlain = second === "";
    return {
      shape,
      year: fullYear(part(year)),
      first: part(first),
      second: isPlain ? 0 : part(second),
      time: (hasTime && time) || "",
    };
  }
  return matchNamed(plain);
}

function matchNamed(plain: string): DateParts | null {
  const day = dayNamed.exec(plain);
  if (day) return named(day[2], day[1], day[3], day[4]);
  const month = monthNamed.exec(plain);
  if (month) return named(month[1], month[2], month[3], month[4]);
  const alone = monthAlone.exec(plain);
  const parts = alone && named(alone[1], "1", alone[2] ?? alone[3], "");
  return parts ? { ...parts, shape: "month", second: 0 } : null;
}

function named(name = "", day = "", year = "", time = ""): DateParts | null {
  const key = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const first = Object.hasOwn(monthNames, key) ? monthNames[key] : undefined;
  if (first === undefined) return null;
  return { shape: "named", year: fullYear(Number(year)), first, second: Number(day), time };
}

/** A year of two digits lies in the hundred years up to 2049. */
function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/** The month and day of a date of numbers, by the order that its column has. */
function monthAndDay({ shape, first, second }: DateParts, order: DateOrder) {
  const isDayFirst = shape === "dotted" || (shape === "numbers" && order === "day first");
  return isDayFirst ? { month: second, day: first } : { month: first, day: second };
}

/** A cell → the days it names, by the order of its column; null where there is no such day. */
export function castDate(text: string, order: DateOrder): Span | null {
  if (text.length > 80) return null;
  const range = text.split(/\s(?:-|–|—|to|bis)\s|(?<=\d)\/(?=\d{4}-\d)|(?<=\d)–(?=\d)/);
  if (range.length === 2) {
    const [from, to] = range.map((part) => castDate(part, order));
    return from && to && from.start <= to.end
      ? { start: from.start, end: to.end, time: null }
      : null;
  }
  const parts = matchDate(text);
  if (!parts || parts.year < 1500 || parts.year > 2200) return null;
  if (parts.shape === "quarter") return monthSpan(parts.year, parts.first * 3 - 2, 3);
  const { month, day } = monthAndDay(parts, order);
  if (month < 1 || month > 12) return null;
  if (parts.shape.startsWith("month")) return monthSpan(parts.year, month, 1);
  if (day < 1 || day > lastDay(parts.year, month)) return null;
  const start = isoDay(parts.year, month, day);
  return {
    start,
    end: start,
    time: /^0?0:00(?::00(?:[.,]0+)?)?$/.test(parts.time) ? null : parts.time || null,
  };
}

function monthSpan(year: number, month: number, count: number): Span {
  const last = month + count - 1;
  return {
    start: isoDay(year, month, 1),
    end: isoDay(year, last, lastDay(year, last)),
    time: null,
  };
}

function lastDay(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

function isoDay(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
