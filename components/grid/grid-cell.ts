import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import type { Figure } from "@/data/figure/figure";
import { toSegments } from "@/data/view/highlight";
import type { View } from "@/data/view/view";
import { signClass } from "../controls/table-sign";
import { type CellContent, type Piece, toContent, toUnder } from "./cell-content";
import type { GridContext } from "./grid-context";

type Params = ICellRendererParams<Figure, Figure, GridContext>;

/** A cell without React, since a grid makes hundreds at once. As long as it is in the document it can be updated. */
abstract class OwnCell implements ICellRendererComp<Figure> {
  protected readonly gui = document.createElement("span");
  private params: Params | null = null;

  /** Shows what has changed of what it was given last. */
  protected abstract show(params: Params): void;

  init(params: Params) {
    params.context.cells.add(this);
    this.refresh(params);
  }

  destroy() {
    this.params?.context.cells.remove(this);
  }

  update() {
    if (this.params) this.show(this.params);
  }

  getGui() {
    return this.gui;
  }

  refresh(params: Params) {
    this.params = params;
    this.show(params);
    return true;
  }
}

/**
 * A cell's text with what a search found marked in it, the whole of it as its title, and a value's
 * sign in words for a screen reader.
 */
export class GridCell extends OwnCell {
  /** What the cell was asked for last, and of what it was made, beside names that stay. */
  private asked: Asked | null = null;
  private made: Made | null = null;

  protected show({ data, column, context }: Params) {
    const name = column?.getColId() ?? "";
    if (!data) {
      this.made = this.asked = null;
      this.gui.replaceChildren();
      return;
    }
    const { names, cells, isStacked } = context;
    const { find, measure } = cells.look();
    const asked = { data, find, measure, isStacked };
    if (isSame(this.asked, asked)) return;
    this.asked = asked;
    const content = toContent(data, name, names);
    const made = { data, isStacked, found: foundIn(data, name, content, context) };
    const text = content.pieces.map((piece) => piece.text).join("");
    this.gui.title = text.length > 16 ? text : "";
    const isOther = measure !== null && data.measure !== measure;
    this.gui.className = `cell-text${isOther ? " other-measure" : ""}`;
    if (isSame(this.made, made)) return;
    this.made = made;
    const shown =
      isStacked && name === "value"
        ? stacked(data, content, context)
        : shownOf(content, context, false);
    this.gui.replaceChildren(...spoken(shown, content.spoken));
  }
}

/** The number of a row, which a row that moves must learn anew: the grid would keep the one it had. */
export class NumberCell extends OwnCell {
  protected show({ node }: Params) {
    const text = String((node.rowIndex ?? 0) + 1);
    if (this.gui.textContent !== text) this.gui.textContent = text;
  }
}

interface Made {
  readonly data: Figure;
  readonly isStacked: boolean;
  /** What a search has marked in it. */
  readonly found: string;
}

interface Asked extends Pick<View, "find" | "measure"> {
  readonly data: Figure;
  readonly isStacked: boolean;
}

function isSame<T extends object>(a: T | null, b: T): boolean {
  return a !== null && (Object.keys(b) as (keyof T)[]).every((key) => a[key] === b[key]);
}

/** What a search finds in a cell, as text; "" where it finds nothing, as in most. */
function foundIn(data: Figure, name: string, content: CellContent, context: GridContext): string {
  const { names, cells, isStacked } = context;
  const { find } = cells.look();
  if (!find) return "";
  const under =
    isStacked && name === "value"
      ? [toUnder(data, names).what, ...textsOf(toContent(data, "document", names))]
      : [];
  const marks = [...textsOf(content), ...under].map((text) =>
    toSegments(text, find, names.groups).filter(({ isFound }) => isFound),
  );
  return marks.some((each) => each.length > 0) ? `${find} ${JSON.stringify(marks)}` : "";
}

function textsOf({ pieces }: CellContent): readonly string[] {
  return pieces.map(({ text }) => text);
}

/** The sign and the pieces of a cell. */
function shownOf(content: CellContent, context: GridContext, saysUnit: boolean): readonly Node[] {
  const pieces = content.pieces.filter(({ kind }) => !(saysUnit && kind === "unit"));
  const sign = content.sign ? [toSign(content.sign)] : [];
  return [...sign, ...pieces.map((piece) => toNode(piece, context))];
}

/** A value with what it counts behind it, and below them who says so. */
function stacked(data: Figure, content: CellContent, context: GridContext): readonly Node[] {
  const { what, saysUnit } = toUnder(data, context.names);
  const counted = element("span", "under-what", marked(what, context));
  counted.setAttribute("aria-hidden", "true");
  const source = shownOf(toContent(data, "document", context.names), context, false);
  const below = element("span", "under-source", source);
  below.setAttribute("aria-hidden", "true");
  const first = [...shownOf(content, context, saysUnit), counted];
  return [element("span", "under-first", first), below];
}

function toNode({ text, kind }: Piece, context: GridContext): Node {
  return element("span", kind === "main" ? "" : kind, marked(text, context));
}

/** A text with what the search found in it marked. */
function marked(text: string, { cells, names }: GridContext): readonly Node[] {
  return toSegments(text, cells.look().find, names.groups).map((segment) =>
    segment.isFound
      ? element("mark", "", [document.createTextNode(segment.text)])
      : document.createTextNode(segment.text),
  );
}

function element(name: string, className: string, children: readonly Node[]): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function toSign(number: number): Node {
  return element("i", signClass(number), []);
}

/** Shows one text and says another, where there is another. */
function spoken(shown: readonly Node[], words: string | null): readonly Node[] {
  if (words === null) return shown;
  const sign = element("span", "shown", shown);
  sign.setAttribute("aria-hidden", "true");
  const said = element("span", "visually-hidden", [document.createTextNode(words)]);
  return [sign, said];
}
