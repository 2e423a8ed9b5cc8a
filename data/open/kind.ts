/** What a cell looks like when nothing is known of its column. */
export type CellKind =
  | "empty"
  | "number"
  | "date"
  | "time"
  | "address"
  | "code"
  | "word"
  | "text"
  | "broken";

const month = "(?:jan|feb|mar|apr|ma[yi]|jun|jul|aug|sep|oct|okt|nov|dec|dez)\\p{L}*\\.?";
const clock = "\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:\\s?[ap]\\.?m\\.?)?";

const shapes: readonly [CellKind, RegExp][] = [
  [
    "number",
    /^[<>≤≥~≈±]?\s?[-+−–(]?\s?\p{Sc}?\s?\p{Nd}[\p{Nd}.,'’\u00A0\u202F\u066B\u066C]*\s?(?:[eE][-+]?\d+)?\s?[%‰\p{Sc})*]?$/u,
  ],
  ["number", /^[-+]?[.,]\d+(?:[eE][-+]?\d+)?%?$/],
  ["number", /^[-+−]?\p{Nd}{1,3}(?: \p{Nd}{3})+(?:[.,]\p{Nd}+)?\s?[%\p{Sc}]?$/u],
  ["number", /^\p{Lu}{0,3}\p{Sc}\s?[-+−]?\d[\d.,]*$/u],
  [
    "date",
    new RegExp(
      `^\\p{Nd}{1,4}([-/.])\\p{Nd}{1,2}\\1\\p{Nd}{1,4}(?:[T ]${clock}(?:Z|[+-]\\d\\d:?\\d\\d| UTC)?)?$`,
      "u",
    ),
  ],
  ["date", new RegExp(`^\\d{1,2}[-. ]+${month}[-., ]+\\d{2,4}(?: ${clock})?$`, "iu")],
  ["date", new RegExp(`^${month} \\d{1,2},? \\d{4}$`, "iu")],
  ["date", /^\d{4}-(?:\d{2}|Q[1-4])$/],
  ["time", new RegExp(`^${clock}$`, "iu")],
  ["address", /^(?:[a-z][a-z0-9+.-]*:\/\/|www\.|mailto:)\S+$/i],
  ["address", /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/],
  ["code", /^(?=.*\p{Nd})[\p{L}\p{Nd}#§][\p{L}\p{Nd}_./:+#-]*$/u],
  ["word", /^[\p{L}\p{M}#_$][\p{L}\p{M}_.'’-]*$/u],
  ["broken", /\t|^["'](?!.*["']$)|^[^"]*[^"]"$|^[,;|]|[;|]$/],
];

/** The kind of a cell by its shape; long cells are text without a look. */
export function kindOf(cell: string): CellKind {
  const text = cell.trim();
  if (text === "") return "empty";
  if (text.length > 200) return "text";
  return shapes.find(([, shape]) => shape.test(text))?.[0] ?? "text";
}

/** How the cells of a column are spread over kinds, as shares of one. */
export type Profile = Readonly<Partial<Record<CellKind, number>>>;

/** The shares of the kinds in a column. */
export function profileOf(cells: readonly string[]): Profile {
  const counts: Partial<Record<CellKind, number>> = {};
  for (const cell of cells) {
    const kind = kindOf(cell);
    counts[kind] = (counts[kind] ?? 0) + 1 / cells.length;
  }
  return counts;
}

/** The kind that most filled cells of a column have, where nearly all agree; null where they do not. */
export function mainKind(profile: Profile): CellKind | null {
  const filled = 1 - (profile.empty ?? 0);
  const found = Object.entries(profile).find(
    ([kind, share]) => kind !== "empty" && share >= 0.8 * filled && share > 0,
  );
  return (found?.[0] as CellKind | undefined) ?? null;
}

/** Kinds that a heading hardly has by chance. */
export const typedKinds: readonly CellKind[] = ["number", "date", "time", "address"];
