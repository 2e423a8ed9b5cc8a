import { plural } from "../view/describe";
import type { Summary } from "../view/summary";
import { emptyView, formatView, partOf, type View } from "../view/view";
import {
  archiveName,
  type FileRequest,
  formatFile,
  formats,
  offeredFormats,
  versionIn,
  workbookName,
} from "./request";

/** Something to download: what is in it, how much, and as which files. */
export interface Offer {
  readonly title: string;
  /** Rows and filter in words. */
  readonly says: string;
  readonly files: readonly { readonly title: string; readonly href: string }[];
}

/** A table as an offer, in every format that is offered. */
export function offer(title: string, says: string, request: Omit<FileRequest, "format">): Offer {
  const files = offeredFormats.map((format) => ({
    title: formats[format].title,
    href: formatFile({ ...request, format }),
  }));
  return { title, says, files };
}

/** What can be taken of a sheet: the view, what is selected in it, and all of it. */
export function offersOfSheet(
  name: string,
  view: View,
  summary: Pick<Summary, "shown" | "total" | "selected" | "selectedElsewhere">,
  sentence: string,
): readonly Offer[] {
  const query = new URLSearchParams(viewQuery(view));
  const marked = new URLSearchParams(viewQuery(view, view.select));
  const { shown, total, selected } = summary;
  const columns = view.columns.length > 0 ? "; the columns shown" : "";
  return [
    ...(shown > 0
      ? [offer("This view", `${sentence}${columns}`, { name, part: "view", query })]
      : []),
    ...(selected > 0
      ? [
          offer("Selected rows", `${describeSelected(summary)}${columns}`, {
            name,
            part: "selected",
            query: marked,
          }),
        ]
      : []),
    wholeOf(name, name === "figures" ? "Everything in one table" : "Whole sheet", total, query),
  ];
}

function describeSelected({
  selected,
  selectedElsewhere,
}: Pick<Summary, "selected" | "selectedElsewhere">): string {
  const elsewhere = selectedElsewhere ? `; ${selectedElsewhere} selected outside it left out` : "";
  return `${plural(selected, "figure")} selected in this view${elsewhere}`;
}

function wholeOf(name: string, title: string, total: number, query: URLSearchParams): Offer {
  const says = `${plural(total, "figure")}, repeats included, every column`;
  return offer(title, says, { name, part: "whole", query: versionIn(query) });
}

/** All figures as one table, unless it is already listed, and everything as a package. */
export function offersOfAll(
  workbook: string,
  total: number,
  isListed = false,
  version = "",
): readonly Offer[] {
  const query = new URLSearchParams(version ? { _version: version } : {});
  const folder = version ? `/data/${version}` : "/data";
  const inSheets = `${plural(total, "figure")} in their sheets, the documents, events and measures`;
  return [
    ...(isListed ? [] : [wholeOf("figures", "Everything in one table", total, query)]),
    {
      title: "The whole workbook",
      says: `${inSheets}, and what each field means`,
      files: [
        { title: formats.xlsx.title, href: `${folder}/${workbookName(workbook)}` },
        { title: "Data package (ZIP)", href: `${folder}/${archiveName(workbook)}` },
      ],
    },
  ];
}

/** The query of a view as a file takes it: what changes rows and columns, and no more. */
export function viewQuery(view: View, select: readonly string[] = []): string {
  const [source, rows, columns] = [
    partOf(view, "source"),
    partOf(view, "rows"),
    partOf(view, "columns"),
  ];
  return formatView({ ...emptyView, ...source, ...rows, ...columns, select });
}
