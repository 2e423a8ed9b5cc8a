import type { TableKind } from "../state/choices";

interface Props {
  readonly kind: TableKind;
  readonly onKind: (kind: TableKind) => void;
}

/** Keeps the server's table in place of the grid: for a screen reader often the better tool. */
export function TableSwitch({ kind, onKind }: Props) {
  const other = kind === "plain" ? "grid" : "plain";
  return (
    <button
      type="button"
      className="table-switch"
      aria-pressed={kind === "plain"}
      onClick={() => onKind(other)}
    >
      Plain table
    </button>
  );
}
