import type { Figure } from "@/data/figure/figure";
import type { Names } from "@/data/figure/names";
import { toContent, toUnder } from "./cell-content";
import { cellMeasures, stackedHeights, stackedValue } from "./column-widths";

/** The width of a text in CSS pixels, in bold or not. */
export type TextWidth = (text: string, isBold: boolean) => number;

/**
 * How many lines a value takes in a narrow panel with what it counts, from 1 to 3 of a width in CSS
 * pixels. Lines are broken at spaces alone, of which a browser breaks them too: it never needs more.
 */
export function linesOf(row: Figure, names: Names, width: number, textWidth: TextWidth): 1 | 2 | 3 {
  const { what, saysUnit } = toUnder(row, names);
  const pieces = toContent(row, "value", names)
    .pieces.filter(({ kind }) => !(saysUnit && kind === "unit"))
    .map(({ text, kind }) => ({ text, isBold: kind === "main" }));
  let lines = 1;
  let [line, word, space] = [0, 0, 0];
  const endWord = () => {
    if (line > 0 && line + space + word > width) {
      lines += 1;
      line = word;
    } else line += space + word;
    [word, space] = [0, 0];
  };
  for (const { text, isBold } of [...pieces, { text: what, isBold: false }])
    for (const [at, part] of text.split(" ").entries()) {
      if (at > 0) {
        endWord();
        space = textWidth(" ", isBold);
      }
      word += textWidth(part, isBold);
    }
  endWord();
  return lines === 1 ? 1 : lines === 2 ? 2 : 3;
}

/** How high a row is in a panel of some width, where what was counted stands under its value. */
export function makeStackedHeights(hostOf: () => HTMLElement | null) {
  let textWidth: TextWidth | null = null;
  return (row: Figure, names: Names, panel: number): number => {
    textWidth ??= textWidthIn(hostOf());
    const room = stackedValue(panel) - 2 * cellMeasures.cellHorizontalPadding;
    return stackedHeights[linesOf(row, names, room, textWidth)];
  };
}

/** How wide a browser draws a word in the cells of a grid; each is measured once. */
function textWidthIn(host: HTMLElement | null): TextWidth {
  const context = document.createElement("canvas").getContext("2d");
  if (!host || !context) return () => 0;
  const font = [`${cellMeasures.fontSize}px`, getComputedStyle(host).fontFamily].join(" ");
  const known = new Map<string, number>();
  return (text, isBold) => {
    const weight = isBold ? boldWeight : 400;
    const key = `${weight}${text}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    context.font = `${weight} ${font}`;
    const { width } = context.measureText(text);
    known.set(key, width);
    return width;
  };
}

/** As the style sheet has it for a value. */
const boldWeight = 600;
