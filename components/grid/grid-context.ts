import type { Names } from "@/data/figure/names";
import type { ShownColumn } from "@/data/view/shown-columns";
import type { Box } from "../controls/popup";
import type { LiveCells } from "./live-cells";

/** What the headings show besides their titles. */
export interface HeadingMarks {
  readonly columns: readonly ShownColumn[];
  /** The columns that have a filter. */
  readonly filtered: readonly string[];
}

/** What a cell needs besides its row. */
export interface GridContext {
  readonly names: Names;
  /** The cells that are in the document, with what is searched for and which measure is not paler. */
  readonly cells: LiveCells;
  /** What was counted, and who says so, stands under the value. */
  readonly isStacked: boolean;
  readonly onColumnMenu: (column: string, at: Box) => void;
  /** What headings show, as it is by now. */
  readonly marks: () => HeadingMarks;
}
