import { expect, test } from "vitest";
import { readText } from "./reading";

test("a title with a comma above a blank line is no header", () => {
  const found = readText("Incidents by district, 2023\n\nDistrict,Incidents\nVarn,4\nHolm,7\n");
  expect([found.names, found.rows.length]).toEqual([["District", "Incidents"], 2]);
});

test("comments at the top are set aside, and the last may have the headings", () => {
  const found = readText("# From a, b\n# CC BY\n#id,name,n\n1,Varn,4\n2,Holm,7\n");
  expect([found.names, found.table?.layout.preamble.map(({ line }) => line)]).toEqual([
    ["#id", "name", "n"],
    [1, 2],
  ]);
});

test("units below the headings belong to the names", () => {
  const found = readText("time,temperature,pressure\n(s),(°C),(hPa)\n0,12.5,1013\n1,12.6,1012\n");
  expect(found.names).toEqual(["time (s)", "temperature (°C)", "pressure (hPa)"]);
});

test("headings one fewer than cells leave the numbers of rows without a name", () => {
  const found = readText(
    '"Sepal","Species"\n"1",5.1,"setosa"\n"2",4.9,"setosa"\n"3",4.7,"virginica"\n',
  );
  expect(found.types).toEqual({ "Column 1": "identifier", Sepal: "number", Species: "category" });
});

test("rows that all lack their last cells are whole rows", () => {
  const found = readText("id,name,n,checked,by\n1,Varn,4\n2,Holm,7\n3,Sund,1\n");
  expect([found.names.length, found.rows[0], found.problems]).toEqual([
    5,
    ["1", "Varn", "4", "", ""],
    [],
  ]);
});

test("a table drawn with bars and dashes opens as a table", () => {
  const found = readText(
    "| place | killed |\n|-------|-------:|\n| Varn  | 4      |\n| Holm  | 7      |\n",
  );
  expect([found.names, found.rows]).toEqual([
    ["place", "killed"],
    [
      ["Varn", "4"],
      ["Holm", "7"],
    ],
  ]);
});

test("cells lined up by spaces are parted by any number of them", () => {
  const found = readText(
    "name  count  share\nVarn  12     0.5\nHolm  7      0.25\nSund  101    0.125\n",
  );
  expect(found.rows[1]).toEqual(["Holm", "7", "0.25"]);
});

test("a second table below a gap, under a title of its own, is named and left out", () => {
  const found = readText(
    "Table 1: incidents\ndistrict,count\nVarn,4\nHolm,7\n\nTable 2: actors\nactor,attacks,killed\nRed Brigade,3,9\nOther,1,0\n",
  );
  expect([found.rows.length, found.table?.body.tables]).toEqual([2, [6]]);
});

test("a reader can open the second table, say how many rows the header has, or the delimiter", () => {
  const two = "a,b\n1,2\n3,4\n\nx,y,z\n5,6,7\n8,9,10\n";
  expect(readText(two, { table: 5 }).rows).toEqual([
    ["5", "6", "7"],
    ["8", "9", "10"],
  ]);
  const none = readText("Varn,North\nHolm,South\n", { header: { line: 1, rows: 0 } });
  expect([none.names, none.rows.length]).toEqual([["Column 1", "Column 2"], 2]);
  expect(readText("a;b,c\n1;2,3\n", { dialect: { delimiter: ";" } }).names).toEqual(["a", "b,c"]);
});

test("totals among the rows are named and kept, the one at the end is set aside", () => {
  const found = readText(
    "Region,District,Count\nNorth,Varn,4\nNorth,Holm,6\nNorth Total,,10\nSouth,Sund,1\nGrand Total,,11\n",
  );
  expect(found.rows.length).toBe(4);
  expect(found.problems).toEqual([
    "6:0 “Grand Total” is a total, not a row.",
    "4:0 “North Total” may be a total; it stands among the rows and was kept.",
  ]);
});

test("hostile text stays text", () => {
  const found = readText(
    'name,formula\n<script>alert(1)</script>,"=HYPERLINK(""x"")"\n\u202Eevil,@SUM(A1)\n',
  );
  expect(found.rows).toEqual([
    ["<script>alert(1)</script>", '=HYPERLINK("x")'],
    ["\u202Eevil", "@SUM(A1)"],
  ]);
});

test("lines that were quoted whole by another program are lines again", () => {
  const found = readText('"id,name,n"\n"1,""Varn, Ost"",4"\n"2,Holm,7"\n"3,Sund,9"\n');
  expect([found.names, found.rows[0]]).toEqual([
    ["id", "name", "n"],
    ["1", "Varn, Ost", "4"],
  ]);
});

test("typographic quotes around cells are quotes", () => {
  const found = readText("id,name,n\n1,“Smith, John”,3\n2,“Lee, Ann”,4\n3,Bob,5\n");
  expect(found.cellsOf("name")).toEqual(["Smith, John", "Lee, Ann", "Bob"]);
});

test("a header with another delimiter than the rows is still the header", () => {
  expect(readText("id;name;n\n1,Varn,4\n2,Holm,7\n3,Sund,9\n").names).toEqual(["id", "name", "n"]);
});

test("a header on every page of a print is no row and ends no table", () => {
  const page = (from: number) => `id,n\n${from},4\n${from + 1},5\n`;
  const found = readText(page(1) + page(3) + page(5));
  expect(found.cellsOf("id")).toEqual(["1", "2", "3", "4", "5", "6"]);
  expect(found.sentence).toBe(
    "6 rows, 2 columns; commas, UTF-8; set aside: the header repeated 2 times.",
  );
});

test("one column of decimal commas is one column", () => {
  expect(readText("value\n1,5\n2,75\n10,25\n").numbersOf("value")).toEqual([1.5, 2.75, 10.25]);
});

test("the sign that ends a text of DOS is no row", () => {
  expect(readText("id,n\r\n1,4\r\n2,5\r\n\u001A").rows.length).toBe(2);
});
