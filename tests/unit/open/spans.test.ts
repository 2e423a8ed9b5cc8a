import fc from "fast-check";
import { expect, test } from "vitest";
import { openFile } from "@/data/open/session";
import type { SpanCount } from "@/data/open/spans";

const pad = (value: number) => String(value).padStart(2, "0");
const day = fc
  .tuple(fc.integer({ min: 2019, max: 2022 }), fc.integer({ min: 1, max: 12 }), fc.nat(27))
  .map(([year, month, at]) => `${year}-${pad(month)}-${pad(at + 1)}`);
/** A day, a month, nothing, and a number, a bound, nothing. */
const row = fc.tuple(
  fc.oneof(
    { weight: 6, arbitrary: day },
    day.map((date) => date.slice(0, 7)),
    fc.constant(""),
  ),
  fc.oneof({ weight: 6, arbitrary: fc.nat(9).map(String) }, fc.constantFrom("≥ 4", "")),
);
// Days and numbers enough that the columns are known for what they are.
const usual = Array.from({ length: 40 }, (_, at) => ["2020-05-17", String(at % 7)] as const);

async function open(rows: readonly (readonly [string, string])[]) {
  // The place keeps a row without a day and a number from being a blank line.
  const text = ["day,dead,place", ...rows.map((cells) => `${cells.join(",")},Varn`)].join("\n");
  const session = await openFile("rows.csv", new TextEncoder().encode(text));
  if ("refusal" in session) throw new Error(session.refusal);
  return session;
}

const years = [2019, 2020, 2021, 2022].map((year) => ({
  from: `${year}-01-01`,
  to: `${year}-12-31`,
}));

test("counts a row in the one year that it lies in, and one without a date maybe in each", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (more) => {
      const rows = [...usual, ...more];
      const session = await open(rows);
      const found = session.spans({ date: "day", spans: years, steps: "year" });
      const undated = rows.filter(([date]) => date === "").length;
      const inYear = ({ span }: SpanCount) =>
        rows.filter(([date]) => date.startsWith(span.from.slice(0, 4))).length;
      expect(found?.counts.map(({ low, high }) => [low, high])).toEqual(
        found?.counts.map((each) => [inYear(each), inYear(each) + undated]),
      );
    }),
    { numRuns: 40 },
  );
});

test("a sum has no upper end where a row that may belong to it has none", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (more) => {
      const rows = [...usual, ...more];
      const session = await open(rows);
      const found = session.spans({ date: "day", of: "dead", spans: years, steps: "year" });
      for (const { span, low, high } of found?.counts ?? []) {
        const mine = rows.filter(([date]) => date.startsWith(span.from.slice(0, 4)));
        const maybe = rows.filter(([date]) => date === "");
        const number = (text: string) => Number(text.replace("≥ ", ""));
        const sum = (all: readonly (readonly [string, string])[]) =>
          all.reduce((total, [, dead]) => total + number(dead), 0);
        const isOpen = [...mine, ...maybe].some(([, dead]) => !/^\d+$/.test(dead));
        expect([low, high]).toEqual([
          sum(mine),
          isOpen ? Number.POSITIVE_INFINITY : sum(mine) + sum(maybe),
        ]);
      }
    }),
    { numRuns: 40 },
  );
});

test("a day counts in a month, and a month of its own only maybe in a week", async () => {
  const session = await open([...usual, ["2020-05", "3"]]);
  const found = session.spans({
    date: "day",
    spans: [
      { from: "2020-05-01", to: "2020-05-31" },
      { from: "2020-05-17", to: "2020-05-17" },
    ],
    steps: "month",
  });
  expect(found?.counts.map(({ rows, coarse }) => [rows, coarse])).toEqual([
    [41, 0],
    [40, 1],
  ]);
  expect(found?.steps.map(({ span }) => span)).toEqual([{ from: "2020-05-01", to: "2020-05-31" }]);
});
