import { expect, test } from "vitest";
import { briefly, formatProblem, notOneOf, ProblemsError, quote } from "@/data/table/problem";

const place = { file: "attacks.csv", line: 3, column: 12 };

test("says a problem in one line that a terminal can open", () => {
  expect(formatProblem({ ...place, field: "best", expected: "a number", found: '"9,40"' })).toBe(
    'attacks.csv:3:12 best: expected a number, found "9,40"',
  );
});

test("leaves out the field where a whole row is at fault", () => {
  expect(formatProblem({ ...place, column: 0, expected: "26 cells", found: "25" })).toBe(
    "attacks.csv:3:0: expected 26 cells, found 25",
  );
});

test("quotes a cell with its quotes and line breaks visible", () => {
  expect(quote('two\n"lines"')).toBe('"two\\n\\"lines\\""');
});

test("quotes 60 characters in full", () => {
  expect(quote("x".repeat(60))).toBe(`"${"x".repeat(60)}"`);
});

test("cuts a quoted cell after 60 characters", () => {
  expect(quote("x".repeat(61))).toBe(`"${"x".repeat(60)}…"`);
});

test("a page cuts a long list of what could stand there after a whole item", () => {
  const known = Array.from({ length: 40 }, (_, index) => `place ${index}`);
  const problem = notOneOf("place", "Mars", known);
  expect(problem).toContain("place 39");
  expect(briefly(problem)).toMatch(/^place: found "Mars", expected one of place 0, .*place \d+ …$/);
  expect(briefly(problem).length).toBeLessThan(140);
});

test("a page leaves a short line as it is", () => {
  const problem = notOneOf("_repeats", "hide", ["show", "fold"]);
  expect(briefly(problem)).toBe('_repeats: found "hide", expected one of show, fold');
});

test("an error carries all problems, a line each", () => {
  const first = { ...place, expected: "a value", found: '""' };
  const error = new ProblemsError([first, { ...first, line: 4 }]);
  expect(error.message).toBe(
    'attacks.csv:3:12: expected a value, found ""\nattacks.csv:4:12: expected a value, found ""',
  );
});
