import type { KeyHelp } from "../controls/keys-dialog";

/** What keys do. */
export const keyHelp: KeyHelp = [
  ["Ctrl K or ⌘ K", "find in all sheets"],
  ["/", "find in this sheet"],
  ["Ctrl F or ⌘ F", "the browser’s own find: it misses grid rows out of sight, / does not"],
  ["Ctrl Z, Ctrl Shift Z", "undo and redo filters, sorting and columns (⌘ on a Mac)"],
  ["Alt + Page Down, Page Up", "next sheet, previous sheet"],
  ["Arrow keys", "move from cell to cell, or from mark to mark in the chart"],
  ["Ctrl + arrow keys", "move to the edge of the table"],
  ["Home, End", "first, last column; with Ctrl the first, last cell"],
  ["Page Up, Page Down", "move a screen of rows"],
  [
    "Shift + any of these",
    "extend the range of cells; arrows in the chart: the period, which Enter takes",
  ],
  ["Ctrl Space, Shift Space", "select the column, the row"],
  ["Ctrl A or ⌘ A", "select all cells"],
  ["Ctrl C or ⌘ C", "copy the range"],
  ["Space or Enter", "select the figure of the cell or of the mark"],
  ["Ctrl Enter", "select a further figure"],
  ["Shift F10 or Menu", "the menu of the cell or of the column"],
  ["Escape", "clear the selection; close what is open"],
  ["Enter on a heading", "sort; with Ctrl as a further column"],
  ["Alt + arrow down on a heading", "sort, filter and more"],
  ["?", "this list"],
];
