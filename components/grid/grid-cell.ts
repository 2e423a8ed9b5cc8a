import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import type { Figure } from "@/data/figure/figure";
import { describeEstimate, formatCell } from "@/data/figure/format";
import type { Names } from "@/data/figure/names";
import { toSegments } from "@/data/view/highlight";

/** What a cell needs besides its row. */
export interface GridContext {
  readonly names: Names;
  readonly find: string;
  readonly onFilter: (column: string) => void;
}

type Params = ICellRendererParams<Figure, Figure, GridContext>;

/**
 * A cell's text with what a search found marked in it, the whole of it as its title, and a value's
 * sign in words for a screen reader. No React: a grid makes hundreds of cells at once.
 */
export class GridCell implements ICellRendererComp<Figure> {
  private readonly gui = document.createElement("span");

  init(params: Params) {
    this.refresh(params);
  }

  getGui() {
    return this.gui;
  }

  refresh({ data, column, context }: Params) {
    const name = column?.getColId() ?? "";
    const text = data ? formatCell(data, name, context.names) : "";
    const pieces = toSegments(text, context.find, context.names.groups).map(({ text, isFound }) => {
      if (!isFound) return document.createTextNode(text);
      const mark = document.createElement("mark");
      mark.textContent = text;
      return mark;
    });
    this.gui.title = text.length > 16 ? text : "";
    this.gui.className = "cell-text";
    if (data && name === "value" && data.precision !== "exact")
      this.gui.replaceChildren(...spoken(pieces, describeEstimate(data)));
    else this.gui.replaceChildren(...pieces);
    return true;
  }
}

/** Shows one text and says another. */
function spoken(shown: readonly Node[], words: string): readonly Node[] {
  const sign = document.createElement("span");
  sign.setAttribute("aria-hidden", "true");
  sign.append(...shown);
  const said = document.createElement("span");
  said.className = "visually-hidden";
  said.textContent = words;
  return [sign, said];
}
