import { expect, test } from "vitest";
import { loadCatalog } from "@/data/site/catalog";
import { embedOf } from "@/data/site/embed";

const embed = (name: string, query = "") =>
  embedOf(loadCatalog(), name, new URLSearchParams(query));

test("a chart alone says what it shows, whose figures these are, and where the sheet is", () => {
  expect(embed("attacks", "_select=attacks-2021-ctc")).toMatchObject({
    title: "Attacks",
    selected: ["attacks-2021-ctc"],
    sentence: expect.stringMatching(
      /^Attacks claimed by ISK \(Afghanistan and Khyber Pakhtunkhwa\) rose from 83 \(2020\)/,
    ),
    source: `Stated by CTC Sentinel; percentages computed. ISKP in Figures, version ${loadCatalog().descriptor.version}`,
    path: "/attacks?_select=attacks-2021-ctc",
    problems: [],
  });
});

test("it draws what the sheet draws for the same query", () => {
  expect(embed("attacks", "value=300..")?.series.bands.flatMap(({ marks }) => marks)).toHaveLength(
    1,
  );
});

test("what the query cannot mean is left out and said", () => {
  expect(embed("attacks", "colour=red")).toMatchObject({
    path: "/attacks",
    problems: [expect.stringMatching(/^"colour"/)],
  });
});

test("there is no chart of a sheet that is none", () => {
  expect([embed("raids"), embed("documents"), embed("__proto__")]).toEqual([null, null, null]);
});
