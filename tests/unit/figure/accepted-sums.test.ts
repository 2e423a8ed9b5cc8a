import { describe, expect, test } from "vitest";
import type { Figure } from "@/data/figure/figure";
import { describeBounds, joinWith } from "@/data/figure/format";
import { periodOf, relationsOf } from "@/data/figure/overlap";
import { toTotal } from "@/data/figure/total";
import { allFigures, namesOf } from "@/data/site/sheets";
import { readKept } from "@/data/site/versions";
import { groupBy } from "@/data/table/order";
import { published } from "../published";

// Every sum of two and three figures of the package that is accepted.

const { all } = published;
const measuresOf = (figures: readonly Figure[]) =>
  groupBy(
    figures.filter(({ precision, echoes }) => precision !== "words" && echoes === null),
    ({ measure }) => measure,
  );
const byMeasure = measuresOf(all);

/** All choices of two or three. */
function choices(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  return figures.flatMap((a, i) =>
    figures.slice(i + 1).flatMap((b, j) => {
      const third = figures.slice(i + j + 2);
      return [[a, b], ...third.map((c) => [a, b, c])];
    }),
  );
}

function acceptedOf(whole: typeof published) {
  return [...measuresOf(whole.all).values()].flatMap((figures) =>
    choices(figures).flatMap((chosen) => {
      const total = toTotal(chosen, whole);
      const { sum, scope } = total;
      return sum && scope ? [{ chosen, total, sum, scope }] : [];
    }),
  );
}

const accepted = acceptedOf(published);

type Accepted = (typeof accepted)[number];

function kindOf({ chosen, scope }: Accepted): string {
  const events = new Set(chosen.map(({ event }) => event));
  const about = !events.has(null)
    ? events.size === 1
      ? "of one event"
      : "of different events"
    : events.size === 1
      ? "of different periods or countries"
      : "of an event and of periods";
  const actors = scope.actors.map((actor) => actor || "no actor stated").toSorted();
  const known = scope.bases.toSorted().join(" and ");
  return `${scope.measure}; ${joinWith(actors, "and")}; ${known}; ${about}`;
}

function exampleOf({ chosen, sum, scope, total }: Accepted): string {
  const ids = chosen.map(({ id }) => id).join(" + ");
  const periods = scope.periods.join(" and ") || "no period";
  return `${describeBounds(sum, total.unit)} = ${ids}; ${periods}; ${scope.places.join(" and ")}`;
}

function toList(accepted: readonly Accepted[]): string {
  const kinds = groupBy(accepted, kindOf);
  const lines = [...kinds]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, members]) => {
      const pairs = members.filter(({ chosen }) => chosen.length === 2).length;
      const count = `${pairs} of two, ${members.length - pairs} of three`;
      const [example] = members;
      return `${kind}\n  ${count}\n  such as ${example ? exampleOf(example) : ""}\n`;
    });
  return `${accepted.length} sums\n\n${lines.join("\n")}`;
}

/**
 * By kind: what is counted, by which actors, known how, with one example a kind. Of a version that never
 * changes, so that a change of the list is one of the rules, which somebody has to read:
 * `npx vitest run tests/unit/figure/accepted-sums.test.ts -u` writes it.
 */
test("the sums of version 1.1.0 that are accepted, by kind", async () => {
  const kept = readKept("1.1.0");
  const first = { all: allFigures(kept).figures, names: namesOf(kept) };
  await expect(toList(acceptedOf(first))).toMatchFileSnapshot("accepted-sums.txt");
});

describe("of all sums of two or three figures that are accepted", () => {
  const { keyOf, above } = relationsOf(all);
  const idsOf = ({ chosen }: Accepted) => chosen.map(({ id }) => id).join(" + ");
  const failing = (isWrong: (each: Accepted) => boolean) => accepted.filter(isWrong).map(idsOf);

  test("none adds two statements of a fact, or a part to its whole", () => {
    const isTwice = (a: Figure, b: Figure) =>
      keyOf(a) === keyOf(b) || above.get(keyOf(a))?.has(keyOf(b)) === true;
    expect(
      failing(({ chosen }) => chosen.some((a) => chosen.some((b) => a !== b && isTwice(a, b)))),
    ).toEqual([]);
  });

  test("none adds what has no period, but for one event", () => {
    expect(
      failing(({ chosen }) => {
        const events = new Set(chosen.map(({ event, id }) => event ?? id));
        return events.size > 1 && chosen.some((figure) => periodOf(figure) === null);
      }),
    ).toEqual([]);
  });

  test("none adds a piece of one event to another event", () => {
    expect(
      failing(({ chosen }) => {
        const events = new Set(chosen.map(({ event, id }) => event ?? id));
        const others = all.filter(
          (other) =>
            other.event !== null &&
            other.precision !== "words" &&
            other.part_of === null &&
            chosen.some((a) => a.event === other.event && a.measure === other.measure) &&
            chosen.every((a) => keyOf(a) !== keyOf(other)),
        );
        return events.size > 1 && others.length > 0;
      }),
    ).toEqual([]);
  });

  test("none adds measures or units", () => {
    expect(failing(({ chosen }) => new Set(chosen.map(({ unit }) => unit)).size > 1)).toEqual([]);
  });

  test("each names all its actors and bases", () => {
    const isSilent = ({ chosen, scope }: Accepted) =>
      chosen.some(
        ({ actor, basis }) =>
          !scope.actors.includes(actor ?? "") ||
          !scope.bases.some((each) => each.startsWith(basis)),
      );
    expect(failing(isSilent)).toEqual([]);
  });

  test("none has a mean over pieces of one event", () => {
    expect(
      failing(({ chosen, total }) => {
        const events = new Set(chosen.map(({ event }) => event));
        return total.mean !== null && events.size === 1 && !events.has(null);
      }),
    ).toEqual([]);
  });
});

test("figures of two measures are never added", () => {
  const firsts = [...byMeasure.values()].flatMap(([first]) => (first ? [first] : []));
  const sums = choices(firsts).filter((chosen) => toTotal(chosen, published).sum !== null);
  expect(sums).toEqual([]);
});
