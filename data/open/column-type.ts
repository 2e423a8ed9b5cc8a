import type { DateOrder } from "./date";
import type { Decimal } from "./number";

/** The types that a column can have. */
export const columnTypes = [
  "number",
  "identifier",
  "year",
  "date",
  "boolean",
  "category",
  "text",
  "empty",
] as const;
export type ColumnType = (typeof columnTypes)[number];

/** What a column is for: what is measured, what it is measured by, a key, or words. */
export const columnRoles = ["measure", "dimension", "identifier", "note"] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** What a reader says of a column in place of what was found. */
export interface GivenColumn {
  readonly type?: ColumnType;
  readonly role?: ColumnRole;
  /** What its numbers count in. */
  readonly unit?: string;
  readonly decimal?: Decimal;
  readonly order?: DateOrder;
  /** It is one of these, whichever its cells show; text where they show none. */
  readonly among?: readonly ColumnType[];
  /** What stands for a missing value, beside an empty cell; nothing else does. */
  readonly missing?: readonly string[];
}

/** What is said of a column after something else was: a type of its own takes back how the other was read. */
export function sayOver(before: GivenColumn = {}, after: GivenColumn = {}): GivenColumn {
  const { order, decimal, among, ...kept } = before;
  const isTyped = after.type !== undefined;
  return { ...(isTyped ? kept : { ...kept, order, decimal, among }), ...after };
}
