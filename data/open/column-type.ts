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
}
