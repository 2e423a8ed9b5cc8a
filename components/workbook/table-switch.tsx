import type { TableKind } from "@/data/view/table-kind";
import { formatView, type View } from "@/data/view/view";

interface Props {
  readonly view: View;
  readonly kind: TableKind;
  readonly onKind: (kind: TableKind) => void;
}

/** Keeps the server's table in place of the grid: for a screen reader often the better tool. */
export function TableSwitch({ view, kind, onKind }: Props) {
  const other = kind === "plain" ? "grid" : "plain";
  return (
    <>
      <button
        type="button"
        className="table-switch"
        aria-pressed={kind === "plain"}
        onClick={() => onKind(other)}
      >
        Plain table
      </button>
      {view.table === "grid" && (
        <noscript>
          <a className="table-switch" href={`?${formatView({ ...view, table: "plain" })}`}>
            Plain table
          </a>
        </noscript>
      )}
    </>
  );
}
