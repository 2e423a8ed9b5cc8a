import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { DisagreementList } from "@/components/pages/disagreement-list";
import { DocumentList } from "@/components/pages/document-list";
import { Overview } from "@/components/pages/overview";
import { toEntries } from "@/data/site/entries";
import { allFigures, namesOf, sheetOf } from "@/data/site/sheets";
import { carry } from "@/data/view/carry";
import { formatView, parseView } from "@/data/view/view";
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
const order = { sort: "-spread", agree: true } as const;

const pages = {
  overview: (
    <Overview title={descriptor.title} schema={figureSchema} sheets={sheets} names={names} />
  ),
  disagreements: <DisagreementList figures={figures} names={names} order={order} problems={[]} />,
  documents: <DocumentList documents={documents} figures={figures} names={names} />,
};

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
