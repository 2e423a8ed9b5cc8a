import type { Row } from "@/data/table/table";
import { addressOfDocument, formatAddress, isValue } from "@/data/view/address";
import { nextSort, type View } from "@/data/view/view";
import { Code } from "../controls/code";

interface Props {
  readonly rows: readonly Row[];
  readonly view: View;
  /** The version that made the changes, and the one before it. */
  readonly version: string;
  readonly before: string;
  /** What each table is called. */
  readonly titles: { readonly [table: string]: string };
  /** The ids of all documents, in their order. */
  readonly documents: readonly string[];
}

/** The columns that are shown, and whether a press on the heading sorts by them. */
const columns = [
  { name: "row", title: "Row", isSorted: true },
  { name: "table", title: "Table", isSorted: true },
  { name: "field", title: "Field", isSorted: true },
  { name: "before", title: "Before", isSorted: false },
  { name: "after", title: "After", isSorted: false },
  { name: "why", title: "Why", isSorted: true },
] as const;

/** The changes of a version, a line each; on a phone each cell stands below its row. */
export function ChangeTable({ rows, view, version, before, titles, documents }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key
    <section className="list-table stacking" aria-label={`Changes of ${version}`} tabIndex={0}>
      <table>
        <caption className="visually-hidden">Changes of version {version}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.name} column={column} view={view} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ChangeLine key={String(row.id)} {...{ row, before, titles, documents }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const directions = { true: "descending", false: "ascending" } as const;

function Heading({ column, view }: { column: (typeof columns)[number]; view: View }) {
  const { name, title, isSorted } = column;
  const now = view.sort.find((sort) => sort.column === name);
  const sort = nextSort(view.sort, name, false);
  return (
    <th scope="col" aria-sort={now && directions[`${now.descending}`]}>
      {isSorted ? (
        <a href={formatAddress("changes", { ...view, sort })}>
          {title}
          {now && <span aria-hidden="true">{now.descending ? " ↓" : " ↑"}</span>}
        </a>
      ) : (
        title
      )}
    </th>
  );
}

const wholeRows: { readonly [change: string]: string } = { new: "new row", gone: "row gone" };

type LineProps = Pick<Props, "before" | "titles" | "documents"> & { readonly row: Row };

function ChangeLine({ row, before, titles, documents }: LineProps) {
  const { change, table, field, why, reason } = row;
  const whole = wholeRows[String(change)];
  return (
    <tr>
      <th scope="row">
        <a href={addressOf(row, before, documents)}>{row.row}</a>
      </th>
      <td data-heading="Table">{titles[String(table)] ?? table}</td>
      <td data-heading="Field">{whole ? <em>{whole}</em> : <Code>{String(field)}</Code>}</td>
      <Cell heading="Before" value={row.before} />
      <Cell heading="After" value={row.after} />
      <td data-heading="Why">
        {why ?? ""}
        {reason && <span className="quiet"> ({reason})</span>}
      </td>
    </tr>
  );
}

function Cell({ heading, value }: { heading: string; value: Row[string] | undefined }) {
  return <td data-heading={heading}>{value ?? <span className="quiet">–</span>}</td>;
}

/** Where a row is shown: a figure selected on its sheet, and what figures refer to by the figures that do. */
const addresses: {
  readonly [table: string]: (row: string, documents: Props["documents"]) => string;
} = {
  documents: addressOfDocument,
  events: (row) => formatAddress("figures", { filters: [isValue("event", row)] }),
  measures: (row) => formatAddress("figures", { filters: [isValue("measure", row)] }),
};

function addressOf(
  { table, row, change }: Row,
  before: string,
  documents: Props["documents"],
): string {
  const id = String(row);
  const address = addresses[String(table)];
  if (address) return address(id, documents);
  const version = change === "gone" ? before : "";
  return formatAddress(String(table), { select: [id], repeats: "show", version });
}
