import type { Opened } from "@/data/open/session";
import type { Asked } from "./asked";
import type { OtherTables } from "./other-tables";
import type { Reader } from "./reader";

/** What is given to all that can stand in place of the rows. */
export interface BesideProps {
  readonly opened: Opened;
  readonly reader: Reader;
  /** Changes with each other set of rows. */
  readonly version: string;
  readonly asked: Asked;
  /** The filters in words. */
  readonly conditions: string;
  /** What stands in place of the rows, as the address says it. */
  readonly beside: string;
  readonly onQuery: (query: string) => void;
  readonly onProblem: (message: string) => void;
  /** Shows a cell among the rows, by the number of its row in the table. */
  readonly onCell: (row: number, column: number) => void;
  /** Counts the edits of the table. */
  readonly revision: number;
  readonly others: OtherTables;
}
