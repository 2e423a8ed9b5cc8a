import type { Value } from "../table/value";
import { cellOf, type Pair } from "./pairs";

/** A column by its name in the old table and in the new one. */
export interface Renamed {
  readonly before: string;
  readonly after: string;
}

/** A column of one table alone, with the cells that it fills in the rows of both. */
export interface ColumnChange {
  readonly name: string;
  readonly cells: readonly {
    readonly key: Value;
    readonly nth: number;
    readonly value: Exclude<Value, null>;
  }[];
}

/** Of the cells that one of two columns fills, so many must be equal for one to be the other renamed. */
const enough = 0.9;

/** The columns of two tables: those of both, those that only changed their name, and those of one alone. */
export function pairColumns(
  before: readonly string[],
  after: readonly string[],
  pairs: readonly Pair[],
) {
  const [old, own] = [new Set(before), new Set(after)];
  const goneNames = before.filter((name) => !own.has(name));
  const newNames = after.filter((name) => !old.has(name));
  const renamed = findRenamed(goneNames, newNames, pairs);
  const isRenamed = (side: keyof Renamed, name: string) =>
    renamed.some((each) => each[side] === name);
  const same = after.filter((name) => old.has(name)).map((name) => ({ before: name, after: name }));
  return {
    renamed,
    common: [...same, ...renamed],
    gone: goneNames
      .filter((name) => !isRenamed("before", name))
      .map((name) => columnOf(name, pairs, "before")),
    added: newNames
      .filter((name) => !isRenamed("after", name))
      .map((name) => columnOf(name, pairs, "after")),
  };
}

function columnOf(name: string, pairs: readonly Pair[], side: "before" | "after"): ColumnChange {
  const cells = pairs.flatMap(({ key, nth, [side]: row }) => {
    const value = cellOf(row, name);
    return value === null ? [] : [{ key, nth, value }];
  });
  return { name, cells };
}

/** Names that changed while the cells stayed, the likeliest first; each column has one other at most. */
function findRenamed(
  gone: readonly string[],
  added: readonly string[],
  pairs: readonly Pair[],
): readonly Renamed[] {
  const likely = gone
    .flatMap((before) => added.map((after) => ({ before, after })))
    .map((each) => ({ ...each, share: equalShare(each, pairs) }))
    .filter(({ share }) => share >= enough)
    .toSorted((a, b) => b.share - a.share || (namesOf(a) < namesOf(b) ? -1 : 1));
  const taken = new Set<string>();
  return likely
    .flatMap(({ before, after }) => {
      if (taken.has(before) || taken.has(after)) return [];
      taken.add(before).add(after);
      return [{ before, after }];
    })
    .toSorted((a, b) => (namesOf(a) < namesOf(b) ? -1 : 1));
}

/** The same whichever of the two tables is the old one. */
function namesOf({ before, after }: Renamed): string {
  return [before, after].toSorted().join("\n");
}

/** Of the rows in which one of two columns has a value, the share in which both have the same. */
function equalShare(names: Renamed, pairs: readonly Pair[]): number {
  let [equal, filled] = [0, 0];
  for (const { before, after } of pairs) {
    const [was, is] = [cellOf(before, names.before), cellOf(after, names.after)];
    if (was === null && is === null) continue;
    filled++;
    if (was === is) equal++;
  }
  return filled === 0 ? 0 : equal / filled;
}
