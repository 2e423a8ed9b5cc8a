import { expect, test, vi } from "vitest";
import { editionOf } from "@/data/site/edition";
import { toDataset } from "@/data/site/json-ld";
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
    many: / include /,
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
        missingIn(decode(share.iframe ?? ""), words) ??
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

test("the chart of one province says that it is, wherever it goes", () => {
  const { embed, share, shown } = at("/attacks?place=Khyber+Pakhtunkhwa");
  expect(embed.title).toBe("Attacks (Place is Khyber Pakhtunkhwa)");
  expect(shown.sentences.ofChart).toMatch(/^Filtered: Place is Khyber Pakhtunkhwa\. /);
  expect(share.iframe).toContain('title="Attacks (Place is Khyber Pakhtunkhwa), ISKP in Figures"');
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
