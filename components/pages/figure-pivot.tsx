import Link from "next/link";
import type { Names } from "@/data/figure/names";
import type { FigureCell, FigurePivot, FigurePivotRow } from "@/data/sheet/pivot";
import { formatPivot, pivotKeys, queryOfCell } from "@/data/sheet/pivot-address";
import { type FigurePivotRequest, type PivotField, pivotShows } from "@/data/sheet/pivot-request";
import { plural } from "@/data/view/describe";
import { formatView, type View } from "@/data/view/view";
import { Ignored } from "../controls/ignored";
import { RuleNote } from "./rule-note";

interface Props {
  /** The name of the sheet whose figures these are. */
  readonly sheet: string;
  readonly sheets: readonly { readonly name: string; readonly title: string }[];
  readonly view: View;
  readonly fields: readonly PivotField[];
  readonly request: FigurePivotRequest;
  readonly pivot: FigurePivot;
  /** How many figures these are, and by which filters, in words. */
  readonly says: string;
  readonly names: Names;
  readonly problems: readonly string[];
}

/** Figures in groups, each with a total by the rules of the status bar, or the sentence that refuses one. */
export function FigurePivotPage(props: Props) {
  const { sheet, sheets, view, fields, request, pivot, says, names, problems } = props;
  const query = formatView(view);
  const file = formatPivot(sheet, request, query);
  const title = sheets.find(({ name }) => name === sheet)?.title;
  return (
    <main className="prose wide pivot-page" id="workbook">
      <h1>Pivot: {title}</h1>
      <p>
        {says}. Each cell is added up by itself, by the rules of the status bar: where figures
        cannot be added it says why.
      </p>
      <Ignored problems={problems} />
      <RuleNote count={view.count} names={names} />
      <PivotForm sheet={sheet} sheets={sheets} fields={fields} request={request} query={query} />
      <p className="links">
        <Link href={`/${sheet}${query && `?${query}`}`} prefetch={false}>
          These figures as a table
        </Link>
        <a href={`/data/pivot.csv${file && `?${file}`}`}>Save as CSV</a>
      </p>
      <PivotTable {...props} />
      <p className="quiet">{moreWords(pivot)}</p>
    </main>
  );
}

function PivotForm({
  sheet,
  sheets,
  fields,
  request: { rows, across, show },
  query,
}: Pick<Props, "sheet" | "sheets" | "fields" | "request"> & { readonly query: string }) {
  const named = fields.map(({ name, title }) => [name, title] as const);
  return (
    <form action="/pivot" className="pivot-form">
      <Choice
        name={pivotKeys.sheet}
        label="Figures of"
        value={sheet}
        options={sheets.map(({ name, title }) => [name, title])}
      />
      <Choice name={pivotKeys.rows} label="Rows" value={rows[0] ?? ""} options={named} />
      <Choice
        name={pivotKeys.rows}
        label="Then by"
        value={rows[1] ?? ""}
        options={[["", "–"], ...named]}
      />
      <Choice
        name={pivotKeys.across}
        label="Columns"
        value={across ?? ""}
        options={[["", "–"], ...named]}
      />
      <Choice
        name={pivotKeys.show}
        label="Cells"
        value={show}
        options={Object.entries(pivotShows)}
      />
      {[...new URLSearchParams(query)].map(([key, value]) => (
        <input key={`${key} ${value}`} type="hidden" name={key} value={value} />
      ))}
      <button type="submit">Show</button>
    </form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, title: string])[];
}

function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      {/* Another address is another form: what was chosen here before says nothing of it. */}
      <select key={value} name={name} defaultValue={value}>
        {options.map(([each, title]) => (
          <option key={each} value={each}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function PivotTable({ sheet, view, fields, request, pivot }: Props) {
  const { rows, across, totals, all } = pivot;
  const fieldOf = (name: string | null) => fields.find((field) => field.name === name);
  const by = request.rows.flatMap((name) => fieldOf(name) ?? []);
  const side = fieldOf(request.across);
  const hrefOf = ({ figures }: FigureCell, row: FigurePivotRow | null, column: number | null) => {
    const key = column === null ? undefined : across[column]?.key;
    const values = [
      ...by.flatMap((field, at) => (row ? [[field, row.keys[at] ?? ""] as const] : [])),
      ...(side && key !== undefined ? [[side, key] as const] : []),
    ];
    const query = queryOfCell(view, values, figures);
    return `/${sheet}${query && `?${query}`}`;
  };
  const toCell = (cell: FigureCell, row: FigurePivotRow | null, column: number | null) => (
    <Cell key={column ?? "all"} cell={cell} href={hrefOf(cell, row, column)} />
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <div className="pivot figure-pivot" tabIndex={0}>
      <table>
        <caption className="visually-hidden">Figures in groups</caption>
        <thead>
          <tr>
            {by.map(({ name, title }) => (
              <th key={name} scope="col">
                {title}
              </th>
            ))}
            {across.map(({ key, name }) => (
              <th key={key} scope="col" className="number">
                {name}
              </th>
            ))}
            <th scope="col" className="number">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.keys.join("\n")}>
              {row.names.map((name, at) => (
                <th key={by[at]?.name} scope="row">
                  {name}
                </th>
              ))}
              {row.cells.map((cell, at) => toCell(cell, row, at))}
              {toCell(row.all, row, null)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={by.length}>
              All
            </th>
            {totals.map((cell, at) => toCell(cell, null, at))}
            {toCell(all, null, null)}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** What a cell comes to, which leads to its figures; else how many they are, and why there is no number. */
function Cell({ cell: { figures, text, why }, href }: { cell: FigureCell; href: string }) {
  if (figures.length === 0) return <td className="number">–</td>;
  return (
    <td className="number">
      <Link href={href} prefetch={false}>
        {text ?? plural(figures.length, "figure")}
      </Link>
      {why && (
        <details>
          <summary>{text === null ? "why no number" : "not all"}</summary>
          {why}.
        </details>
      )}
    </td>
  );
}

function moreWords({ more: { rows, columns } }: FigurePivot): string {
  const left = [rows > 0 && plural(rows, "row"), columns > 0 && plural(columns, "column")];
  const named = left.filter(Boolean).join(" and ");
  return named && `Not shown: ${named}. “All” counts their figures, too.`;
}
