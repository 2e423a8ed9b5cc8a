/** How the columns of a sheet stand in the grid; no part of a view, so that no address has it. */
export interface GridLayout {
  /** Widths in CSS pixels of the columns that the reader made wider or narrower. */
  readonly widths: { readonly [column: string]: number };
  /** How many columns from the left stay where they are. */
  readonly frozen: number;
}

const usual: GridLayout = { widths: {}, frozen: 1 };

/** Until the page is left: a reader who comes back to a sheet finds its columns as they were. */
const layouts = new Map<string, GridLayout>();

/** How the columns of a sheet stand. */
export function layoutOf(sheet: string): GridLayout {
  return layouts.get(sheet) ?? usual;
}

/** Keeps widths of columns, besides those that are known. */
export function keepWidths(sheet: string, widths: GridLayout["widths"]) {
  const now = layoutOf(sheet);
  layouts.set(sheet, { ...now, widths: { ...now.widths, ...widths } });
}

/** Keeps how many columns are frozen. */
export function keepFrozen(sheet: string, frozen: number) {
  layouts.set(sheet, { ...layoutOf(sheet), frozen });
}
