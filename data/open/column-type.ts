import type { DateOrder } from "./date";
import type { Decimal } from "./number";

/** The types that a column can have. */
export type ColumnType =
  | "number"
  | "identifier"
  | "year"
  | "date"
  | "boolean"
  | "category"
  | "text"
  | "empty";

/** What a reader says of a column in place of what was found. */
export interface GivenColumn {
  readonly type?: ColumnType;
  readonly decimal?: Decimal;
  readonly order?: DateOrder;
  /** It is one of these, whichever its cells show; text where they show none. */
  readonly among?: readonly ColumnType[];
  /** What stands for a missing value, beside an empty cell; nothing else does. */
  readonly missing?: readonly string[];
}
