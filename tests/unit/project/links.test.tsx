import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import { DisagreementList } from "@/components/pages/disagreement-list";
import { DocumentList } from "@/components/pages/document-list";
import { Overview } from "@/components/pages/overview";
import { toDisagreements } from "@/data/facts/disagreement";
import type { Figure } from "@/data/figure/figure";
import { namesIn } from "@/data/figure/names";
import { toEntries } from "@/data/site/entries";
import { allFigures, namesOf, sharedOf, sheetOf } from "@/data/site/sheets";
import { carry } from "@/data/view/carry";
import {
  applyCountingRule,
  type CountingRule,
  countingRules,
  everyStatement,
} from "@/data/view/counting-rule";
import { derive } from "@/data/view/derive";
import { describeRule } from "@/data/view/describe";
import { emptyView, formatView, parseView } from "@/data/view/view";
import { figure } from "../figures";
import { catalog } from "../published";

vi.mock("next/navigation", () => ({
  useRouter: () => null,
  useSearchParams: () => new URLSearchParams("_count=lowest"),
}));

/** Files that hold the grammar of queries, and examples of it; they make no link. */
const grammars = [
  "data/view/view.ts",
  "data/view/filter.ts",
  "data/files/request.ts",
  "data/facts/disagreement.ts",
];

test("no query is written by hand where it could be formatted", () => {
  const files = ["data", "components", "app"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  );
  const found = files
    .filter((file) => /\.tsx?$/.test(file) && !grammars.includes(file))
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/[?&](?:_?[a-z]\w*|\$\{\w+\})=.*/g)].map(
        ([text]) => `${file}: ${text}`,
      ),
    );
  expect(found).toEqual([]);
});

const names = namesOf(catalog);
const { figures } = allFigures(catalog);
const documents = catalog.tables.documents?.rows ?? [];
const { descriptor, figureSchema, sheets } = catalog;
const order = { sort: "-spread", agree: true, page: 1 } as const;

const pagesBy = (count: CountingRule) => ({
  overview: (
    <Overview
      title={descriptor.title}
      schema={figureSchema}
      sheets={sheets}
      names={names}
      count={count}
      problems={[]}
    />
  ),
  disagreements: (
    <DisagreementList figures={figures} names={names} order={order} count={count} problems={[]} />
  ),
  documents: (
    <DocumentList
      documents={documents}
      figures={figures}
      names={names}
      count={count}
      problems={[]}
      page={1}
    />
  ),
});
const pages = pagesBy(everyStatement);

/** The addresses on the site that a page links to, as a reader with a counting rule has them. */
const linksOf = (page: keyof typeof pages) =>
  [...renderToStaticMarkup(pages[page]).matchAll(/href="(\/[^"]*)"/g)]
    .map(([, href = ""]) => href.replaceAll("&amp;", "&"))
    .filter((href) => !href.startsWith("/data/"));

const entries = toEntries(catalog).map(({ href }) =>
  carry(href, new URLSearchParams("_count=lowest")),
);

test.each([
  ...(Object.keys(pages) as (keyof typeof pages)[]).map((page) => [page, linksOf(page)] as const),
  ["palette", entries] as const,
])(
  "every link of %s leads to a view that says what the link says, by the rule that is set",
  (_, links) => {
    expect(links.length).toBeGreaterThan(10);
    for (const href of links) {
      const { pathname, searchParams } = new URL(href, "https://w.example");
      expect([href, searchParams.get("_count")]).toEqual([href, "lowest"]);
      const sheet = sheetOf(catalog, pathname.slice(1));
      if (!sheet) {
        expect(pathname).toMatch(/^\/(disagreements|documents|codebook)$/);
        continue;
      }
      const table = { schema: sheet.schema, rows: sheet.figures };
      const { view, problems } = parseView(searchParams, table);
      expect([href, problems]).toEqual([href, []]);
      expect(new Set(new URLSearchParams(formatView(view)))).toEqual(new Set(searchParams));
    }
  },
);

describe("a counting rule is the same in the whole workbook", () => {
  const { published } = names;
  const whole = { ...allFigures(catalog), documents: Object.keys(names.documents) };
  const table = { schema: whole.schema, rows: whole.figures, documents: whole.documents };
  const rules = [...Object.keys(countingRules), ...whole.documents];

  test.each(rules)(
    "%s keeps on each sheet what it keeps of all, and every sheet takes it",
    (rule) => {
      const kept = applyCountingRule(figures, rule, published).map(({ id }) => id);
      const onSheets = sheets.flatMap((sheet) => {
        const own = { ...table, rows: sheet.figures };
        const { view, problems } = parseView(new URLSearchParams({ _count: rule }), own);
        expect(problems).toEqual([]);
        const mine = namesIn(sheet.figures, names);
        return derive(own, { ...view, repeats: "show" }, mine).rows.map(({ id }) => id);
      });
      expect(onSheets).toEqual(kept);
    },
  );

  test.each(rules)("%s is said on the overview, of disagreements and of documents", (rule) => {
    const [said = ""] = describeRule(rule, names);
    const silent = Object.entries(pagesBy(rule)).filter(
      ([, page]) => !renderToStaticMarkup(page).includes(`Kept here: ${said}.`),
    );
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  test("the overview and the documents count what the rule keeps", () => {
    const kept = applyCountingRule(figures, "lowest", published).length;
    const { overview, documents } = pagesBy("lowest");
    const isSaid = [overview, documents].map((page) =>
      renderToStaticMarkup(page).includes(`${kept} of ${figures.length} figures`),
    );
    expect(isSaid).toEqual([true, true]);
  });

  test("a headline of the overview names the measure and unit that its subject does not", () => {
    const text = renderToStaticMarkup(pagesBy(everyStatement).overview).replace(/<[^>]+>/g, "");
    const headlines = [
      "Arrested: 692 people suspected of links with IS and ISK",
      "41 years, Gulmurod Khalimov",
      "353 attacks claimed by ISK",
      "40%, territory of Iraq held by IS",
    ];
    expect(headlines.filter((headline) => !text.includes(headline))).toEqual([]);
  });

  test("what is compatible is counted as no contradiction", () => {
    const [overview = "", list = ""] = [
      pagesBy(everyStatement).overview,
      pagesBy(everyStatement).disagreements,
    ].map((page) => renderToStaticMarkup(page).replace(/<[^>]+>/g, ""));
    expect(overview).toContain("Where documents differ 3 facts, 1 contradiction");
    expect(list).toContain("3 facts that documents state differently, 1 of them in contradiction.");
  });

  test("the statement that the rule keeps is marked among those that disagree", () => {
    const marks = (rule: string) =>
      renderToStaticMarkup(pagesBy(rule).disagreements).split("> kept<").length - 1;
    const facts = toDisagreements(figures, names.follows).length;
    expect([marks(everyStatement), marks("lowest")]).toEqual([0, facts]);
  });

  test("a fact of two sheets keeps one statement, the same on either", () => {
    const [a, b] = [
      figure({ id: "a", fact: "f", best: 9 }),
      figure({ id: "b", fact: "f", best: 7 }),
    ];
    const sheet = { title: "", description: "", chart: sheets[0]?.chart ?? whole.chart };
    const both = [a, b].map((each) => ({ ...sheet, name: each.id, figures: [each] }));
    const shared = sharedOf(both);
    const idsOn = ({ figures: own }: { figures: readonly Figure[] }) => {
      const rows = { schema: whole.schema, rows: own };
      const mine = namesIn(own, { ...names, shared });
      return derive(rows, { ...emptyView, count: "lowest" }, mine).rows.map(({ id }) => id);
    };
    expect(both.map(idsOn)).toEqual([[], ["b"]]);
  });
});
