import "server-only";
import { toShownCsv } from "../files/export";
import type { ReadableColumn } from "../files/readable";
import { type FigureCell, type FigurePivot, pivotFields, toFigurePivot } from "../sheet/pivot";
import { parsePivot, pivotKeys, viewPart } from "../sheet/pivot-address";
import { showTable } from "../sheet/show";
import { notOneOf } from "../table/problem";
import type { Row } from "../table/table";
import { describeView } from "../view/describe";
import { parseView } from "../view/view";
import type { Catalog } from "./catalog";
import { allFigures, namesOf, sheetNames, sheetOf } from "./sheets";
import { refusal, type TableFile } from "./table-file";
import { versionNames } from "./versions";

/** The pivot that a query asks for: of the figures of a sheet's view, in groups. */
export function showPivot(catalog: Catalog, query: URLSearchParams) {
  const asked = query.get(pivotKeys.sheet) ?? "figures";
  const names = namesOf(catalog);
  const known = sheetNames(catalog);
  const sheet = (known.includes(asked) && sheetOf(catalog, asked)) || allFigures(catalog);
  const { schema, figures } = sheet;
  const table = {
    schema,
    rows: figures,
    documents: Object.keys(names.documents),
    versions: versionNames(),
  };
  const { view, problems } = parseView(viewPart(query), table);
  const fields = pivotFields(schema);
  const said = parsePivot(query, fields);
  const { derived, summary, columns } = showTable({ schema, rows: figures }, names)(view);
  const pivot = toFigurePivot(derived.rows, said.request, { schema, all: figures, names });
  return {
    ...{ sheet, names, view, fields, pivot },
    request: said.request,
    says: describeView(view, summary, columns, names),
    sheets: known.map((name) => ({ name, title: sheetOf(catalog, name)?.title ?? name })),
    problems: [
      ...(known.includes(asked) ? [] : [notOneOf(pivotKeys.sheet, asked, known)]),
      ...said.problems,
      ...problems,
    ],
  };
}

export type ShownPivot = ReturnType<typeof showPivot>;

/** The same as a file: a cell without a number has the sentence that says why. */
export function pivotFile(catalog: Catalog, query: URLSearchParams): TableFile {
  const { pivot, request, fields, problems, sheet } = showPivot(catalog, query);
  if (problems.length > 0) return refusal({ problem: problems.join("\n") });
  const heads = request.rows.map(
    (name) => fields.find((field) => field.name === name)?.title ?? name,
  );
  const titles = [...heads, ...pivot.across.map(({ name }) => name), "All"];
  const columns = titles.map((title, at): ReadableColumn => {
    const toText = (row: Row) => String(row[at] ?? "");
    return { title, description: "", toText, toCell: toText };
  });
  return {
    status: 200,
    type: "text/csv; charset=utf-8",
    body: toShownCsv(linesOf(pivot, heads.length), columns),
    name: `${catalog.descriptor.name}-${sheet.name}-pivot.csv`,
  };
}

/** The cells of each line by their place. */
function linesOf({ rows, totals, all }: FigurePivot, heads: number): readonly Row[] {
  const say = ({ text, why }: FigureCell) => text ?? why ?? "";
  const total = ["All", ...Array.from({ length: heads - 1 }, () => "")];
  const lines = [
    ...rows.map((row) => [...row.names, ...row.cells.map(say), say(row.all)]),
    [...total, ...totals.map(say), say(all)],
  ];
  return lines.map((cells) => Object.fromEntries(cells.map((text, at) => [String(at), text])));
}
