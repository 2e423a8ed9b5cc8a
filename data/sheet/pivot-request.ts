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

/** What the keys of a pivot mean, for the codebook. */
export const pivotHelp: readonly { readonly example: string; readonly says: string }[] = [
  {
    example: "_sheet=attacks",
    says: "On /pivot the sheet whose figures are grouped; without it all of them. Every other key narrows them as on the sheet.",
  },
  {
    example: "_rows=actor,year",
    says: "One or two fields by which a pivot has its rows; year is that of the period.",
  },
  {
    example: "_across=document",
    says: "The field by which a pivot has its columns; empty for none.",
  },
  {
    example: "_show=count",
    says: `What its cells say: ${Object.keys(pivotShows).join(", ")}.`,
  },
];
