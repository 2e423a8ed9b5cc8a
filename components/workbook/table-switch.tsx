import type { TableKind } from "@/data/view/table-kind";
import { formatView, type View } from "@/data/view/view";

interface Props {
  readonly view: View;
  readonly kind: TableKind;
  readonly onKind: (kind: TableKind) => void;
}

/** Shows all text of each cell in lines, or one line a row. */
export function TableSwitch({ view, kind, onKind }: Props) {
  const isOn = kind !== "grid";
  return (
    <>
      <button
        type="button"
        className="table-switch"
        aria-pressed={isOn}
        onClick={() => onKind(isOn ? "grid" : "wrap")}
      >
        Wrap text
      </button>
      {view.table === "grid" && (
        <noscript>
          <a className="table-switch" href={`?${formatView({ ...view, table: "wrap" })}`}>
            Wrap text
          </a>
        </noscript>
      )}
    </>
  );
}
