import type { KeyHelp } from "../controls/keys-dialog";

/** What keys do in a table of one's own. */
export const editKeys: KeyHelp = [
  ["Any letter or number", "write over the cell"],
  ["F2, or two presses", "edit what the cell holds"],
  ["Enter, Shift Enter", "take what is typed and go down, up"],
  ["Tab, Shift Tab", "take what is typed and go right, left"],
  ["Escape", "leave the cell as it was"],
  ["Alt Enter", "another line in a cell of several lines"],
  ["Delete or Backspace", "clear the range"],
  ["Ctrl D", "fill the range with its first row"],
  ["Ctrl + plus, Ctrl + minus", "insert rows above, remove rows"],
  ["Ctrl C, Ctrl X, Ctrl V", "copy, cut and paste the range (⌘ on a Mac)"],
  ["Ctrl Z, Ctrl Y or Ctrl Shift Z", "undo, redo"],
  ["Arrow keys", "move from cell to cell; with Ctrl to the edge of the table"],
  ["Shift + arrow keys", "extend the range"],
  ["Ctrl A, Shift Space", "select all cells, the row"],
  ["Shift F10 or Menu", "the menu of the cells; a long press on a screen"],
  ["?", "this list"],
];
