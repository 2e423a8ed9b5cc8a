import { expect, test } from "vitest";
import { yearColumns } from "@/data/open/describe";
import { readCase } from "./reading";

test("an export with semicolons, a mark and decimal commas opens as a table of events", () => {
  const found = readCase("events-semicolons");
  expect(found.sentence).toBe("3 rows, 9 columns; semicolons, decimal commas, UTF-8.");
  expect(found.names[0]).toBe("event_id_cnty");
  expect(found.daysOf("event_date")).toEqual(["2024-01-03", "2024-01-17", "2024-02-02"]);
  expect(found.numbersOf("latitude")).toEqual([34.52, 34.53, 34.52]);
  expect(found.numbersOf("fatalities")).toEqual([4, 0, 12]);
  expect(found.cellsOf("notes")[0]).toBe("Clash near the mill; both sides claim it");
  expect(found.columnOf("latitude")?.isAdditive).toBe(false);
});

test("rows stay whole where quoted cells hold another kind of line break", () => {
  const found = readCase("events-breaks-in-cells");
  expect([found.rows.length, found.names.length]).toEqual([2, 11]);
  expect(found.cellsOf("source_headline")[0]).toBe('Wire A: six dead\nWire B: "seven or more"');
  expect([...(found.table?.body.lines ?? [])]).toEqual([2, 4]);
  expect(found.daysOf("date_end")).toEqual(["2023-03-04", "2023-04-30"]);
  expect(found.numbersOf("best")).toEqual([6, 0]);
  expect(found.columnOf("best")?.missing).toEqual({});
});

test("a row of HXL tags describes columns and is no row", () => {
  const found = readCase("tag-row");
  expect(found.table?.layout.header.map(({ line }) => line)).toEqual([2]);
  expect(found.columnOf("People in need")).toMatchObject({
    type: "number",
    tag: "#inneed+ind",
    missing: { "": 1 },
  });
  expect(found.numbersOf("People in need")).toEqual([12500, null, 830]);
  expect(found.types["Date of survey"]).toBe("date");
  expect(found.cellsOf("District")).toEqual(["Ost Varn", "West Varn", "Nord Holm"]);
});

test("a line for a spreadsheet program is no header, and its delimiter is obeyed", () => {
  const found = readCase("sep-line");
  expect(found.table?.control).toBe("sep=;");
  expect(found.names).toEqual(["region", "share"]);
  expect(found.numbersOf("share")).toEqual([12.5, 7]);
  expect([...(found.table?.body.lines ?? [])]).toEqual([3, 4]);
});

test("a line that only names the encoding is set aside", () => {
  const found = readCase("encoding-line");
  expect([found.names, found.rows]).toEqual([
    ["region", "cases"],
    [
      ["Varn", "3"],
      ["Holm", "4"],
    ],
  ]);
  expect(found.sentence).toBe(
    "2 rows, 2 columns; commas, UTF-8; set aside: 1 line above the header.",
  );
});

test("facts above the header are kept as a preamble, and an empty last column is gone", () => {
  const found = readCase("preamble-years");
  expect(found.table?.layout.preamble.map(({ line, cells }) => [line, cells[1]])).toEqual([
    [1, "Example Development Figures"],
    [3, "2024-05-30"],
  ]);
  expect([found.names.length, found.rows.length]).toEqual([8, 2]);
  expect(found.numbersOf("2020")).toEqual([1210.5, 310]);
  expect(found.numbersOf("2021")).toEqual([null, 315]);
  expect(yearColumns(found.table?.columns ?? [])).toEqual(["2019", "2020", "2021", "2022"]);
});

test("names over several columns reach to the next name and are joined with those below", () => {
  const found = readCase("header-two-rows");
  expect(found.names).toEqual([
    "Area",
    "Population",
    "Phase 3 #",
    "Phase 3 %",
    "Phase 4 #",
    "Phase 4 %",
  ]);
  expect(found.numbersOf("Phase 4 #")).toEqual([4000, 0]);
  expect(found.columnOf("Phase 3 %")).toMatchObject({ unit: "%", isAdditive: false });
});

test("a total and notes below the rows are set aside, and said", () => {
  const found = readCase("total-and-notes");
  expect(found.numbersOf("incidents")).toEqual([4, 2]);
  expect(found.types.month).toBe("date");
  expect(found.table?.body.totals.map(({ line }) => line)).toEqual([4]);
  expect(found.table?.body.notes.map(({ cells }) => cells)).toEqual([
    ["Source: Example Bureau of Counts"],
    ["* Holm: partial reporting"],
  ]);
  expect(found.problems).toEqual(["4:0 “Total” is a total, not a row."]);
});

test("thousands may be parted by spaces that do not break", () => {
  const found = readCase("no-break-spaces");
  expect(found.numbersOf("people")).toEqual([18500, 2310, 940]);
  expect(found.numbersOf("cost")).toEqual([1234.5, 987, 12.5]);
});

test("a decimal point is one whoever reads", () => {
  expect(readCase("decimal-points").numbersOf("amount")).toEqual([18500, 2310.5]);
});

test("two conventions in one column stay text, and the cells are named", () => {
  const found = readCase("two-conventions");
  expect(found.types.amount).toBe("text");
  expect(found.problems).toEqual([
    "2:2 “1'234.50” and “1.234,50” do not write decimals alike; the column stays text.",
    "3:2 “1'234.50” and “1.234,50” do not write decimals alike; the column stays text.",
  ]);
});

test("Persian and Arabic digits are numbers, and a year 1402 is of another calendar", () => {
  const found = readCase("persian");
  expect(found.types).toEqual({
    ولایت: "text",
    رویداد: "number",
    تاریخ: "date",
    "تاریخ شمسی": "text",
  });
  expect(found.numbersOf("رویداد")).toEqual([12, 7, 1205]);
  expect(found.problems).toEqual([
    "2:4 “۱۴۰۲-۱۲-۱۱” is a date of another calendar; the column stays text.",
  ]);
});

test("the order of day and month is that of the whole column", () => {
  const found = readCase("day-first");
  expect(found.daysOf("date")).toEqual(["2024-04-03", "2024-04-05", "2024-04-17", "2024-04-30"]);
});

test("an order that no cell tells is not guessed, and a reader can give it", () => {
  const found = readCase("day-or-month");
  expect(found.columnOf("date")).toMatchObject({
    type: "text",
    offers: ["date, day first", "date, month first"],
  });
  expect(found.problems).toEqual([
    "2:2 “03/04/2024” may have the day or the month first, and no other cell tells; the column stays text until you say.",
  ]);
  const columns = new Map([["date", { type: "date", order: "month first" } as const]]);
  expect(readCase("day-or-month", { columns }).daysOf("date")).toEqual([
    "2024-03-04",
    "2024-05-06",
  ]);
});

test("two orders in one column are a contradiction: both cells are named, none is turned", () => {
  const found = readCase("day-and-month");
  expect(found.types.date).toBe("text");
  expect(found.problems.map((problem) => problem.slice(0, 4))).toEqual(["2:2 ", "3:2 "]);
});

test("names that an engine takes for dates stay names", () => {
  expect(readCase("words-like-dates").types).toEqual({
    camp: "text",
    hardware: "text",
    plot: "text",
    seen: "text",
  });
});

test("numbers that may be days of a spreadsheet stay numbers, with an offer", () => {
  const found = readCase("serial-days");
  expect(found.columnOf("visit_date")).toMatchObject({
    type: "number",
    isAdditive: false,
    offers: ["date (days since 1900, as Excel has them)"],
  });
  expect(found.numbersOf("visitors")).toEqual([310, 45292, 0]);
  expect(found.columnOf("visitors")?.offers).toEqual([]);
});

test("codes that look like numbers come back as they were typed", () => {
  const found = readCase("identifiers");
  expect(Object.values(found.types).every((type) => type === "identifier" || type === "text")).toBe(
    true,
  );
  expect(found.rows).toEqual([
    ["007", "13T", "1E10", "0606D", "12d3", "007.1"],
    ["012", "21R", "2E05", "0170D", "7e2", "038.11"],
    ["00012-3", "0F", "3E08", "0099D", "45", "110"],
  ]);
  expect(found.columnOf("batch")?.offers).toEqual(["number"]);
});

test("percents and points have a unit, a true minus is a minus, and shares are not added", () => {
  const found = readCase("percents");
  expect(found.numbersOf("share")).toEqual([9, 100, 12.5]);
  expect(found.numbersOf("change")).toEqual([1.5, -0.5, 0]);
  expect(found.numbersOf("turnout")).toEqual([45, 7.25, null]);
  expect(["share", "change", "turnout"].map((name) => found.columnOf(name)?.unit)).toEqual([
    "%",
    "pp",
    "%",
  ]);
  expect(found.columnOf("share")?.isAdditive).toBe(false);
  expect(found.cellsOf("change")).toEqual(["+1.5 pp", "−0.5 pp", "0 pp"]);
});

test("hidden, rounded and estimated counts keep their precision, and none becomes 0", () => {
  const found = readCase("hidden-counts");
  expect(found.numbersOf("cases")).toEqual([[null, null, 5], [1, null, 9], 17, null, 1204]);
  expect(found.numbersOf("deaths")).toEqual([null, 0, null, 3, null]);
  expect(found.columnOf("deaths")?.missing).toEqual({ "**": 1, "-": 1, ":": 1 });
  expect(found.numbersOf("estimate")).toEqual([
    [null, 1234, null],
    [null, 900, null],
    [40, null, null],
    null,
    12.3,
  ]);
  expect(found.problems).toEqual(["5:4 “several” is no number; it stays as words."]);
});

test("a delimiter at the end of each row shifts no column", () => {
  const found = readCase("delimiter-after-rows");
  expect([found.names, found.rows[0]]).toEqual([
    ["id", "name", "count"],
    ["1", "Varn", "4"],
  ]);
});

test("a number parted by its thousands is one cell again, a short row has its last one missing", () => {
  const found = readCase("delimiter-too-many");
  expect(found.rows).toEqual([
    ["1", "Pump", "1,200", "2023"],
    ["2", "Hose", "40", "2023"],
    ["3", "Valve", "7", ""],
  ]);
  expect(found.problems.slice(0, 2)).toEqual([
    "2:0 5 cells for 4 columns; read as one: “1,200”.",
    "4:3 3 cells for 4 columns; missing here: “year”.",
  ]);
});

test("each column is there once under a name of its own, whatever it is called", () => {
  const found = readCase("headings");
  expect(found.names).toEqual([
    "B, D",
    "C",
    "B, C",
    "count",
    "count (2)",
    "Column 6",
    "__proto__",
    "__proto__ (2)",
    "constructor",
    "killed (total)",
  ]);
  expect(found.numbersOf("__proto__")).toEqual([7, 15]);
  expect(found.rows[1]).toEqual(["1", "1", "1", "4", "4", "14", "15", "16", "17", "18"]);
});

test("Windows-1252 and UTF-8 both have their letters, and the guess is named", () => {
  const found = readCase("windows-1252");
  expect(found.cellsOf("place")).toEqual(["Sørvik", "Étang-le-Vieux", "Köping “old”"]);
  expect(found.sentence).toBe("3 rows, 2 columns; commas, Windows-1252.");
  expect(readCase("emoji").cellsOf("note")).toEqual(["💰", "ok"]);
});

test("UTF-16 opens with and without its mark", () => {
  expect(readCase("utf-16-marked").rows).toEqual([
    ["Sørvik", "3"],
    ["Żary", "14"],
  ]);
  expect(readCase("utf-16-unmarked").names).toEqual(["place", "count"]);
});

test.each(["cr", "lf-and-crlf", "crlf-open-end"])(
  "line ends as in %s give the same table",
  (name) => {
    expect(readCase(name).rows).toEqual([
      ["1", "Varn", "4"],
      ["2", "Holm", "7"],
    ]);
  },
);

test("a NUL costs no row, and is said", () => {
  const found = readCase("nul");
  expect(found.cellsOf("name")).toEqual(["Varn", "Holm"]);
  expect(found.problems).toEqual(["2:0 1 NUL sign left out, the first one here."]);
});

test("a quote that does not close costs its row, never the rows after it", () => {
  const found = readCase("stray-quotes");
  expect(found.rows).toEqual([
    ["1", '5" gun', "plain"],
    ["2", "rifle", 'he said "stop"'],
    ["3", "mine", '"closed with the wrong mark”'],
    ["4", "rifle", "last one"],
  ]);
  expect(found.problems).toEqual([
    "4:3 A quote in this line does not close; the row ends with its line.",
  ]);
});

test("a first row like all others is no header", () => {
  const found = readCase("no-header-tabs");
  expect(found.names[0]).toBe("Column 1");
  expect(found.rows.length).toBe(3);
  expect(found.daysOf("Column 2")).toEqual(["2024-01-03", "2024-01-04", "2024-01-05"]);
  expect(found.numbersOf("Column 5")).toEqual([4, -10, 0]);
  expect(found.columnOf("Column 6")?.missing).toEqual({ "": 2 });
});

test("a header alone, an empty file and one column get a sentence", () => {
  expect(readCase("header-only").problems).toEqual(["0:0 The table has no rows."]);
  expect(readCase("header-only").names).toEqual(["id", "name", "n"]);
  expect(readCase("empty").sentence).toBe("The file is empty.");
  expect(readCase("one-column").sentence).toBe(
    "2 rows, 1 column; one column, UTF-8; set aside: 1 blank line.",
  );
});

test("years and case numbers are no quantities", () => {
  const found = readCase("years");
  expect(found.types).toEqual({ year: "year", population: "number", case_no: "identifier" });
  expect(found.numbersOf("population")).toEqual([1210, 1200, null]);
});

test("a delimiter that is also in numbers and headings is told from the one between cells", () => {
  const padded = readCase("padded-semicolons");
  expect(padded.names).toEqual(["item", "price, in crowns"]);
  expect(padded.numbersOf("price, in crowns")).toEqual([1000, 1000000, 40]);
  expect(padded.cellsOf("price, in crowns")[0]).toBe("1,000");
  expect(readCase("tabs-decimal-commas").numbersOf("X")).toEqual([120.5, 1]);
});
