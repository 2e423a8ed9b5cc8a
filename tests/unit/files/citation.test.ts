import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { citeFigures, toCitation } from "@/data/files/citation";
import type { Cited, Edition } from "@/data/files/publication";
import { editionOf } from "@/data/site/edition";
import { figure, names } from "../figures";
import { catalog } from "../published";

const edition: Edition = {
  id: "workbook",
  title: "The Workbook",
  version: "1.2.3",
  year: "2026",
  site: "https://w.example",
  accessed: "2026-11-26",
  publications: [
    {
      id: "first-2024",
      type: "article-journal",
      container: "First_Press",
      title: "Costs & Gains of 100 % {War}",
      authors: ["Amira Jadoon", "Abdul Sayed"],
      publisher: "First_Press",
      published: "2024-05",
      url: null,
    },
    {
      id: "second-2024",
      type: "report",
      container: null,
      title: null,
      authors: ["Ejaz Haider"],
      publisher: "Second",
      published: "2024-04-07",
      url: "https://second.example/a_b%20c",
    },
  ],
  names,
};
const where = { sheet: "Attacks", address: "https://w.example/attacks?_select=a" };
const cite = (...figures: Parameters<typeof citeFigures>[0][number][]) =>
  toCitation(citeFigures(figures, where, edition), edition);

describe("a footnote has the value as its document bounds it", () => {
  test.each([
    [{ best: 353 }, "353 attacks (exact; printed as “ten attacks”)"],
    [{ low: 4000, high: 6000, precision: "range" }, "4,000 to 6,000 attacks (range;"],
    [{ low: 17, precision: "at least" }, "at least 17 attacks (at least;"],
    [{ best: 1100, precision: "about" }, "about 1,100 attacks (about;"],
    [{ precision: "words", as_printed: "several hundred" }, "“several hundred” (words;"],
    [{ best: 60, unit: "percent" }, "60% (exact;"],
  ] as const)("%o", (said, text) => {
    expect(cite(figure(said)).footnote).toContain(`: ${text}`);
  });
});

test("a footnote names the document and its section first, the workbook second", () => {
  const one = figure({
    id: "a",
    section: "Overview",
    place: "Kabul",
    start: "2021",
    basis: "claimed",
    claimant: "ISK",
  });
  expect(cite(one).footnote).toBe(
    "Amira Jadoon and Abdul Sayed, “Costs & Gains of 100 % {War}”, First_Press, May 2024, section “Overview”: 10 attacks (exact; printed as “ten attacks”), attacks, Kabul, 2021, claimed by ISK. Cited from The Workbook, sheet “Attacks”, figure a, version 1.2.3, 2026, https://w.example/attacks?_select=a&_version=1.2.3 (accessed 26 Nov 2026)",
  );
});

test("several figures are cited each with its own document", () => {
  const { heading, footnote } = cite(
    figure({ id: "b", document: "second-2024" }),
    figure({ id: "a" }),
  );
  expect([heading, footnote.split("; ").length > 1, footnote.includes("figures b, a")]).toEqual([
    "The 2 selected figures",
    true,
    true,
  ]);
});

test("a document without a title is not given one", () => {
  expect(cite(figure({ document: "second-2024" })).footnote).toMatch(
    /^Ejaz Haider, article without a title, Second, 7 Apr 2024, <https:\/\/second\.example\/a_b%20c>: /,
  );
});

test("BibTeX has an entry a document and one for the workbook, with nothing that TeX would run", () => {
  expect(cite(figure({ id: "a", section: "Overview & more" })).bibtex).toBe(`@article{first-2024,
  author = {Amira Jadoon and Abdul Sayed},
  title = {{Costs \\& Gains of 100 \\% \\textbraceleft{}War\\textbraceright{}}},
  journal = {First\\_Press},
  year = {2024},
  month = may,
  note = {section “Overview \\& more”}
}

@misc{workbook,
  title = {{The Workbook, sheet “Attacks”, figure a}},
  year = {2026},
  version = {1.2.3},
  url = {https://w.example/attacks?_select=a&_version=1.2.3},
  urldate = {2026-11-26},
  note = {Version 1.2.3. Amira Jadoon and Abdul Sayed, “Costs \\& Gains of 100 \\% \\textbraceleft{}War\\textbraceright{}”, First\\_Press, May 2024, section “Overview \\& more”: 10 attacks (exact; printed as “ten attacks”), attacks, reported}
}`);
});

/** What is left where everything between braces is taken out, the innermost first, as BibTeX counts them. */
function withoutBraces(text: string): string {
  const less = text.replace(/\{[^{}]*\}/g, "");
  return less === text ? text : withoutBraces(less);
}

test("no text can end a field of BibTeX or start a command of TeX", () => {
  const signs = fc.constantFrom(...'{}\\%&_#$~^"@,=', "é", "“", "a");
  const texts = fc.array(signs, { maxLength: 8 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      const [publication] = edition.publications;
      const said = {
        ...edition,
        publications: publication ? [{ ...publication, title: text }] : [],
      };
      const { bibtex } = toCitation(citeFigures([figure({ as_printed: text })], where, said), said);
      expect(withoutBraces(bibtex)).toBe("@article\n\n@misc");
      const plain = bibtex
        .replaceAll(/\\text\w+\{\}|\\[&%$#_]/g, "")
        .replaceAll(/^ {2}url = .*$/gm, "");
      expect(plain).not.toMatch(/[\\~^%&#$]/);
    }),
  );
});

test("CSL-JSON has an item a document and one for the workbook", () => {
  const whole: Cited = {
    heading: "The whole workbook",
    publications: edition.publications,
    statements: [],
    places: {},
    part: "",
    address: "https://w.example/",
  };
  expect(JSON.parse(toCitation(whole, edition).csl)).toEqual([
    {
      id: "first-2024",
      type: "article-journal",
      title: "Costs & Gains of 100 % {War}",
      author: [
        { family: "Jadoon", given: "Amira" },
        { family: "Sayed", given: "Abdul" },
      ],
      "container-title": "First_Press",
      issued: { "date-parts": [[2024, 5]] },
    },
    {
      id: "second-2024",
      type: "report",
      author: [{ family: "Haider", given: "Ejaz" }],
      publisher: "Second",
      issued: { "date-parts": [[2024, 4, 7]] },
      accessed: { "date-parts": [[2026, 11, 26]] },
      URL: "https://second.example/a_b%20c",
    },
    {
      id: "workbook",
      type: "dataset",
      title: "The Workbook",
      version: "1.2.3",
      issued: { "date-parts": [[2026]] },
      accessed: { "date-parts": [[2026, 11, 26]] },
      URL: "https://w.example/?_version=1.2.3",
    },
  ]);
});

test("each published document is cited as what it is, in what it appeared in, by whom", () => {
  const edition = editionOf(catalog, "https://w.example", "2026-11-26");
  const whole = {
    heading: "",
    statements: [],
    places: {},
    part: "",
    address: "https://w.example/",
  };
  // Those of today: a maintainer adds further ones.
  const today = ["ctc-2024", "diplomat-2024", "osw-2024", "dawn-2024", "irs-2024"];
  const publications = edition.publications.filter(({ id }) => today.includes(id));
  const { csl, bibtex } = toCitation({ ...whole, publications }, edition);
  const items: { [variable: string]: unknown }[] = JSON.parse(csl);
  expect(
    items.map((item) => [
      item.id,
      item.type,
      item["container-title"] ?? item["collection-title"] ?? null,
      item.publisher ?? null,
    ]),
  ).toEqual([
    ["ctc-2024", "article-journal", "CTC Sentinel", "Combating Terrorism Center at West Point"],
    ["diplomat-2024", "article-magazine", "The Diplomat", null],
    ["osw-2024", "report", "OSW Commentary", "Centre for Eastern Studies"],
    ["dawn-2024", "article-magazine", "Dawn, EOS", null],
    ["irs-2024", "report", null, "Institute of Regional Studies"],
    ["iskp-in-figures", "dataset", null, null],
  ]);
  expect(bibtex.match(/^@\w+/gm)).toEqual([
    "@article",
    "@article",
    "@techreport",
    "@article",
    "@techreport",
    "@misc",
  ]);
});
