import type { IHeaderParams, IInnerHeaderComponent } from "ag-grid-community";
import { columnLetters } from "@/data/view/cell-range";
import { boxOf } from "../controls/popup";
import type { GridContext, HeadingMarks } from "./grid-context";

type Params = IHeaderParams<unknown, GridContext>;

/**
 * The inside of a column's heading: its letter, its title, and a button that opens what can be done with the
 * column. No React, which would fill it a moment later and so move the arrow beside it.
 */
export class GridHeader implements IInnerHeaderComponent<unknown, GridContext, Params> {
  private readonly gui = document.createElement("span");

  init({ column, displayName, context, eGridHeader }: Params) {
    // Without a name of its own the heading is read with that of the button in it.
    eGridHeader.setAttribute("aria-label", displayName || "Select all cells");
    this.gui.className = "grid-heading";
    if (!displayName) return;
    const letter = textIn("grid-letter", "");
    letter.setAttribute("aria-hidden", "true");
    const title = textIn("grid-title", displayName);
    const { context: description } = column.getColDef();
    if (typeof description === "string" && description) {
      title.title = description;
      eGridHeader.setAttribute("aria-description", description);
    }
    this.gui.append(letter, title);
    this.gui.append(menuButton((button) => context.onColumnMenu(column.getColId(), boxOf(button))));
    markHeading(eGridHeader, column.getColId(), context.marks());
  }

  /** A heading never changes; with another one the grid makes it anew. */
  refresh({ displayName }: Params) {
    return displayName === (this.gui.querySelector(".grid-title")?.textContent ?? "");
  }

  getGui() {
    return this.gui;
  }
}

/** Shows the letter of each heading in the document, and which columns have a filter. */
export function markHeadings(host: HTMLElement | null, marks: HeadingMarks) {
  for (const heading of host?.querySelectorAll(".ag-header-cell[col-id]") ?? [])
    markHeading(heading, heading.getAttribute("col-id") ?? "", marks);
}

function markHeading(heading: Element, name: string, { columns, filtered }: HeadingMarks) {
  const at = columns.findIndex((column) => column.name === name);
  const column = columns[at];
  const letter = heading.querySelector(".grid-letter");
  const button = heading.querySelector(".grid-filter");
  if (!column || !letter || !button) return;
  const isFiltered = filtered.includes(name);
  letter.textContent = columnLetters(at);
  heading.classList.toggle("filtered", isFiltered);
  const label = column.isComputed ? `Menu of ${column.title}` : `Filter ${column.title}`;
  button.setAttribute("aria-label", isFiltered ? `${label}, filtered` : label);
}

function textIn(className: string, text: string): HTMLElement {
  const span = document.createElement("span");
  span.className = className;
  span.textContent = text;
  return span;
}

function menuButton(onClick: (button: HTMLElement) => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "grid-filter";
  button.title = "Sort, filter and more";
  button.setAttribute("aria-haspopup", "dialog");
  button.append(funnel());
  // The grid takes a touch anywhere on a heading for a wish to sort, and lets no click follow.
  button.addEventListener("touchstart", (event) => event.stopPropagation(), { passive: true });
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    onClick(button);
  });
  return button;
}

function funnel(): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  const attributes = { viewBox: "0 0 12 12", width: "12", height: "12", "aria-hidden": "true" };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  path.setAttribute("d", "M1 2h10L7 6.5V10l-2 1V6.5z");
  path.setAttribute("fill", "currentColor");
  svg.append(path);
  return svg;
}
