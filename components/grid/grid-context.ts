import type { Names } from "@/data/figure/names";
import type { ShownColumn } from "@/data/view/shown-columns";
import type { Box } from "../controls/popup";

/** What the headings show besides their titles. */
export interface HeadingMarks {
  readonly columns: readonly ShownColumn[];
  /** The columns that have a filter. */
  readonly filtered: readonly string[];
}

/** What a cell needs besides its row. */
export interface GridContext {
  readonly names: Names;
  readonly find: string;
  /** The measure that the reader chose; rows of others are paler. Null is none. */
  readonly measure: string | null;
  /** What was counted, and who says so, stands under the value. */
  readonly isStacked: boolean;
  readonly onColumnMenu: (column: string, at: Box) => void;
  /** What headings show, as it is by now. */
  readonly marks: () => HeadingMarks;
}
