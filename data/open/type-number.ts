import { areMostly, type Cell, countOf, type Evidence, type TypeReading } from "./evidence";
import { castNumber, type Decimal, parseDigits } from "./number";
import { quoteCell } from "./problem";

const exponent = /^[-+]?\d+[eE]\d+$/;

/** Digits that name a thing and count nothing: 007, 1E10, more digits than a number can keep. */
export function readIdentifier(evidence: Evidence): TypeReading | null {
  const { filled, name } = evidence;
  if (
    !areMostly(
      evidence,
      ({ text, number }) =>
        number !== null || /^[\d\p{L}._/#-]*\d[\d\p{L}._/#-]*$/u.test(text.trim()),
    )
  ) {
    return null;
  }
  if (filled.some(({ text }) => isKept(text.trim()))) {
    const isNumbers = filled.every(({ text }) => exponent.test(text.trim()));
    return { type: "identifier", offers: isNumbers ? ["number"] : [] };
  }
  // AFG1203 under a name that speaks of a key, which numbers alone may have for other reasons.
  const isKey = /(?:^|[\s_.-])(?:id|ids|key|ref|uuid|guid)(?:$|[\s_.-])/i.test(name);
  const isLettered = filled.every(({ text, number }) => number === null && /\p{L}/u.test(text));
  if (isKey && isLettered) return { type: "identifier" };
  const isWhole = filled.every(({ text }) => /^\d+$/.test(text.trim()));
  const isNamed =
    /(?:^|[\s_.-])(?:id|ids|code|no|nr|num|uuid|guid|zip|plz|postcode|phone|isbn|iso|fips|key)\.?$/i.test(
      name,
    ) || /[a-z]I[Dd]$/.test(name);
  const isLongKey = /id$/i.test(name) && filled.every(({ text }) => text.trim().length > 5);
  return isWhole && (isNamed || isLongKey || isCounter(evidence))
    ? { type: "identifier", offers: ["number"] }
    : null;
}

/** A text that would come back otherwise if it were read as a number. */
function isKept(text: string): boolean {
  const isPadded = /^[-+]?0\d/.test(text);
  const isLong = /^\d{16,}$/.test(text) && BigInt(text) > BigInt(Number.MAX_SAFE_INTEGER);
  return isPadded || exponent.test(text) || isLong;
}

/** Numbers that go up by one from row to row, none twice: large ones, or in a column without a name. */
function isCounter({ filled, count, rows, name }: Evidence): boolean {
  if (filled.length < 3 || filled.length !== rows || count !== rows) return false;
  const first = Number(filled[0]?.text);
  return (
    (first > 999 || (first < 2 && name === "Column 1")) &&
    filled.every(({ text }, at) => Number(text) === first + at)
  );
}

/** Four digits each, within reach of today, under a name that speaks of years or time. */
export function readYear({ filled, name }: Evidence): TypeReading | null {
  const years = filled.map(({ text }) => text.trim());
  if (years.length === 0 || !years.every((year) => /^(?:1[5-9]|2[01])\d\d$/.test(year)))
    return null;
  const isNamed = /year|jahr|ann[ée]e|año|\banno\b|\bano\b|سال|سنة|год|\bår\b|\byr\b/i.test(name);
  const isTime = /^Column \d+$|period|time|date|season|since|from|start|end\b|born|founded|\bfy\b/i;
  const isNear = years.length > 1 && years.every((year) => year >= "1900" && year <= "2100");
  return isNamed || (isNear && isTime.test(name))
    ? { type: "year", isAdditive: false, offers: ["number"] }
    : null;
}

/** A column of numbers, exact or not, in one convention of signs. */
export function readNumber(evidence: Evidence): TypeReading | null {
  const { filled } = evidence;
  if (!areMostly(evidence, ({ point, comma }) => point || comma)) return null;
  // Ages 0–4 and 5–9 are groups: bounds are numbers only beside numbers that stand alone.
  if (
    !filled.some(({ number }) => number?.precision === "exact" || number?.precision === "about")
  ) {
    return null;
  }
  const numbers = filled.filter(({ point, comma }) => point || comma);
  const decimal = evidence.given.decimal ?? decideDecimal(numbers, evidence.decimal);
  if (decimal === null) return twoConventions(numbers);
  const odd = filled.filter(({ point, comma }) => !(decimal === "." ? point : comma));
  const unit = commonUnit(numbers);
  const isDay = isSerialDay(evidence);
  const offers = isDay ? ["date (days since 1900, as Excel has them)"] : [];
  return {
    type: "number",
    decimal,
    unit,
    ...((isDay || isCode(evidence.name)) && { role: "dimension" }),
    isAdditive: !isShare(unit) && !isMean(evidence.name),
    odd,
    offers,
    remarks: doubtful(numbers, decimal, evidence),
  };
}

/** Names of numbers that say which and not how much: places on the earth, codes, steps of a clock. */
const codes = [
  /^(?:geo_?)?(?:lat|lon|lng|long|latitude|longitude|breite|länge|x|y)$/i,
  /(?:^|[\s_.-])(?:prec|precision|clarity|inter(?:action)?\d*|types?|kind|class|category|codes?|flag|status|phase|version|groups?|cluster|quarter|month|week|weekday|day|hour|timestamp|epoch|gwno\w?|gid)\d*$/i,
  /^(?:types?|kinds?|codes?|class|level)[\s_]of[\s_]|^code_/i,
];

function isCode(name: string): boolean {
  return codes.some((each) => each.test(name.trim()));
}

/** Names of numbers of which a mean says something, and a sum does not. */
function isMean(name: string): boolean {
  return /(?:^|[\s_.-])(?:mean|avg|average|median|rate|ratio|percent|percentage|pct|share|index|score|age|rank|temperature)(?:$|[\s_.-])|[\s_]per[\s_]/i.test(
    name,
  );
}

/** Whether numbers of a unit are shares, which come to nothing when they are added. */
export function isShare(unit: string | undefined): boolean {
  return /^(?:%|‰|pp|per ?cent|percent(?:age)?(?: points?)?|share)$/i.test(unit?.trim() ?? "");
}

/** The decimal sign by which every number is one; null where neither sign is it for all of them. */
export function decideDecimal(numbers: readonly Cell[], hint?: Decimal): Decimal | null {
  const isPoint = numbers.every(({ point }) => point);
  const isComma = numbers.every(({ comma }) => comma);
  if (isPoint && isComma) return isOpen(numbers) && hint ? hint : ".";
  if (isPoint || isComma) return isPoint ? "." : ",";
  const count = countOf(numbers);
  if (countOf(numbers.filter(({ point }) => point)) >= 0.95 * count) return ".";
  return countOf(numbers.filter(({ comma }) => comma)) >= 0.95 * count ? "," : null;
}

/** Whether some number is another one with the other sign: 1,234 and 12.345. */
export function isOpen(numbers: readonly Cell[]): boolean {
  return numbers.some((cell) => openNumber(cell));
}

function openNumber({ number, point, comma }: Cell): boolean {
  if (number === null || !point || !comma || !/[.,]/.test(number.first)) return false;
  return parseDigits(number.first, ".") !== parseDigits(number.first, ",");
}

function doubtful(numbers: readonly Cell[], decimal: Decimal, { given, decimal: hint }: Evidence) {
  const isSure = !numbers.every(({ point, comma }) => point && comma);
  const cell = numbers.find(openNumber);
  if (isSure || !cell || given.decimal || hint) return [];
  const value = castNumber(cell.text, decimal);
  const read = (value?.best ?? value?.low ?? value?.high)?.toLocaleString("en", {
    maximumFractionDigits: 20,
  });
  const message = `${quoteCell(cell.text)} was read as ${read}; nothing in the column tells thousands from decimals.`;
  return [{ cell, message }];
}

function twoConventions(numbers: readonly Cell[]): TypeReading {
  const point = numbers.find((cell) => cell.point && !cell.comma);
  const comma = numbers.find((cell) => cell.comma && !cell.point);
  const remarks = [point, comma].flatMap((cell) => {
    if (!cell) return [];
    const both = `${quoteCell(point?.text ?? "")} and ${quoteCell(comma?.text ?? "")}`;
    return [{ cell, message: `${both} do not write decimals alike; the column stays text.` }];
  });
  return { type: "text", offers: ["number, decimal point", "number, decimal comma"], remarks };
}

function commonUnit(numbers: readonly Cell[]): string | undefined {
  const units = new Set(numbers.map(({ number }) => number?.unit ?? ""));
  const [unit] = units;
  return units.size === 1 && unit ? unit : undefined;
}

/** Whole numbers of the last decades' days, close together, under a name that speaks of days. */
function isSerialDay({ filled, name }: Evidence): boolean {
  const days = filled.map(({ text }) => Number(text));
  const isInRange = days.every((day) => Number.isInteger(day) && day > 20_000 && day < 60_000);
  return isInRange && days.length > 0 && /date|day|datum|fecha|time/i.test(name);
}
