import { expect, test } from "vitest";
import { formatProblem, ProblemsError, quote } from "@/data/problem";

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

test("an error carries all problems, a line each", () => {
  const first = { ...place, expected: "a value", found: '""' };
  const error = new ProblemsError([first, { ...first, line: 4 }]);
  expect(error.message).toBe(
    'attacks.csv:3:12: expected a value, found ""\nattacks.csv:4:12: expected a value, found ""',
  );
});
