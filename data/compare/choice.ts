/** What a reader compares with what; the fragment of the address says it. */
export interface Choice {
  /** The published measure. */
  readonly measure: string;
  /** The id of the first figure of a series; "" takes every statement of the measure. */
  readonly series: string;
  readonly steps: "year" | "month";
  /** The column of the own table that is added; null counts rows. */
  readonly added: string | null;
  /** The column of dates or years. */
  readonly date: string;
}

const keys = {
  measure: "_compare",
  series: "_series",
  steps: "_steps",
  added: "_add",
  date: "_date",
} as const;

/** The choice as a query; what is as it would be without a choice is not written. `parseChoice` is its inverse. */
export function formatChoice(choice: Choice, usual: Omit<Choice, "measure">): string {
  const query = new URLSearchParams({ [keys.measure]: choice.measure });
  if (choice.series !== usual.series) query.set(keys.series, choice.series);
  if (choice.steps !== usual.steps) query.set(keys.steps, choice.steps);
  if (choice.added !== usual.added) query.set(keys.added, choice.added ?? "");
  if (choice.date !== usual.date) query.set(keys.date, choice.date);
  return query.toString();
}

/** A query → as much of a choice as it makes; null where nothing is compared. */
export function parseChoice(text: string): Partial<Choice> | null {
  const query = new URLSearchParams(text);
  const measure = query.get(keys.measure);
  if (measure === null) return null;
  const [series, steps] = [query.get(keys.series), query.get(keys.steps)];
  const [added, date] = [query.get(keys.added), query.get(keys.date)];
  return {
    ...(measure && { measure }),
    ...(series !== null && { series }),
    ...((steps === "year" || steps === "month") && { steps }),
    ...(added !== null && { added: added || null }),
    ...(date && { date }),
  };
}

/** As much of a column as decides whether it is counted or placed in time. */
export interface ChoosableColumn {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly isAdditive: boolean;
  readonly different: number;
  readonly filled: number;
}

/** The columns that place rows in time, days before years. */
export function timeColumns<C extends ChoosableColumn>(columns: readonly C[]): readonly C[] {
  return ["date", "year"].flatMap((type) => columns.filter((column) => column.type === type));
}

/** The columns that may be added. */
export function addableColumns<C extends ChoosableColumn>(columns: readonly C[]): readonly C[] {
  return columns.filter(({ type, isAdditive }) => type === "number" && isAdditive);
}

/** Words of a measure's id with those of a heading that names the same people. */
const people: readonly (readonly [measure: RegExp, heading: RegExp])[] = [
  [/killed|victims/, /\b(dead|deaths?|fatalit\w+|n?kill\w*|victims?)\b/i],
  [/injured/, /\b(injur\w+|n?wound\w*)\b/i],
  [/arrested/, /\b(arrest\w*|detain\w*)\b/i],
];

/** Whether a heading names people who were killed, injured or arrested. */
export function namesPeople(heading: string): boolean {
  return people.some(([, known]) => known.test(heading.replace(/[_-]/g, " ")));
}

/**
 * Which column is added at first: none where a row is one event, the people whom the measure counts where a
 * column names them, the number where each year has one row.
 */
export function usualAdded(columns: readonly ChoosableColumn[], measure: string): string | null {
  const numbers = addableColumns(columns);
  const heading = people.find(([counted]) => counted.test(measure))?.[1];
  const named = heading && numbers.find(({ name }) => heading.test(name.replace(/[_-]/g, " ")));
  if (named) return named.id;
  const [time] = timeColumns(columns);
  const isRowEach = time?.type === "year" && time.filled > 1 && time.different === time.filled;
  return isRowEach ? (numbers[0]?.id ?? null) : null;
}

/** The key of a fragment that asks for the reader's own figures beside the published ones. */
export const figuresKey = "_figures";

/** The keys of a fragment that asks for what differs from another table, and by which columns rows are matched. */
export const differencesKeys = { against: "_differences", key: "_key" } as const;

/** As much of a fragment as says what stands beside the rows: a comparison, own figures, or differences; null where nothing does. */
export function besideIn(fragment: string): string | null {
  const query = new URLSearchParams(fragment);
  const own = [figuresKey, ...Object.values(differencesKeys)];
  const known = new Set<string>([...Object.values(keys), ...own]);
  for (const key of [...query.keys()]) if (!known.has(key)) query.delete(key);
  const asks = [keys.measure, figuresKey, differencesKeys.against];
  return asks.some((key) => query.has(key)) ? query.toString() : null;
}
