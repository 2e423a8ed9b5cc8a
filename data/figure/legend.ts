import { glyphs } from "./format";

/** What stands in tables and charts, and how to read it. */
export interface Sign {
  readonly shown: string;
  readonly says: string;
}

/** Signs beside numbers. */
export const numberSigns: readonly Sign[] = [
  { shown: "353", says: "exactly that number" },
  { shown: `${glyphs.about} 1,100`, says: "about 1,100" },
  { shown: `${glyphs["at least"]} 17`, says: "at least 17: 17 or more" },
  { shown: `${glyphs["more than"]} 130`, says: "more than 130" },
  { shown: `${glyphs["up to"]} 60, ${glyphs["fewer than"]} 60`, says: "up to 60, fewer than 60" },
  { shown: "4,000–6,000", says: "between the two" },
  { shown: "“several”", says: "given in words only, never turned into a number" },
  { shown: "–", says: "not stated" },
];

/** The ways in which a chart draws a figure. */
export const drawnSigns = {
  exact: "an exact number, in the colour of its source",
  about: "paler: an approximate number",
  range: "a band: from the lowest to the highest number stated",
  open: "an arrow: this many or more; to the left, this many or fewer",
  hollow: "hollow: a limit, not the number itself",
  part: "hatched: part of another number, not added to it",
  words: "dashed: given in words only",
  selected: "orange: what you selected",
} as const;

export type DrawnSign = keyof typeof drawnSigns;

/** Names that a reader may not know, as the codebook defines them; `names` finds what else they are called. */
export const glossary: readonly { readonly names: string; readonly says: string }[] = [
  {
    names: "ISK",
    says: "Islamic State Khorasan (Province), one group under the names that different sources use. The tables write ISK.",
  },
  { names: "IS", says: "the Islamic State as a whole. Its numbers are kept apart from ISK’s." },
];

/** As many other names as a line has room for. */
const few = 3;

/** "ISK, ISKP, ISIS-K, …" out of the groups of names for one thing. */
export function alsoCalled(name: string, groups: readonly (readonly string[])[]): string {
  const group = groups.find(([first]) => first === name) ?? [name];
  return group.slice(0, few).join(", ");
}
