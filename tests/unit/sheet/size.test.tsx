import { gzipSync } from "node:zlib";
import { prerender } from "react-dom/static";
import { expect, test, vi } from "vitest";
import { Codebook } from "@/components/pages/codebook";
import { DisagreementList } from "@/components/pages/disagreement-list";
import { Overview } from "@/components/pages/overview";
import { Workbook } from "@/components/workbook/workbook";
import type { Catalog } from "@/data/site/catalog";
import { allFigures, namesOf, sheetOf, sheetPropsOf } from "@/data/site/sheets";
import { everyStatement } from "@/data/view/counting-rule";
import { growCatalog } from "../grown";
import { catalog } from "../published";

vi.mock("next/navigation", () => ({
  usePathname: () => "/attacks",
  useRouter: () => null,
  useSearchParams: () => new URLSearchParams(),
}));

const large = growCatalog("attacks", 10_000);
const disputed = growCatalog("casualties", 1_000);

/** The bytes of a part of a page as a browser gets them, in kB; the frame around it takes some 7 more. */
async function sizeOf(page: React.ReactElement): Promise<number> {
  const { prelude } = await prerender(page);
  return gzipSync(await new Response(prelude).text(), { level: 9 }).length / 1000;
}

function sheetPage(from: Catalog, name: string) {
  const sheet = sheetOf(from, name);
  if (!sheet) throw new Error(`There is no sheet ${name}.`);
  return <Workbook {...sheetPropsOf(from, sheet)} />;
}

test("a sheet takes no more than 15 kB with 10,000 figures, and 11 kB with those of today", async () => {
  expect(await sizeOf(sheetPage(large, "attacks"))).toBeLessThanOrEqual(15);
  expect(await sizeOf(sheetPage(catalog, "attacks"))).toBeLessThanOrEqual(11);
});

test("all figures in one table take no more than 40 kB, however many there are", async () => {
  expect(await sizeOf(sheetPage(large, "figures"))).toBeLessThanOrEqual(40);
});

test("the overview does not grow with the figures", async () => {
  const overview = ({ descriptor, figureSchema, sheets, ...rest }: Catalog) => (
    <Overview
      title={descriptor.title}
      schema={figureSchema}
      sheets={sheets}
      names={namesOf({ descriptor, figureSchema, sheets, ...rest })}
      count={everyStatement}
      problems={[]}
    />
  );
  const [few, many] = [await sizeOf(overview(catalog)), await sizeOf(overview(large))];
  expect(many).toBeLessThanOrEqual(few + 5);
});

test("the list of disagreements is paged", async () => {
  const order = { sort: "-spread", agree: true, page: 1 } as const;
  const { figures } = allFigures(disputed);
  const page = (
    <DisagreementList
      figures={figures}
      names={namesOf(disputed)}
      order={order}
      count={everyStatement}
      problems={[]}
    />
  );
  expect(await sizeOf(page)).toBeLessThanOrEqual(16);
});

test("the codebook lists a hundred events on a page", async () => {
  const { descriptor, figureSchema, tables } = large;
  const page = (
    <Codebook {...{ descriptor, figureSchema, tables }} names={namesOf(large)} page={1} />
  );
  expect(await sizeOf(page)).toBeLessThanOrEqual(25);
});
