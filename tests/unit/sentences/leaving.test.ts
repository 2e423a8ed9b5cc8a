import { expect, test, vi } from "vitest";
import { nameChart } from "@/data/chart/words";
import { editionOf } from "@/data/site/edition";
import { datasetViewOf, toDataset } from "@/data/site/json-ld";
import { shareDataOf } from "@/data/site/share";
import { describeConditions } from "@/data/view/describe";
import { catalog, published } from "../published";
import { at, type Case, cases, failing, site } from "./views";

vi.setConfig({ testTimeout: 300_000 });

/** Views that leave something out, one in three of them, as each is asked for all that can be taken along. */
const filtered = cases.filter(({ view, shown }) => wordsOf({ view, shown }).length > 0);
const some = filtered.filter((_, index) => index % 3 === 0);

function wordsOf({ view, shown }: Pick<Case, "view" | "shown">): readonly string[] {
  return describeConditions(view, shown.columns, published.names);
}

function missingIn(text: string, words: readonly string[]): string | undefined {
  return words.find((word) => !text.includes(word));
}

test("the words of a filter say what it does", () => {
  const verbs = {
    period: / touches \d/,
    value: /^Value could be /,
    many: / include | are empty$/,
    values: / is /,
  } as const;
  expect(
    failing(({ view, shown }) => {
      const [filter] = view.filters;
      const [words = ""] = wordsOf({ view, shown });
      if (!filter) return false;
      const isMany = shown.columns.find(({ name }) => name === filter.column)?.many;
      const kind = filter.kind === "values" && isMany ? "many" : filter.kind;
      const verb = filter.column === "value" ? verbs.value : verbs[kind as keyof typeof verbs];
      return !verb?.test(words) && words;
    }),
  ).toEqual([]);
});

test("alt text and sentence of a view say each filter and the rule", () => {
  expect(
    failing(({ view, shown }) => {
      const words = wordsOf({ view, shown });
      const rows = words.filter((word) => !word.startsWith("without "));
      return missingIn(shown.sentences.ofChart, words) ?? missingIn(shown.sentences.ofView, rows);
    }, filtered),
  ).toEqual([]);
});

test("embed, frame, citation and JSON-LD of a view say each filter and the rule", () => {
  const edition = editionOf(catalog, site);
  expect(
    failing((one) => {
      const words = wordsOf(one);
      const rows = words.filter((word) => !word.startsWith("without "));
      const { embed, share, sheet } = one;
      const cited = share.citations.filter(({ heading }) => /chart|sheet/.test(heading));
      const sheetCited = cited.filter(({ heading }) => heading === "The sheet");
      const dataset = toDataset(catalog, sheet, edition, embed.dataset);
      return (
        missingIn(embed.title, words) ??
        missingIn(decode(share.iframe?.html ?? ""), words) ??
        missingIn(
          sheetCited.map(({ footnote, csl }) => footnote + JSON.parse(csl).at(-1).title).join(),
          rows,
        ) ??
        missingIn(`${dataset.name}`, rows) ??
        (cited.some(({ footnote }) => missingIn(footnote, rows)) ? "citation" : undefined)
      );
    }, some),
  ).toEqual([]);
});

test("a view is based on the documents of its rows, and on no other", () => {
  const edition = editionOf(catalog, site);
  expect(
    failing(({ embed, sheet, shown }) => {
      const dataset = toDataset(catalog, sheet, edition, embed.dataset);
      const documents = new Set(shown.derived.rows.map(({ document }) => document));
      const works = dataset.isBasedOn as readonly unknown[];
      return works.length !== documents.size && `${works.length}`;
    }, some),
  ).toEqual([]);
});

test("a chart that leaves the page says what it draws, and not the name of its sheet alone", () => {
  expect(
    failing(({ embed, share, shown }) => {
      const drawn = nameChart(shown.series, published.names);
      const cited = share.citations.find(({ heading }) => heading === "The chart");
      const isTitled = embed.title.toLowerCase().includes(drawn.toLowerCase());
      const isCited = !cited || cited.footnote.includes(`chart of “${drawn}”`);
      return !(isTitled && isCited) && embed.title;
    }, some),
  ).toEqual([]);
});

test.each([
  ["/casualties", "Casualties: killed in attacks and injured in attacks"],
  ["/figures?_measure=plot-ordinal&_chart=ranges", "All figures: plot in order"],
  ["/attacks?_chart=change", "Attacks, change on the year before"],
  [
    "/attacks?place=suburbs+of+Istanbul,+Turkey",
    "Attacks: dated figures of all measures (Place is suburbs of Istanbul, Turkey)",
  ],
  [
    "/casualties?_count=lowest",
    "Casualties: killed in attacks and injured in attacks (of each fact the lowest statement)",
  ],
])("the chart of %s is titled %s", (path, title) => {
  expect(at(path).embed.title).toBe(title);
});

test("the JSON-LD of a page with a view describes that view", () => {
  const edition = editionOf(catalog, site);
  expect(
    failing(
      ({ path, sheet, shown }) => {
        const view = datasetViewOf(catalog, sheet.name, new URLSearchParams(path.split("?")[1]));
        const { name, description, isBasedOn } = toDataset(catalog, sheet, edition, view);
        const documents = new Set(shown.derived.rows.map(({ document }) => document));
        const isRight =
          String(name).includes(shown.sentences.conditions) &&
          String(description).endsWith(`Of it: ${shown.sentences.ofView}.`) &&
          (isBasedOn as readonly unknown[]).length === documents.size;
        return !isRight && String(description);
      },
      filtered.filter(({ view }, index) => view.mute.length === 0 && index % 9 === 0),
    ),
  ).toEqual([]);
});

test("a page without a query describes its whole sheet", () => {
  const view = datasetViewOf(catalog, "attacks", new URLSearchParams());
  const { description, name } = toDataset(
    catalog,
    at("/attacks").sheet,
    editionOf(catalog, site),
    view,
  );
  expect([name, description]).toEqual([
    "ISKP in Figures: Attacks",
    at("/attacks").sheet.description,
  ]);
});

test("the file of disagreements says which statement of a fact it marks", () => {
  const says = (query: string) =>
    shareDataOf(catalog, site, new URLSearchParams(`_page=disagreements${query}`), () => 400)
      .offers[0]?.says;
  expect([says(""), says("&_count=lowest")]).toEqual([
    "9 statements of 3 facts, without those on which documents agree",
    "9 statements of 3 facts, without those on which documents agree; marked: of each fact the lowest statement",
  ]);
});

test("the chart of one province says that it is, wherever it goes", () => {
  const { embed, share, shown } = at("/attacks?place=Khyber+Pakhtunkhwa");
  expect(embed.title).toBe("Attacks (Place is Khyber Pakhtunkhwa)");
  expect(shown.sentences.ofChart).toMatch(/^Filtered: Place is Khyber Pakhtunkhwa\. /);
  expect(share.iframe?.html).toContain(
    'title="Attacks (Place is Khyber Pakhtunkhwa), ISKP in Figures"',
  );
  expect(share.citations[0]?.footnote).toContain(
    "chart of “Attacks” on the sheet “Attacks”, filtered: Place is Khyber Pakhtunkhwa, version",
  );
});

function decode(html: string): string {
  return html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

test("no sentence has a sign for nothing, and a missing value is called empty", () => {
  expect(at("/attacks?countries=").shown.sentences.ofView).toMatch(
    /^\d+ of \d+ figures where Countries are empty; \d+ repeats? folded$/,
  );
  expect(
    failing(({ shown }) => shown.sentences.ofView.includes("(none)") && shown.sentences.ofView),
  ).toEqual([]);
});
