import { expect, test } from "vitest";
import { embedOf } from "@/data/site/embed";
import { fixture } from "../fixture";

const embed = (name: string, query = "") => embedOf(fixture, name, new URLSearchParams(query));

test("a chart alone says what it shows, whose figures these are, and where the sheet is", () => {
  expect(embed("raids", "_select=raids-2020")).toMatchObject({
    title: "Raids",
    selected: ["raids-2020"],
    sentence: expect.stringMatching(
      /^Raids claimed by North \(Varn and Holm\) rose from 40 \(2019\)/,
    ),
    source: "Stated by First; percentages computed. ISKP in Figures, version 2.0.0",
    path: expect.stringMatching(/^\/raids\?.*_select=raids-2020$/),
    problems: [],
  });
});

test("it draws what the sheet draws for the same query", () => {
  const marks = embed("raids", "value=100..")?.series.bands.flatMap(({ marks }) => marks);
  expect(marks?.map(({ id }) => id)).toEqual(["raids-2020"]);
});

test("what the query cannot mean is left out and said", () => {
  expect(embed("raids", "colour=red")).toMatchObject({
    path: expect.stringMatching(/^\/raids/),
    problems: [expect.stringMatching(/^"colour"/)],
  });
});

test("there is no chart of a sheet that is none", () => {
  expect([embed("attacks"), embed("documents"), embed("__proto__")]).toEqual([null, null, null]);
});
