import type { Figure } from "../figure/figure";
import { formatPeriod } from "../figure/format";
import type { Names } from "../figure/names";
import { groupBy } from "../table/order";

/** A number that one side claims beside one that somebody counted, with all that differs. */
export interface ClaimAndCount {
  readonly claim: Figure;
  readonly count: Figure;
  /** What differs, in words; where scope or period do, the two must not be set in a ratio. */
  readonly differs: readonly string[];
}

/** Claimed and counted figures of the same measure, the same actor and a common country. */
export function toClaims(figures: readonly Figure[], names: Names): readonly ClaimAndCount[] {
  const own = figures.filter(({ echoes, precision }) => echoes === null && precision !== "words");
  const counts = groupBy(
    own.filter(({ basis }) => basis === "counted"),
    ({ measure, actor }) => `${measure} ${actor}`,
  );
  return own
    .filter(({ basis }) => basis === "claimed")
    .flatMap((claim) =>
      (counts.get(`${claim.measure} ${claim.actor}`) ?? [])
        .filter((count) => sharesCountry(claim, count))
        .map((count) => ({ claim, count, differs: differences(claim, count, names) })),
    );
}

function sharesCountry(claim: Figure, count: Figure): boolean {
  const countries = count.countries?.split(" ") ?? [];
  return claim.countries?.split(" ").some((code) => countries.includes(code)) ?? false;
}

function differences(claim: Figure, count: Figure, { documents }: Names): readonly string[] {
  const pairs: readonly (readonly [string, string, string])[] = [
    ["period", formatPeriod(claim), formatPeriod(count)],
    ["scope", claim.subject ?? "", count.subject ?? ""],
    ["place", claim.place ?? "", count.place ?? ""],
    ["source", sourceOf(claim, documents), sourceOf(count, documents)],
  ];
  return pairs
    .filter(([, a, b]) => a !== b)
    .map(([what, a, b]) => `${what}: ${a || "not stated"} against ${b || "not stated"}`);
}

function sourceOf({ claimant, document }: Figure, documents: Names["documents"]): string {
  return [claimant, documents[document] ?? document].filter(Boolean).join(" in ");
}
