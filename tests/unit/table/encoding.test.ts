import { expect, test } from "vitest";
import { decode } from "@/data/table/encoding";
import { formatProblem } from "@/data/table/problem";

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const problemsOf = (bytes: Uint8Array, file: string) =>
  decode(bytes, file).problems.map(formatProblem);

test("keeps UTF-8 letter for letter, with its byte order mark", () => {
  const text = "\uFEFFid,\u{1F4A5}\r\n";
  expect(decode(new TextEncoder().encode(text), "a.csv")).toEqual({ text, problems: [] });
});

test("names the line and the field of bytes that are not UTF-8", () => {
  const text = 'id,note\na,good\nb,"line\nna\xEFve"\nc,caf\xE9\n';
  expect(problemsOf(latin1(text), "a.csv")).toEqual([
    'a.csv:4:2 note: expected UTF-8, found "line\\nna\uFFFDve"',
    'a.csv:5:2 note: expected UTF-8, found "caf\uFFFD"',
  ]);
});

test("names the line alone where the cells cannot be told", () => {
  expect(problemsOf(latin1('id\n"open \xE9'), "a.csv")).toEqual([
    'a.csv:2:0: expected UTF-8, found "\\"open \uFFFD"',
  ]);
  expect(problemsOf(latin1('{\n"a": "\xE9"}'), "a.json")).toEqual([
    'a.json:2:0: expected UTF-8, found "\\"a\\": \\"\uFFFD\\"}"',
  ]);
});

test("names UTF-16 as such", () => {
  const bytes = new Uint8Array(Buffer.from("\uFEFFid,note\n", "utf16le"));
  expect(problemsOf(bytes, "a.csv")).toEqual(["a.csv:1:0: expected UTF-8, found UTF-16"]);
});
