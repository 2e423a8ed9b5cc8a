/** The rank of each of some items, from 0; those alike have one rank. */
export type Ranks = Int32Array;

/** The ranks of so many items, as an order of their places compares them. */
export function toRanks(count: number, compare: (a: number, b: number) => number): Ranks {
  const order = Int32Array.from({ length: count }, (_, at) => at).sort(compare);
  const ranks = new Int32Array(count);
  let rank = 0;
  for (let at = 1; at < count; at++) {
    const [before, here] = [order[at - 1] ?? 0, order[at] ?? 0];
    if (compare(before, here) !== 0) rank += 1;
    ranks[here] = rank;
  }
  return ranks;
}

/** Some places ordered by their ranks, each looked at once; those of one rank stay as they are. */
export function orderByRank(places: readonly number[], ranks: Ranks): readonly number[] {
  const rankOf = (place: number) => ranks[place] ?? 0;
  const ends = new Int32Array(ranks.length + 1);
  for (const place of places) {
    const after = rankOf(place) + 1;
    ends[after] = (ends[after] ?? 0) + 1;
  }
  for (let rank = 1; rank < ends.length; rank++)
    ends[rank] = (ends[rank] ?? 0) + (ends[rank - 1] ?? 0);
  const ordered = new Array<number>(places.length);
  for (const place of places) {
    const at = ends[rankOf(place)] ?? 0;
    ends[rankOf(place)] = at + 1;
    ordered[at] = place;
  }
  return ordered;
}
