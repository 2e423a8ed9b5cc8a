import { expect, test } from "vitest";
import { compare, spansOf } from "@/data/compare/compare";
import { comparisonCsv } from "@/data/compare/csv";
import type { Statement } from "@/data/compare/published";
import { seriesOf, statementsOf } from "@/data/compare/published";
import {
  describeComparison,
  formatDifference,
  formatOwn,
  formatRatio,
  roundDifference,
} from "@/data/compare/words";
import type { Figure } from "@/data/figure/figure";
import { openFile, type Session } from "@/data/open/session";
import { figure, names } from "../figures";
import { invented } from "../fixture";

/** Made-up rows: so many in each year, a few days apart from the first of January on. */
function rowsIn(counts: { readonly [year: string]: number }, more: readonly string[] = []): string {
  const rows = Object.entries(counts).flatMap(([year, count]) =>
    Array.from({ length: count }, (_, at) => {
      const day = new Date(Date.UTC(Number(year), 0, 1 + (at % 365)));
      return `${day.toISOString().slice(0, 10)},2`;
    }),
  );
  return ["day,killed", ...rows, ...more].join("\n");
}

async function open(text: string): Promise<Session> {
  const session = await openFile("events.csv", new TextEncoder().encode(text));
  if ("refusal" in session) throw new Error(session.refusal);
  return session;
}

async function linesOf(text: string, statements: readonly Statement[], of?: string) {
  const session = await open(text);
  const counts = session.spans({ date: "day", of, spans: spansOf(statements), steps: "year" });
  if (!counts) throw new Error("no such column");
  const lines = compare(statements, counts);
  const sentenceOf = (line: (typeof lines)[number]) =>
    describeComparison(line, { added: of ?? null }, [], counts, invented.names);
  return { lines, sentenceOf, counts };
}

/** Each line of a comparison as its table shows it. */
async function shown(text: string, statements: readonly Statement[], of?: string) {
  const { lines } = await linesOf(text, statements, of);
  return lines.map((line) => {
    const difference = roundDifference(line);
    return [
      line.period,
      line.statement?.figure.document ?? "",
      formatOwn(line.own),
      difference ? formatDifference(difference) : "–",
      formatRatio(line.ratio),
      line.verdict,
    ].join(" | ");
  });
}

const [yearly] = seriesOf(statementsOf(invented.all, "raids"));
const fourYears = yearly?.statements ?? [];
const stated = (...said: readonly Partial<Figure>[]) =>
  statementsOf(
    said.map((each, at) => figure({ id: `f${at}`, start: "2021", end: "2021", ...each })),
    "attacks",
  );

test("the series with most years is that of the four yearly counts, without repeats and parts", () => {
  expect(fourYears.map(({ figure: { id } }) => id)).toEqual([
    "raids-2019",
    "raids-2020",
    "raids-2021",
    "raids-2022",
  ]);
});

test("lays known rows over the four yearly counts", async () => {
  const events = rowsIn({ 2020: 114, 2021: 90, 2022: 33 });
  expect(await shown(events, fourYears)).toEqual([
    "2019 | first-2023 | – | – | – | not covered",
    "2020 | first-2023 | 114 | −6 | 95% | below",
    "2021 | first-2023 | 90 | 0 | 100% | inside",
    "2022 | first-2023 | 33 | +3 | 110% | above",
  ]);
});

test("rows without a date make the own count a range, and what it holds cannot be told", async () => {
  const undated = Array.from({ length: 6 }, () => ",2");
  const events = rowsIn({ 2020: 108, 2021: 87, 2022: 30 }, undated);
  expect(await shown(events, fourYears)).toEqual([
    "2019 | first-2023 | – | – | – | not covered",
    "2020 | first-2023 | 108–114 | −12 to −6 | 90–95% | below",
    "2021 | first-2023 | 87–93 | −3 to +3 | 96–104% | undecidable",
    "2022 | first-2023 | 30–36 | 0 to +6 | 100–120% | undecidable",
  ]);
});

test("a year within the table's time without a row is 0, and one outside of it is not covered", async () => {
  const events = rowsIn({ 2019: 40, 2021: 200 });
  expect(await shown(events, fourYears)).toEqual([
    "2019 | first-2023 | 40 | 0 | 100% | inside",
    "2020 | first-2023 | 0 | −120 | 0% | below",
    "2021 | first-2023 | 200 | +110 | ≈ 222% | above",
    "2022 | first-2023 | – | – | – | not covered",
  ]);
});

test("holds rows against ranges, bounds, approximate numbers and words", async () => {
  const statements = stated(
    { precision: "range", low: 300, high: 400 },
    { precision: "at least", low: 300 },
    { precision: "at least", low: 340 },
    { precision: "up to", high: 400 },
    { precision: "about", best: 300 },
    { precision: "words", as_printed: "several attacks" },
  );
  expect(await shown(rowsIn({ 2021: 334 }), statements)).toEqual([
    "2021 | first-2024 | 334 | −66 to +34 | 83–112% | inside",
    "2021 | first-2024 | 334 | ≤ +34 | ≤ 112% | undecidable",
    "2021 | first-2024 | 334 | ≤ −6 | ≤ 99% | below",
    "2021 | first-2024 | 334 | −66 to +334 | – | undecidable",
    "2021 | first-2024 | 334 | ≈ 0 | ≈ 111% | inside",
    "2021 | first-2024 | 334 | – | – | undecidable",
  ]);
});

test("two documents that disagree on a year stand as two lines", async () => {
  const statements = stated(
    { document: "first-2024", best: 353, fact: "attacks-2021" },
    { document: "second-2024", best: 334, fact: "attacks-2021", claimant: "ACLED" },
  );
  expect(seriesOf(statements)).toHaveLength(1);
  expect(await shown(rowsIn({ 2021: 334 }), statements)).toEqual([
    "2021 | first-2024 | 334 | −19 | ≈ 95% | below",
    "2021 | second-2024 | 334 | 0 | 100% | inside",
  ]);
});

test("compares a period that is no year over its own days, and says where dates are too coarse", async () => {
  const statements = stated(
    { start: "2021-08", end: "2022-07", best: 3 },
    { start: "2021-08", end: "2021-08", best: 1 },
  );
  const events = [
    "day,killed",
    "2021-07-31,1",
    "2021-08-01,1",
    "2022-07-31,1",
    "2022-08-01,1",
    "2022-07,1",
    "2022-09-01,1",
  ];
  expect(await shown(events.join("\n"), statements)).toEqual([
    "2021 |  | 2 | – | – | not published",
    "Aug 2021 | first-2024 | 1 | 0 | 100% | inside",
    "Aug 2021–Jul 2022 | first-2024 | 3 | 0 | 100% | inside",
    "2022 |  | 4 | – | – | not published",
  ]);
  const coarse = ["day,killed", "2021-03,1", "2021-08-02,1", "2021-Q3,1", "2022-09-01,1"];
  expect((await shown(coarse.join("\n"), statements))[1]).toBe(
    "Aug 2021 | first-2024 | 1–2 | 0 to +1 | 100–200% | undecidable",
  );
});

test("of a figure without a period nothing is compared", async () => {
  const statements = stated({ start: null, end: null, as_of: "2024-05" });
  expect((await shown(rowsIn({ 2021: 3 }), statements)).at(-1)).toBe(
    "as of May 2024 | first-2024 | – | – | – | no period",
  );
});

test("adds a column, of which a missing number leaves the sum open", async () => {
  const statements = stated({ best: 5 });
  const events = "day,killed\n2021-01-01,2\n2021-02-01,≥ 4\n2021-12-01,1\n";
  expect(await shown(events, statements, "killed")).toEqual([
    "2021 | first-2024 | ≥ 7 | ≥ +2 | ≥ 140% | above",
  ]);
  const missing = "day,killed\n2021-01-01,2\n2021-02-01,\n2021-12-01,1\n2021-12-02,1\n";
  expect(await shown(missing, statements, "killed")).toEqual([
    "2021 | first-2024 | ≥ 4 | ≥ −1 | ≥ 80% | undecidable",
  ]);
});

test("a filter by time takes a year away from what the table speaks of, another filter does not", async () => {
  const session = await open("day,who\n2020-03-01,A\n2021-03-01,B\n2022-03-01,A\n");
  const request = { date: "day", spans: spansOf(fourYears), steps: "year" } as const;
  session.view("who=A");
  expect(session.spans(request)?.covers).toEqual({ from: "2020-03-01", to: "2022-03-01" });
  session.view("day=2021..2022");
  expect(session.spans(request)?.covers).toEqual({ from: "2021-03-01", to: "2022-03-01" });
});

test("a sentence says both numbers, who counts, and why the own one is no single number", async () => {
  const undated = Array.from({ length: 6 }, () => ",2");
  const { lines, sentenceOf } = await linesOf(rowsIn({ 2020: 108, 2021: 90 }, undated), fourYears);
  expect(lines.map(sentenceOf)).toEqual([
    "Own table: its rows run from 1 Jan 2020 to 31 Mar 2021, so it says nothing of 2019, for which nothing stands beside the 40 that First counts.",
    "Own table: 108 to 114 rows (6 rows have no date) for 2020, 6 to 12 fewer than the 120 that First counts.",
    "Own table: 90 to 96 rows (6 rows have no date) for 2021, which may or may not be the 90 that First counts.",
    "Own table: its rows run from 1 Jan 2020 to 31 Mar 2021, so it says nothing of 2022, for which nothing stands beside the 30 that First counts.",
  ]);
});

test("a sentence about bounds and words does not make numbers of them", async () => {
  const statements = stated(
    { precision: "at least", low: 340 },
    { precision: "at least", low: 300, claimant: "ACLED", basis: "counted" },
    { precision: "words", as_printed: "several attacks" },
  );
  const { lines, counts } = await linesOf(rowsIn({ 2021: 334 }), statements);
  expect(lines.map((line) => describeComparison(line, { added: null }, [], counts, names))).toEqual(
    [
      "Own table: 334 rows for 2021, at least 6 fewer than the “at least 340” that First reports.",
      "Own table: 334 rows for 2021, which the “at least 300” that First gives (counted by ACLED) neither confirms nor excludes.",
      "Own table: 334 rows for 2021, beside the “several attacks” that First reports, which is no number.",
    ],
  );
});

test("the file of a comparison has a row a line, and an open bound is an empty cell", async () => {
  const { lines, sentenceOf } = await linesOf(
    rowsIn({ 2021: 334 }),
    stated({ precision: "at least", low: 300 }),
  );
  const [, row] = comparisonCsv(lines, sentenceOf, names).split("\n");
  expect(row).toBe(
    '2021,2021-01-01,2021-12-31,at least 300,300,,,at least,First,,reported,f0,334,334,334,0,0,0,,34,0,1.11333333333,cannot be told,"Own table: 334 rows for 2021, which the “at least 300” that first-2024 reports neither confirms nor excludes."',
  );
});

test("a table that covers less than half of a period is neither below it nor fits it", async () => {
  const published = stated({ precision: "exact", low: 353, best: 353, high: 353 });
  const few = "day,killed\n2021-01-03,2\n2021-02-01,2\n";
  const { lines, sentenceOf } = await linesOf(few, published);
  expect(lines.map((line) => [line.verdict, sentenceOf(line)])).toEqual([
    [
      "undecidable",
      "Own table: 2 rows for 2021, 351 fewer than the 353 that first-2024 reports, though the table covers less than half of the period.",
    ],
  ]);
  // More than the number they are also with what is missing.
  const many = rowsIn({ 2021: 100 });
  const small = stated({ precision: "exact", low: 9, best: 9, high: 9 });
  expect((await linesOf(many, small)).lines.map(({ verdict }) => verdict)).toEqual(["above"]);
});

test("says no more of a period than the rows and the statements beside them do", async () => {
  const open = "day,killed\n2020-01-01,\n2021-05-11,-2\n,4\n2022-05-11,-3\n";
  const published = stated({ start: "2020", end: "2022" });
  const said = async (of?: string) => {
    const { lines, sentenceOf } = await linesOf(open, published, of);
    return lines.filter(({ statement }) => !statement).map(sentenceOf);
  };
  expect(await said()).toEqual([
    "Own table: 1 to 2 rows (1 row has no date) for 2020, and no statement beside it is of exactly that period.",
    "Own table: 1 to 2 rows (1 row has no date) for 2021, and no statement beside it is of exactly that period.",
    "Own table: 1 to 2 rows (1 row has no date) for 2022, and no statement beside it is of exactly that period.",
  ]);
  expect((await said("killed"))[0]).toBe(
    "Own table: “killed” unknown (1 row; 1 row has no date, 1 row has no number) for 2020, and no statement beside it is of exactly that period.",
  );
  const { lines, sentenceOf } = await linesOf(
    "day,killed\n2021-05-11,2\n",
    stated({ start: "2019", end: "2019" }),
  );
  expect(lines.map(sentenceOf)).toContain(
    "Own table: all rows with a date are of 11 May 2021, so it says nothing of 2019, for which nothing stands beside the 10 that first-2024 reports.",
  );
});
