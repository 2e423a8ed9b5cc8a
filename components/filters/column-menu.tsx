import { useEffect, useRef } from "react";
import type { Row } from "@/data/table/table";
import { filterOf } from "@/data/view/filter";
import type { ShownColumn } from "@/data/view/shown-columns";
import { type Box, usePopup } from "../controls/popup";
import type { MenuItem } from "../controls/popup-menu";
import { FilterInputs } from "./filter-field";
import type { FilterProps } from "./narrow";

interface Props extends Omit<FilterProps, "column" | "filter"> {
  readonly column: ShownColumn;
  readonly filters: Parameters<typeof filterOf>[0];
  readonly rows: readonly Row[];
  readonly at: Box;
  /** What else can be done with the column, in groups. */
  readonly groups: readonly (readonly MenuItem[])[];
  readonly onClose: () => void;
}

/** What can be done with a column, and its filter, under the button in its heading. */
export function ColumnMenu({ column, filters, at, groups, onClose, ...rest }: Props) {
  const popup = useRef<HTMLDivElement>(null);
  usePopup(popup, at, onClose);
  useEffect(() => {
    const before = document.activeElement;
    const { current } = popup;
    const field = current?.querySelector<HTMLElement>(".filter-field input, .filter-field select");
    (field ?? current?.querySelector("button"))?.focus({ preventScroll: true });
    return () => {
      const isLost = !document.activeElement || document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div
      ref={popup}
      className="popup column-menu"
      role="dialog"
      aria-label={column.title}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      {groups
        .filter((group) => group.length > 0)
        .map((group) => (
          <p key={group[0]?.title} className="menu-acts">
            {group.map(({ title, onChoose }) => (
              <button
                key={title}
                type="button"
                onClick={() => {
                  onClose();
                  onChoose();
                }}
              >
                {title}
              </button>
            ))}
          </p>
        ))}
      {!column.isComputed && (
        <div className="filter-field" data-column={column.name}>
          <FilterInputs
            {...rest}
            column={column}
            filter={filterOf(filters, column.name)}
            isCounted
          />
        </div>
      )}
    </div>
  );
}
