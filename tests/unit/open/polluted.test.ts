import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCsv } from "@/data/open/output";
import { header, plainStyle, styles, tables, writeFile, writeRow, writeTable } from "./polluted";
import { readBytes, readText } from "./reading";

const runs = { numRuns: 60 };

/** A place in a table: a row and a column, each as a share of their number. */
const place = fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000));

/** A table with one row of its file changed; what is read back, and which row it was. */
function pollute(
  rows: string[][],
  [row, column]: [number, number],
  change: (cells: string[], column: number) => string,
) {
  const at = row % rows.length;
  const lines = rows.map((cells, index) => {
    return index === at
      ? change(
          cells.map((cell) => writeRow([cell], plainStyle)),
          column % header.length,
        )
      : writeRow(cells, plainStyle);
  });
  const found = readText(writeFile([writeRow(header, plainStyle), ...lines], plainStyle));
  return { at, found };
}

const without = <T>(list: readonly T[], at: number) => list.filter((_, index) => index !== at);

test("a table is the same however it is delimited, quoted, escaped and ended", () => {
  fc.assert(
    fc.property(tables, styles, (rows, style) => {
      const found = readText(writeTable([header, ...rows], style));
      expect([found.names, found.rows]).toEqual([header, rows]);
    }),
    runs,
  );
});

test("a delimiter too many leaves every row as it was", () => {
  fc.assert(
    fc.property(tables, place, (rows, where) => {
      const { found } = pollute(rows, where, (cells, column) =>
        cells.toSpliced(column, 0, "").join(","),
      );
      expect(found.rows).toEqual(rows);
    }),
    runs,
  );
});

test("a delimiter too few costs no other row, and the row is named", () => {
  fc.assert(
    fc.property(tables, place, (rows, where) => {
      const { at, found } = pollute(rows, where, (cells, column) => {
        const from = Math.max(1, column);
        return cells.toSpliced(from - 1, 2, `${cells[from - 1]}${cells[from]}`).join(",");
      });
      expect(without(found.rows, at)).toEqual(without(rows, at));
      expect(found.problems[0]).toMatch(new RegExp(`^${at + 2}:`));
    }),
    runs,
  );
});

test("a quote too many before a cell costs no other row, and the row is named", () => {
  fc.assert(
    fc.property(tables, place, (rows, where) => {
      const { at, found } = pollute(rows, where, (cells, column) =>
        cells.with(column, `"${cells[column]}`).join(","),
      );
      expect(without(found.rows, at)).toEqual(without(rows, at));
      expect(found.rows.length).toBe(rows.length);
      expect(found.problems[0]).toMatch(new RegExp(`^${at + 2}:`));
    }),
    runs,
  );
});

test("a row with another delimiter is read by it", () => {
  fc.assert(
    fc.property(tables, place, fc.constantFrom(";", "\t", "|"), (rows, where, sign) => {
      const { at, found } = pollute(rows, where, (cells) => cells.join(sign));
      expect(without(found.rows, at)).toEqual(without(rows, at));
      expect(found.rows[at]).toEqual(rows[at]);
    }),
    runs,
  );
});

test("without a header no row is taken for one", () => {
  fc.assert(
    fc.property(tables, styles, (rows, style) => {
      const found = readText(writeTable(rows, style));
      expect([found.names[0], found.rows]).toEqual(["Column 1", rows]);
    }),
    runs,
  );
});

test("titles above, a total and notes below are set aside and change no row", () => {
  const above = fc.constantFrom(
    [],
    ["Incidents in Norland"],
    ["Incidents, by day", ""],
    ["Title,,,,,", ",,,,,"],
  );
  const below = fc.constantFrom(
    [],
    ["Source: Example Bureau"],
    ["", "* partial"],
    ["Total,,,99,,"],
  );
  fc.assert(
    fc.property(tables, above, below, (rows, before, after) => {
      const table = [header, ...rows].map((cells) => writeRow(cells, plainStyle));
      const found = readText(writeFile([...before, ...table, ...after], plainStyle));
      expect([found.names, found.rows]).toEqual([header, rows]);
    }),
    runs,
  );
});

test("headings over two rows are joined", () => {
  fc.assert(
    fc.property(tables, (rows) => {
      const over = ["", "", "", "Known", "", "Words"];
      const found = readText(writeTable([over, header, ...rows], plainStyle));
      expect(found.names.slice(2)).toEqual([
        "district",
        "Known killed",
        "Known cost",
        "Words what happened",
      ]);
      expect(found.rows).toEqual(rows);
    }),
    runs,
  );
});

test("a second table below the first is named and not mixed with it", () => {
  fc.assert(
    fc.property(tables, fc.boolean(), (rows, hasGap) => {
      const table = [header, ...rows].map((cells) => writeRow(cells, plainStyle));
      const found = readText(writeFile([...table, ...(hasGap ? [""] : []), ...table], plainStyle));
      expect(found.rows).toEqual(rows);
      expect(found.table?.body.tables).toEqual([rows.length + (hasGap ? 3 : 2)]);
    }),
    runs,
  );
});

test("the clean CSV of any table reads back as the same table", () => {
  fc.assert(
    fc.property(tables, styles, (rows, style) => {
      const once = readText(writeTable([header, ...rows], style));
      const twice = readText(formatCsv(once.names, once.rows));
      expect([twice.names, twice.rows, twice.problems]).toEqual([header, rows, []]);
    }),
    runs,
  );
});

test("any bytes at all give a table or a sentence", () => {
  const scraps = fc.constantFrom(
    '"',
    ",",
    ";",
    "\n",
    "\r",
    "\0",
    "a",
    "1",
    "'",
    " ",
    "\t",
    "é",
    "﻿",
    "#",
    "=",
    "-",
  );
  const texts = fc
    .array(scraps, { maxLength: 60 })
    .map((parts) => new TextEncoder().encode(parts.join("")));
  fc.assert(
    fc.property(fc.oneof(texts, fc.uint8Array({ maxLength: 200 })), (bytes) => {
      const found = readBytes(bytes);
      const width = found.names.length;
      expect(found.rows.every((cells) => cells.length === width)).toBe(true);
      expect(found.sentence).toMatch(/\.$/);
    }),
    { numRuns: 1000 },
  );
});
