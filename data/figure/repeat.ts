import type { Figure } from "./figure";

type OriginalOf = (id: string) => string;

const known = new WeakMap<readonly Figure[], OriginalOf>();

/** From a figure's id to the id of the one that it repeats in the end: its own where it repeats none. */
export function originalIn(all: readonly Figure[]): OriginalOf {
  const found = known.get(all) ?? findOriginals(all);
  known.set(all, found);
  return found;
}

function findOriginals(all: readonly Figure[]): OriginalOf {
  const echoes = new Map(all.map(({ id, echoes }) => [id, echoes]));
  return (id) => {
    if (!echoes.get(id)) return id;
    const seen = new Set([id]);
    let original = id;
    for (let next = echoes.get(original); next && !seen.has(next); next = echoes.get(original)) {
      seen.add(next);
      original = next;
    }
    return original;
  };
}
