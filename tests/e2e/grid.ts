import type { Locator, Page } from "@playwright/test";

// The grid as a reader sees it. What AG Grid calls its elements is written here and nowhere else.

/** A row as it stands on screen: its cells by the headings of their columns, and the figure's id. */
export type Cells = { readonly [heading: string]: string | undefined };

/** All rows of the sheet from the top down, scrolling through them; of its first columns, or of all. */
export function rows(page: Page, width: "first columns" | "all columns" = "first columns") {
  return page.evaluate(readRows, width === "all columns");
}

/** The cells of one column from the top down. */
export async function column(page: Page, heading: string): Promise<(string | undefined)[]> {
  const isFirst = (cells: Cells) => heading in cells;
  const first = await rows(page);
  const read = first.every(isFirst) ? first : await rows(page, "all columns");
  return read.map((cells) => cells[heading]);
}

/** The ids of the figures in the grid from the top down. */
export function ids(page: Page) {
  return column(page, "id");
}

/** Runs in the page. Rows of the grid stand in the DOM in any order, and only those near the view. */
async function readRows(isWide: boolean): Promise<Cells[]> {
  /** A cell's main text: not its unit, nor what stands under it, nor what it says to a screen reader alone. */
  const textOf = (cell: Element | undefined) => {
    const shown = cell?.cloneNode(true);
    if (!(shown instanceof Element)) return undefined;
    for (const beside of shown.querySelectorAll(
      ".visually-hidden, .unit, [class^=under-], .according",
    ))
      if (!beside.matches(".under-first")) beside.remove();
    return shown.textContent ?? undefined;
  };
  const plain = document.querySelector<HTMLTableElement>(".plain-table");
  const grid = document.querySelector<HTMLElement>("[role=grid]");
  if (plain) {
    const headings = [...plain.querySelectorAll("thead th")].map((heading) =>
      (heading.querySelector("a") ?? heading).firstChild?.textContent?.trim(),
    );
    return [...plain.querySelectorAll("tbody tr")].map((row) =>
      Object.fromEntries(headings.map((heading, index) => [heading, textOf(row.children[index])])),
    );
  }
  if (!grid) return [];
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const before = { left: grid.scrollLeft, top: grid.scrollTop };
  const found = new Map<number, { [heading: string]: string | undefined }>();
  const headings: { [place: string]: string | undefined } = {};
  const read = () => {
    for (const heading of grid.querySelectorAll("[role=columnheader]"))
      headings[heading.getAttribute("aria-colindex") ?? ""] =
        heading.querySelector(".grid-title")?.textContent ?? "";
    for (const row of grid.querySelectorAll("[role=row][row-id]")) {
      const y = Math.round(row.getBoundingClientRect().top + grid.scrollTop);
      const cells = found.get(y) ?? { id: row.getAttribute("row-id") ?? undefined };
      for (const cell of row.querySelectorAll("[role=gridcell]")) {
        const heading = headings[cell.getAttribute("aria-colindex") ?? ""];
        if (heading) cells[heading] = textOf(cell);
      }
      found.set(y, cells);
    }
  };
  const step = {
    left: Math.max(200, grid.clientWidth - 400),
    top: Math.max(66, grid.clientHeight - 80),
  };
  const pass = async () => {
    found.clear();
    for (let left = 0; left === 0 || (isWide && left < grid.scrollWidth); left += step.left)
      for (let top = 0; top < grid.scrollHeight; top += step.top) {
        grid.scrollTo(left, top);
        await frame();
        await frame();
        read();
      }
  };
  // A busy machine may draw rows later than two frames after a scroll.
  const isAll = () => found.size === Number(grid.getAttribute("aria-rowcount")) - 1;
  for (let passes = 0; passes < 3 && (passes === 0 || !isAll()); passes++) await pass();
  grid.scrollTo(before);
  await frame();
  return [...found].sort(([a], [b]) => a - b).map(([, cells]) => cells);
}

export function row(page: Page, id: string): Locator {
  return page.locator(`[role=row][row-id="${id}"]`);
}

/** A cell of the grid by the number of its row, from 1 as the reader counts, and the field of its column. */
export function cell(page: Page, row: number, field: string): Locator {
  return page.locator(`[role=row][row-index="${row - 1}"] [role=gridcell][col-id="${field}"]`);
}

/** A cell of the grid by its figure. */
export function cellOf(page: Page, id: string, field = "value"): Locator {
  return row(page, id).locator(`[role=gridcell][col-id="${field}"]`);
}

/** The row that the pointer is on, or whose mark. */
export function hoveredRow(page: Page, id: string): Locator {
  return page.locator(`[role=row][row-id="${id}"].hovered`).first();
}

export function heading(page: Page, name: string): Locator {
  return page.getByRole("columnheader", { name: new RegExp(`^${name}\\b`) });
}

/** A heading of the grid by the field of its column; "row-number" is the corner. */
export function headingOf(page: Page, field: string): Locator {
  return page.locator(`[role=columnheader][col-id="${field}"]`);
}

/** The button in a heading that opens the filter and the menu of its column. */
export function funnel(page: Page, field: string): Locator {
  return headingOf(page, field).locator(".grid-filter");
}

/** The number that says which heading of several the rows are sorted by first. */
export function sortOrder(page: Page, name: string): Locator {
  return heading(page, name).locator(".ag-sort-order");
}

/** The edge of a heading by which its column is drawn wider. */
export function edge(page: Page, name: string): Locator {
  return heading(page, name).locator(".ag-header-cell-resize");
}

/** The heading of a column that stays where it is while the others are scrolled. */
export function frozenHeading(page: Page, field: string): Locator {
  return page.locator(`.ag-grid-pinned-left-cells [role=columnheader][col-id="${field}"]`);
}

/** The texts of the headings from left to right, each with its letter before it where that is asked for. */
export function headings(page: Page, as: "titles" | "letters and titles" = "titles") {
  return page.locator("[role=columnheader]").evaluateAll(
    (all, isLettered) =>
      all
        .toSorted((a, b) => a.getBoundingClientRect().x - b.getBoundingClientRect().x)
        .map((heading) => {
          const letter = heading.querySelector(".grid-letter");
          const title = heading.querySelector(".grid-title")?.textContent ?? "";
          if (!isLettered) return title;
          return letter && `${letter.textContent} ${letter.nextSibling?.textContent}`;
        })
        .filter(Boolean),
    as !== "titles",
  );
}

/** The cell, or the heading, that has the focus. */
export function focusedCell(page: Page): Locator {
  return page.locator("[role=gridcell]:focus");
}

export function focusedHeading(page: Page): Locator {
  return page.locator("[role=columnheader]:focus");
}

/** Which cell has the focus: the number of its row from 1, and the field of its column. */
export function focusedPlace(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement?.closest("[role=gridcell]");
    const row = Number(at?.closest("[row-index]")?.getAttribute("row-index")) + 1;
    return `${row} ${at?.getAttribute("col-id")}`;
  });
}

/** A row by its number, from 1 as the reader counts. */
export function rowAt(page: Page, row: number): Locator {
  return page.locator(`[role=row][row-index="${row - 1}"]`).first();
}

export function selectedRows(page: Page): Locator {
  return page.locator("[role=row][aria-selected=true]");
}

/** Some cell of a selected row, and of one that is not, for what they look like. */
export const looks = {
  selected: ".ag-row-selected .ag-cell",
  unselected: ".ag-row:not(.ag-row-selected) .ag-cell",
} as const;

/** How many rows the grid has, those included that are not in the page. */
export async function rowCount(page: Page): Promise<number> {
  return Number(await page.locator("[role=grid]").getAttribute("aria-rowcount")) - 1;
}

/** The rows of a table of the reader's own that have come. */
export function loadedRows(page: Page): Locator {
  return page.locator(".open-grid .ag-row:has(.ag-cell:not(.row-number):not(:empty))");
}

/** The first cell of each of them, from the top. */
export function firstCells(page: Page) {
  return loadedRows(page).evaluateAll((found) =>
    found
      .map((row) => [
        Number(row.getAttribute("row-index")),
        row.querySelector(".ag-cell:not(.row-number)")?.textContent ?? "",
      ])
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .map(([, text]) => text),
  );
}
