import { type TableKind, tableKinds } from "@/data/view/table-kind";

/** What a reader chooses for every page; kept in the browser, and never part of an address. */
export const choices = ["theme", "split", "table", "face", "tour"] as const;

/**
 * Puts what is kept on the root element, where the style sheets look for it, before anything is
 * painted. A page as the server sends it is the same for every reader.
 */
export const choicesScript = `try{for(const name of ${JSON.stringify(choices)}){const kept=localStorage.getItem(name);if(kept)document.documentElement.dataset[name]=kept}}catch{}`;

export const themes = ["system", "light", "dark"] as const;

export type Theme = (typeof themes)[number];

/** What is kept of the theme; the system's where it says nothing sensible. */
export function parseTheme(text: string | undefined): Theme {
  return themes.find((theme) => theme === text) ?? "system";
}

/** How much of the width the table takes, in per cent in steps of 5; 100 is the table alone, 0 the chart. */
export type Split = number;

export const usualSplit: Split = 60;

/** What is kept of the split; the usual one where it says nothing sensible. */
export function parseSplit(text: string | undefined): Split {
  const split = /^\d+$/.test(text ?? "") ? Number(text) : usualSplit;
  const isSensible = split === 0 || split === 100 || (split >= 20 && split <= 80);
  return isSensible && split % 5 === 0 ? split : usualSplit;
}

export const faces = ["table", "chart"] as const;

/** Which of the two a phone shows. */
export type Face = (typeof faces)[number];

/** What is kept of the face of a sheet on a phone; the table where it says nothing sensible. */
export function parseFace(text: string | undefined): Face {
  return faces.find((face) => face === text) ?? "table";
}

/** Whether a reader has closed what a first visit shows. */
export function parseTour(text: string | undefined): "new" | "done" {
  return text === "done" ? "done" : "new";
}

/** What is kept of the table; the grid where it says nothing sensible. */
export function parseTableKind(text: string | undefined): TableKind {
  return tableKinds.find((kind) => kind === text) ?? "grid";
}
