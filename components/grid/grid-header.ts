import type { IHeaderParams, IInnerHeaderComponent } from "ag-grid-community";
import type { GridContext } from "./grid-cell";

type Params = IHeaderParams<unknown, GridContext>;

/**
 * The inside of a column's heading: its title, and a button that opens the column's filter. No React,
 * which would fill it a moment later and so move the arrow beside it.
 */
export class GridHeader implements IInnerHeaderComponent<unknown, GridContext, Params> {
  private readonly gui = document.createElement("span");

  init({ column, displayName, context, eGridHeader }: Params) {
    // Without a name of its own the heading is read with that of the button in it.
    if (displayName) eGridHeader.setAttribute("aria-label", displayName);
    this.gui.className = "grid-heading";
    const title = document.createElement("span");
    title.className = "grid-title";
    title.textContent = displayName;
    const { context: description } = column.getColDef();
    if (typeof description === "string" && description) {
      title.title = description;
      eGridHeader.setAttribute("aria-description", description);
    }
    this.gui.append(title);
    if (displayName && column.getColDef().sortable)
      this.gui.append(filterButton(displayName, () => context.onFilter(column.getColId())));
  }

  /** A heading never changes; with another one the grid makes it anew. */
  refresh({ displayName }: Params) {
    return displayName === this.gui.querySelector(".grid-title")?.textContent;
  }

  getGui() {
    return this.gui;
  }
}

function filterButton(title: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "grid-filter";
  button.setAttribute("aria-label", `Filter ${title}`);
  button.append(funnel());
  // The grid takes a touch anywhere on a heading for a wish to sort, and lets no click follow.
  button.addEventListener("touchstart", (event) => event.stopPropagation(), { passive: true });
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    onClick();
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
