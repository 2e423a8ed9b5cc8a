import { useState } from "react";
import type { GroupCell } from "@/data/open/group";
import { formatCsv } from "@/data/open/output";
import type { Pivot, PivotRow } from "@/data/open/pivot";
import { neutralize } from "@/data/table/formula";
import { number } from "./open-status";

interface Props {
  readonly pivot: Pivot;
  readonly title: string;
  /** The names of the columns that the rows are of. */
  readonly heads: readonly string[];
  /** Whether a share of a row or column says something: of counts and sums. */
  readonly hasShares: boolean;
  /** A cell was pressed: its row, and its column, where it is not the whole. */
  readonly onChoose: (row: PivotRow, across: number | null) => void;
  readonly onSave: (csv: string) => void;
}

const shares = { number: "Numbers", row: "% of row", column: "% of column" } as const;
type Share = keyof typeof shares;

/** Groups as a table: a cell filters by what it stands for. */
export function PivotTable({ pivot, title, heads, hasShares, onChoose, onSave }: Props) {
  const [asked, setShare] = useState<Share>("number");
  const share = hasShares ? asked : "number";
  const isWide = pivot.across.length > 1 || pivot.across[0] !== "";
  const across = isWide ? pivot.across.map((name) => name ?? "(missing)") : [];
  /** The cells of a row, or of the totals below, as texts. */
  const textsOf = (
    cells: readonly GroupCell[],
    all: GroupCell,
    say: (cell: GroupCell) => string,
  ) => {
    const textOf = (cell: GroupCell, column: GroupCell) =>
      share === "number" ? say(cell) : percent(cell, share === "row" ? all : column);
    const own = isWide ? cells : [];
    return [
      ...own.map((cell, at) => textOf(cell, pivot.totals[at] ?? pivot.all)),
      textOf(all, pivot.all),
    ];
  };
  const lines = pivot.rows.map((row) => ({ row, texts: textsOf(row.cells, row.all, said) }));
  const totals = textsOf(pivot.totals, pivot.all, said);
  const save = () =>
    onSave(
      formatCsv([...heads, ...across, "All"].map(neutralize), [
        ...pivot.rows.map((row) => [
          ...namesOf(row).map(neutralize),
          ...textsOf(row.cells, row.all, plain),
        ]),
        [
          ...heads.map((_, at) => (at === 0 ? "All" : "")),
          ...textsOf(pivot.totals, pivot.all, plain),
        ],
      ]),
    );
  return (
    <>
      <p className="pivot-tools">
        {hasShares && (
          <select
            aria-label="Cells show"
            value={share}
            onChange={({ target }) => setShare(target.value as Share)}
          >
            {Object.entries(shares).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        )}
        <button type="button" onClick={save}>
          Save this table (CSV)
        </button>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <div className="pivot" tabIndex={0}>
        <table>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {[...heads, ...across, "All"].map((name, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
                <th key={at} scope="col" className={at < heads.length ? undefined : "number"}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ row, texts }) => (
              <tr key={row.names.join("\n")}>
                {namesOf(row).map((name, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row has its names in order
                  <th key={at} scope="row">
                    {name}
                  </th>
                ))}
                {texts.map((text, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in order
                  <td key={at} className="number">
                    <button
                      type="button"
                      disabled={row.groups !== undefined}
                      onClick={() => onChoose(row, isWide && at < across.length ? at : null)}
                    >
                      {text}
                    </button>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={heads.length}>
                All
              </th>
              {totals.map((text, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in order
                <td key={at} className="number">
                  {text}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="quiet">{leftOut(pivot)}</p>
    </>
  );
}

function namesOf({ names, groups }: PivotRow): string[] {
  return names.map((name, at) =>
    at === 0 && groups ? `${number(groups)} others` : (name ?? "(missing)"),
  );
}

/** A number with what is open about it; of no number a dash, and not 0. */
function said({ low, high, rows }: GroupCell): string {
  if (rows === 0 || (low === null && high === null)) return "–";
  if (low === high) return number(low ?? 0);
  if (high === null) return `≥ ${number(low ?? 0)}`;
  return low === null ? `≤ ${number(high)}` : `${number(low)}–${number(high)}`;
}

/** The same for a file: digits alone, and nothing of no number. */
function plain(cell: GroupCell): string {
  const text = said(cell);
  return cell.low === cell.high ? String(cell.low ?? "") : text;
}

function percent(cell: GroupCell, whole: GroupCell): string {
  const isClosed = cell.low === cell.high && whole.low === whole.high;
  if (cell.rows === 0 || cell.low === null) return "–";
  if (!isClosed || !whole.low) return "open";
  return `${((100 * cell.low) / whole.low).toFixed(1)}%`;
}

function leftOut({ all: { missing, inWords } }: Pivot): string {
  return [
    missing > 0 && `${number(missing)} cells are missing.`,
    inWords > 0 && `${number(inWords)} cells are in words.`,
  ]
    .filter(Boolean)
    .join(" ");
}
