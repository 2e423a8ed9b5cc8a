import type { Column } from "../open/column";
import { quoteCell } from "../open/problem";
import { castAll, isOdd } from "../open/store";

/** What is wrong with a text in a column, in a sentence; "" where nothing is. */
export function checkText(text: string, column: Column): string {
  const stored = { id: "", column, words: [text], codes: new Uint32Array(1) };
  const isWrong = isOdd({ ...stored, ...castAll([text], column) }, 0);
  return isWrong ? `${quoteCell(text)} is no ${column.type}; it stays as words.` : "";
}
