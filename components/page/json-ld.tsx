import "server-only";
import { provideText } from "@/data/sheet/provided-text";
import type { Catalog } from "@/data/site/catalog";
import { editionOf } from "@/data/site/edition";
import { type DatasetView, toDataset, toScript } from "@/data/site/json-ld";
import { sheetOf } from "@/data/site/sheets";
import { JsonLdScript } from "./json-ld-script";

interface Props {
  readonly catalog: Catalog;
  readonly page: string;
  readonly view: DatasetView | undefined;
}

/**
 * What a search engine reads of a page: the sheet, or the whole workbook, as a data set. Its addresses
 * are relative, as JSON-LD allows: the same bytes whatever the site is called.
 */
export function JsonLd({ catalog, page, view }: Props) {
  const dataset = toDataset(catalog, sheetOf(catalog, page), editionOf(catalog, ""), view);
  return <JsonLdScript text={provideText(toScript(dataset))} />;
}
