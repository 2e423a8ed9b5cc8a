import fc from "fast-check";

/** How a table is written into a file. */
export interface Style {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: "double" | "backslash";
  readonly lineEnd: string;
  readonly lastEnd: 0 | 1 | 2;
  readonly quoteAll: boolean;
}

export const plainStyle: Style = {
  delimiter: ",",
  quote: '"',
  escape: "double",
  lineEnd: "\n",
  lastEnd: 1,
  quoteAll: false,
};

export const styles: fc.Arbitrary<Style> = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|", ", ", "^", "~"),
  quote: fc.constantFrom('"', "'"),
  escape: fc.constantFrom("double", "backslash"),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  lastEnd: fc.constantFrom(0, 1, 2),
  quoteAll: fc.boolean(),
});

export const header = ["case", "day", "district", "killed", "cost", "what happened"];

const places = ["Varn", "Ost Varn", "Holm", "Sund", "Köping", "Nord-Holm", "Port d'Or"];
const sentences = [
  "Clash near the mill; both sides claim it",
  "Device found, made safe",
  "Ambush on a road, two cars burnt, no claim",
  'A witness said "nobody knew", then left',
  "Shots at night",
  "Market attacked: stalls, a bus and a school",
  "Wall of 5 m broken",
];

/** Rows of a small table of incidents: a code, a day, a place, a count, a price, a sentence. */
export const tables: fc.Arbitrary<string[][]> = fc.array(
  fc
    .tuple(
      fc.integer({ min: 100, max: 999 }),
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom(...places),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 99_999 }),
      fc.constantFrom(...sentences),
    )
    .map(([code, day, place, killed, cents, text]) => [
      `NL-${code}`,
      `2024-03-${String(day).padStart(2, "0")}`,
      place,
      String(killed),
      `$${(cents / 100).toFixed(2)}`,
      text,
    ]),
  { minLength: 5, maxLength: 30 },
);

/** Cells as one line of a file, without its end. */
export function writeRow(cells: readonly string[], style: Style): string {
  return cells.map((cell) => writeCell(cell, style)).join(style.delimiter);
}

function writeCell(cell: string, style: Style): string {
  const { delimiter, quote, quoteAll } = style;
  const sign = delimiter.trim() || delimiter;
  const isBare = !cell.includes(sign) && !cell.includes(quote) && !/[\r\n]/.test(cell);
  if (isBare && (!quoteAll || /^[\d-]+$/.test(cell))) return cell;
  const escaped = cell.replaceAll(quote, style.escape === "double" ? quote + quote : `\\${quote}`);
  return quote + escaped + quote;
}

/** Lines as a file. */
export function writeFile(lines: readonly string[], { lineEnd, lastEnd }: Style): string {
  return lines.join(lineEnd) + lineEnd.repeat(lastEnd);
}

export function writeTable(rows: readonly (readonly string[])[], style: Style): string {
  return writeFile(
    rows.map((cells) => writeRow(cells, style)),
    style,
  );
}
