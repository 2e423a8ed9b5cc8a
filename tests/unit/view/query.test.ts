import { expect, test } from "vitest";
import { formatQuery, lengthProblem } from "@/data/view/query";

test("a query keeps the signs that read better as they are", () => {
  const query = new URLSearchParams([
    ["place!", "a,b"],
    ["_sort", "-value,start"],
    ["note", "1:2 & 3"],
  ]);
  expect(formatQuery(query)).toBe("place!=a,b&_sort=-value,start&note=1:2+%26+3");
});

test.each([
  [4000, null],
  [4001, "expected a view of at most 4,000 characters, found one of 4,001"],
])("of a query of %s characters the interface says: %s", (length, problem) => {
  expect(lengthProblem("x".repeat(length))).toBe(problem);
});
