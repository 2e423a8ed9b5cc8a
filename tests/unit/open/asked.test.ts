import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Asked,
  formatAsked,
  narrowTo,
  nothingAsked,
  parseAsked,
} from "@/components/open/asked";

const column = fc.constantFrom("place", "__proto__", "constructor", "column-3", "größe");

test("what is asked of a table comes back from its address, whatever columns and values are called", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.uniqueArray(column),
      fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
      (find, columns, values) => {
        const whole: Asked = {
          ...nothingAsked,
          find,
          sort: [{ column: "place", descending: true }],
        };
        const asked = columns.reduce((all, each) => narrowTo(all, each, values), whole);
        const known = ["place", "__proto__", "constructor", "column-3", "größe"];
        expect(parseAsked(formatAsked(asked), known)).toEqual(asked);
      },
    ),
    { numRuns: 50 },
  );
});
