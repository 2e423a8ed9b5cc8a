export const themes = ["system", "light", "dark"] as const;

export type Theme = (typeof themes)[number];

/** What a cookie says of the theme; the system's where it says nothing sensible. */
export function parseTheme(text: string | undefined): Theme {
  return themes.find((theme) => theme === text) ?? "system";
}

/** How much of the width the table takes, in per cent in steps of 5; 100 is the table alone, 0 the chart. */
export type Split = number;

export const usualSplit: Split = 60;

/** What a cookie says of the split; the usual one where it says nothing sensible. */
export function parseSplit(text: string | undefined): Split {
  const split = Number(text ?? usualSplit);
  const isSensible = split === 0 || split === 100 || (split >= 20 && split <= 80);
  return isSensible && split % 5 === 0 ? split : usualSplit;
}

export const tableKinds = ["grid", "plain"] as const;

/** What holds the rows: the grid, or the server's own table, which stays. */
export type TableKind = (typeof tableKinds)[number];

/** What a cookie says of the table; the grid where it says nothing sensible. */
export function parseTableKind(text: string | undefined): TableKind {
  return tableKinds.find((kind) => kind === text) ?? "grid";
}
