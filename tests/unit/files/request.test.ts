import { describe, expect, test } from "vitest";
import { type FileRequest, fileName, formatFile, parseFile } from "@/data/files/request";

const parse = (file: string, query = "") => parseFile(file, new URLSearchParams(query));
const request = (said: Partial<FileRequest>): FileRequest => ({
  name: "attacks",
  format: "csv",
  part: "whole",
  query: new URLSearchParams(),
  ...said,
});
const view = new URLSearchParams("place=Kabul&_sort=-value,start");
const selected = new URLSearchParams("_select=a&_select=b");

describe("a file survives its address", () => {
  test.each<[string, Partial<FileRequest>, string]>([
    ["/data/attacks.csv", {}, "x.attacks.csv"],
    ["/data/attacks.csv?_for=excel", { format: "excel" }, "x.attacks.excel.csv"],
    ["/data/attacks.csv?_for=shown", { format: "shown" }, "x.attacks.shown.csv"],
    ["/data/attacks.json", { format: "json" }, "x.attacks.json"],
    ["/data/attacks.xlsx", { format: "xlsx" }, "x.attacks.xlsx"],
    [
      "/data/attacks.xlsx?_select=a&_select=b&_rows=selected",
      { part: "selected", query: selected, format: "xlsx" },
      "x.attacks.selected.xlsx",
    ],
    [
      "/data/attacks.csv?place=Kabul&_sort=-value,start",
      { part: "view", query: view },
      "x.attacks.view.csv",
    ],
    [
      "/data/attacks.csv?place=Kabul&_sort=-value,start&_for=excel",
      { part: "view", query: view, format: "excel" },
      "x.attacks.view.excel.csv",
    ],
    [
      "/data/attacks.json?_select=a&_select=b&_rows=selected",
      { part: "selected", query: selected, format: "json" },
      "x.attacks.selected.json",
    ],
    [
      "/data/attacks.csv?_repeats=fold",
      { part: "view", query: new URLSearchParams("_repeats=fold") },
      "x.attacks.view.csv",
    ],
  ])("%s", (address, said, name) => {
    const [path = "", query] = address.replace("/data/", "").split("?");
    const file = request(said);
    expect([parse(path, query), formatFile(file), fileName("x", file)]).toEqual([
      file,
      address,
      name,
    ]);
  });
});

test("the view of everything says so, since a bare address is the whole table", () => {
  expect(formatFile(request({ part: "view" }))).toBe("/data/attacks.csv?_repeats=fold");
});

test.each([
  ["attacks.csv", "_for=word", '_for: expected excel or shown, found "word"'],
  ["attacks.csv", "_for=excel&_for=", '_for: expected excel or shown, found ""'],
  ["attacks.json", "_for=excel", "_for: expected on a .csv only"],
  ["attacks.xlsx", "_for=shown", "_for: expected on a .csv only"],
  ["attacks.csv", "_rows=all", '_rows: expected selected, found "all"'],
  ["attacks.csv", "_rows=selected", "_rows: expected _select with it, to name what is selected"],
])("%s?%s is refused in a line", (file, query, problem) => {
  expect(parse(file, query)).toEqual({ problem });
});

test.each([
  "attacks",
  "attacks.csv.csv",
  "Attacks.csv",
  "../attacks.csv",
  "attacks.zip",
  ".csv",
  "",
])("%j names no table", (file) => {
  expect(parse(file)).toBeNull();
});

test.each([
  ["Place is Khyber Pakhtunkhwa", "place-is-khyber-pakhtunkhwa"],
  [
    "Value could be 1,000 or more; the row holds “Atatürk”",
    "value-could-be-1-000-or-more-the-row-holds-ataturk",
  ],
  ["", ""],
  [`${"word ".repeat(20)}longer`, `${"word-".repeat(20)}`.slice(0, -1)],
])("the file of a view names what the view leaves out: %s", (conditions, slug) => {
  expect(fileName("x", request({ part: "view" }), conditions)).toBe(
    ["x.attacks.view", slug, "csv"].filter(Boolean).join("."),
  );
  expect(fileName("x", request({}), conditions)).toBe("x.attacks.csv");
});

test("the keys of a file are read where a program wrote & as &amp;", () => {
  expect(
    parseFile("attacks.csv", new URLSearchParams("_select=a&amp;_rows=selected&amp;_for=excel")),
  ).toEqual(parseFile("attacks.csv", new URLSearchParams("_select=a&_rows=selected&_for=excel")));
});
