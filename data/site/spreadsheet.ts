import "server-only";
import { isFigure } from "../figure/figure";
import { toAbout } from "../files/about";
import { citeHere, publicationsOf } from "../files/citation";
import { type ReadableColumn, spreadsheetColumns } from "../files/readable";
import { type FileRequest, fileName, parseFile, workbookName } from "../files/request";
import { toXlsx, type Worksheet } from "../files/xlsx";

import { formatQuery } from "../view/query";
import type { Catalog } from "./catalog";
import { editionOf } from "./edition";
import { pages } from "./pages";
import { namesOf, sheetOf } from "./sheets";
import { type Content, contentOf, fileOf, nothing, refusal, type TableFile } from "./table-file";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Where and when a file is asked for: what it says of itself. */
export interface Asked {
  /** The address of the site, without a slash at its end. */
  readonly site: string;
  /** ISO 8601. */
  readonly day: string;
}

/** The file of an address as `fileOf` has it, and spreadsheets. */
export async function publishedAt(
  catalog: Catalog,
  file: string,
  query: URLSearchParams,
  asked: Asked,
): Promise<TableFile> {
  if (file === workbookName(catalog.descriptor.name)) return wholeOf(catalog, file, asked);
  const request = parseFile(file, query);
  if (!request || "problem" in request || request.format !== "xlsx")
    return fileOf(catalog, file, query);
  const content = contentOf(catalog, request);
  if (!content) return nothing;
  if ("problem" in content) return refusal(content);
  const name = fileName(catalog.descriptor.name, request, content.conditions);
  return answer(name, viewSheets(catalog, request, content, asked), asked);
}

async function answer(name: string, sheets: readonly Worksheet[], { day }: Asked) {
  return { status: 200, type: xlsx, body: await toXlsx(sheets, day), name } as const;
}

function viewSheets(
  catalog: Catalog,
  { name, query }: FileRequest,
  content: Content,
  asked: Asked,
): readonly Worksheet[] {
  const title = titleOf(catalog, name);
  const columns = spreadsheetColumns(content.schema, namesOf(catalog), content.chosen);
  const said = formatQuery(query);
  const isPage = sheetOf(catalog, name) || Object.hasOwn(pages, name);
  const address = `${asked.site}/${isPage ? name : `data/${name}.csv`}${said && `?${said}`}`;
  const filtered = content.conditions ? `, filtered: ${content.conditions}` : "";
  return [
    toWorksheet(title, content.rows, columns),
    aboutOf(catalog, asked, {
      title,
      says: content.says,
      address,
      part: `sheet “${title}”${filtered}`,
      rows: content.rows,
      columns,
    }),
  ];
}

function titleOf(catalog: Catalog, name: string): string {
  const page = Object.entries(pages).find(([path]) => path === name)?.[1].title;
  const resource = catalog.descriptor.resources.find((each) => each.name === name);
  return sheetOf(catalog, name)?.title ?? resource?.title ?? page ?? name;
}

/** Every sheet and every list of the package in one spreadsheet. */
async function wholeOf(catalog: Catalog, name: string, asked: Asked): Promise<TableFile> {
  const names = namesOf(catalog);
  const whole = { part: "whole", format: "xlsx", query: new URLSearchParams() } as const;
  const tables = catalog.descriptor.resources.flatMap((resource) => {
    const content = contentOf(catalog, { ...whole, name: resource.name });
    return content && !("problem" in content) ? [{ resource, content }] : [];
  });
  const parted = tables.map(({ resource, content }) => {
    const columns = spreadsheetColumns(content.schema, names, []);
    return { columns, sheet: toWorksheet(resource.title, content.rows, columns) };
  });
  const figures = catalog.sheets.flatMap((sheet) => sheet.figures);
  const about = aboutOf(catalog, asked, {
    title: "",
    says: `${figures.length} figures on ${catalog.sheets.length} sheets; the documents, events and measures`,
    address: `${asked.site}/`,
    part: "",
    rows: figures,
    columns: parted[0]?.columns ?? [],
  });
  return answer(name, [...parted.map(({ sheet }) => sheet), about], asked);
}

function toWorksheet(
  name: string,
  rows: Content["rows"],
  columns: readonly ReadableColumn[],
): Worksheet {
  return {
    name,
    head: columns.map(({ title }) => title),
    rows: rows.map((row) => columns.map(({ toCell }) => toCell(row))),
  };
}

interface Said {
  readonly title: string;
  readonly says: string;
  readonly address: string;
  readonly part: string;
  readonly rows: Content["rows"];
  readonly columns: readonly ReadableColumn[];
}

function aboutOf(catalog: Catalog, { site, day }: Asked, said: Said): Worksheet {
  const { descriptor } = catalog;
  const edition = editionOf(catalog, site, day);
  const figures = said.rows.filter(isFigure);
  const publications = figures.length > 0 ? publicationsOf(figures, edition) : edition.publications;
  const { title, says, address, part, columns } = said;
  return toAbout({
    workbook: descriptor.title,
    version: descriptor.version,
    title,
    says,
    address,
    day,
    citation: citeHere({ address, part }, edition),
    licence: descriptor.licenses.map((each) => `${each.title} (${each.path})`).join("; "),
    publications,
    columns,
  });
}
