import "server-only";
import type { Catalog } from "@/data/site/catalog";
import { editionOf } from "@/data/site/edition";
import { type DatasetView, toDataset, toScript } from "@/data/site/json-ld";
import { sheetOf } from "@/data/site/sheets";

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
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React would write entities, which no JSON has; `toScript` leaves no sign that could end the element
      dangerouslySetInnerHTML={{ __html: toScript(dataset) }}
    />
  );
}
