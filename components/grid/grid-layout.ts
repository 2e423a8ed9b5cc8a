/** How the columns of a sheet stand in the grid; no part of a view, so that no address has it. */
export interface GridLayout {
  /** Widths in CSS pixels of the columns that the reader made wider or narrower. */
  readonly widths: { readonly [column: string]: number };
  /** How many columns from the left stay where they are. */
  readonly frozen: number;
}

const usual: GridLayout = { widths: {}, frozen: 1 };

/** The name under which the browser keeps the layouts of all sheets. */
const keptAs = "columns";

/** How the columns of a sheet stand, as the reader left them; the usual way where nothing is kept. */
export function layoutOf(sheet: string): GridLayout {
  return read()[sheet] ?? usual;
}

/** Keeps widths of columns, besides those that are known. */
export function keepWidths(sheet: string, widths: GridLayout["widths"]) {
  const now = layoutOf(sheet);
  keep(sheet, { ...now, widths: { ...now.widths, ...widths } });
}

/** Keeps how many columns are frozen. */
export function keepFrozen(sheet: string, frozen: number) {
  keep(sheet, { ...layoutOf(sheet), frozen });
}

type Layouts = { readonly [sheet: string]: GridLayout };

/** Holds until the page is left where the browser keeps nothing. */
let layouts: Layouts | null = null;

function read(): Layouts {
  layouts ??= parseLayouts(readKept());
  return layouts;
}

function readKept(): string | null {
  try {
    return window.localStorage.getItem(keptAs);
  } catch {
    return null;
  }
}

function keep(sheet: string, layout: GridLayout) {
  layouts = { ...read(), [sheet]: layout };
  try {
    window.localStorage.setItem(keptAs, JSON.stringify(layouts));
  } catch {
    // Without storage, or with a full one, the layout holds until the page is left.
  }
}

/** What the browser has kept → layouts; what makes no sense in it is left out. */
export function parseLayouts(text: string | null): Layouts {
  const entries = entriesOf(parseJson(text)).map(([sheet, kept]) => {
    const { widths, frozen } = Object.fromEntries(entriesOf(kept));
    const sensible = entriesOf(widths).filter((entry): entry is [string, number] =>
      isWithin(entry[1], 20, 2_000),
    );
    return [
      sheet,
      { widths: Object.fromEntries(sensible), frozen: isWithin(frozen, 1, 50) ? frozen : 1 },
    ] as const;
  });
  return Object.fromEntries(entries);
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "{}");
  } catch {
    return {};
  }
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && value >= least && value <= most;
}
