import type { Opened, OpenedView } from "@/data/open/session";
import type { ColumnTotal } from "@/data/open/totals";
import type { Reader } from "./reader";

interface Props {
  readonly opened: Opened;
  readonly view: OpenedView;
  readonly reader: Reader;
  readonly onProblem: (message: string) => void;
}

/** How many rows are shown and by which filters, what can be added, and the rows as a file. */
export function OpenStatus({ opened, view, reader, onProblem }: Props) {
  const { count, conditions, totals } = view;
  const save = (part: "view" | "whole") =>
    reader.csv(part).then(
      (blob) => saveAs(blob, nameOf(opened.file, part)),
      ({ message }: Error) => onProblem(message),
    );
  const columnOf = (id: string) => opened.columns.find((column) => column.id === id);
  return (
    <footer className="status-bar" role="status">
      <p>
        {number(count)} of {number(opened.size)} rows{conditions && ` where ${conditions}`}
      </p>
      <ul className="totals" aria-label="Totals of these rows">
        {totals.map((total) => (
          <li key={total.id}>
            {columnOf(total.id)?.name ?? total.id}: {sumOf(total, columnOf(total.id)?.unit)}
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => save("view")}>
        Save these rows (CSV)
      </button>
    </footer>
  );
}

/** A number as it is shown: digits in threes. */
export const number = (value: number) =>
  value.toLocaleString("en-GB", { maximumFractionDigits: 2 });

/** A sum says what it leaves out, and that it has no upper end where a cell has none. */
function sumOf({ low, high, missing, inWords }: ColumnTotal, unit = ""): string {
  const without = [
    missing > 0 && `${number(missing)} missing`,
    inWords > 0 && `${number(inWords)} in words`,
  ]
    .filter(Boolean)
    .join(", ");
  const bounds =
    low === null && high === null
      ? "no number"
      : low === high
        ? `sum ${number(low ?? 0)}`
        : high === null
          ? `sum at least ${number(low ?? 0)}`
          : low === null
            ? `sum at most ${number(high)}`
            : `sum ${number(low)} to ${number(high)}`;
  const said = unit && (low !== null || high !== null) ? `${bounds} ${unit}` : bounds;
  return without ? `${said} (${without})` : said;
}

function nameOf(file: string, part: "view" | "whole"): string {
  const name = file.replace(/(\.(csv|tsv|txt|gz|zip))+$/i, "");
  return `${name}${part === "view" ? "-rows" : ""}.csv`;
}

/** Lets the browser save a file. */
export function saveAs(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
