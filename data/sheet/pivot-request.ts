/** What the cells of a pivot say of their figures, as a menu offers it. */
export const pivotShows = {
  total: "Totals",
  count: "Number of figures",
  mean: "Means",
  lowest: "Lowest",
  highest: "Highest",
  row: "% of the row’s total",
  column: "% of the column’s total",
} as const;

export type PivotShow = keyof typeof pivotShows;

/** Figures in rows by one or two fields, in columns by a third. */
export interface FigurePivotRequest {
  readonly rows: readonly string[];
  readonly across: string | null;
  readonly show: PivotShow;
}

/** A field by which figures can be grouped. */
export interface PivotField {
  readonly name: string;
  readonly title: string;
  /** A figure may have several of its values, and stands in the group of each. */
  readonly many: boolean;
}

/** The year in which a period begins and ends; a field of no schema. */
export const yearField = "year";
