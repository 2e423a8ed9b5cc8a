import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJson } from "@/data/table/json";

const text = `{
  "name": "é\\n",
  "list": [1, -2.5e+3, {"a": null}],
  "": {"b": true}
}`;

test("reads a text as JSON.parse does", () => {
  expect(parseJson(text).value).toEqual(JSON.parse(text));
});

test.each([
  [[], 1, 1],
  [["name"], 2, 11],
  [["list"], 3, 11],
  [["list", 1], 3, 15],
  [["list", 2, "a"], 3, 30],
  [["", "b"], 4, 13],
])("finds the place of %j", (path, line, column) => {
  expect(parseJson(text).placeOf?.(path)).toEqual({ line, column });
});

test("takes the smallest part around one that is missing", () => {
  expect(parseJson(text).placeOf?.(["list", 2, "z", 0])).toEqual({ line: 3, column: 24 });
});

describe("says what is wrong, and where", () => {
  test.each([
    ["", 1, 1, "a value", "the end of the file"],
    ["{", 1, 2, 'a key in quotes or "}"', "the end of the file"],
    ['{"a": 1,}', 1, 9, "a key in quotes", '"}"'],
    ["{\n  'a': 1\n}", 2, 3, 'a key in quotes or "}"', `"'a': 1"`],
    ['{"a" 1}', 1, 6, '":"', '"1}"'],
    ['{"a": tru}', 1, 7, "a value", '"tru}"'],
    ['{"a": 1\r\n "b": 2}', 2, 2, '"," or "}"', '"\\"b\\": 2}"'],
    ["[1 2]", 1, 4, '"," or "]"', '"2]"'],
    ["[01]", 1, 3, '"," or "]"', '"1]"'],
    ["[1]]", 1, 4, "nothing more", '"]"'],
    ['["a\tb"]', 1, 2, 'a value or "]"', '"\\"a\\tb\\"]"'],
    ['"\\x"', 1, 1, "a value", '"\\"\\\\x\\""'],
    ["\uFEFF1", 1, 1, "a value", '"\uFEFF1"'],
  ])("%j", (wrong, line, column, expected, found) => {
    expect(parseJson(wrong).fault).toEqual({ line, column, expected, found });
  });
});

test("accepts what JSON.parse accepts, and nothing else", () => {
  const near = fc.stringMatching(/^[ \n]?([[{}\]:,"\\a01.e+-]|true|null)*$/);
  const cut = fc
    .tuple(fc.json(), fc.nat(), fc.string())
    .map(([json, at, text]) => json.slice(0, at % (json.length + 1)) + text);
  fc.assert(
    fc.property(fc.oneof(fc.json(), near, cut), (text) => {
      const isJson = (() => {
        try {
          return JSON.parse(text) !== undefined;
        } catch {
          return false;
        }
      })();
      expect(parseJson(text).fault === undefined).toBe(isJson);
    }),
    { numRuns: 1_000 },
  );
});
