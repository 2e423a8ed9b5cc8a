import { expect, test } from "vitest";
import { type OwnScope, scopeColumns, type Values } from "@/data/compare/own-scope";
import { scopeOf } from "@/data/compare/scope";
import { describeScope } from "@/data/compare/words";
import { figuresOf, published } from "../published";

const [attacks2021] = figuresOf("attacks-2021-ctc");
const noGap = { starts: null, ends: null };

function linesFor(scope: OwnScope, gap: { starts: string | null; ends: string | null } = noGap) {
  if (!attacks2021) throw new Error("no figure");
  return scopeOf(attacks2021, { scope, added: null, gap }, published.names);
}

const column = (...values: readonly string[]) => ({
  column: "c",
  values: values.map((value) => [value, 1]) as Values,
  isFiltered: false,
});
const standsOf = (scope: OwnScope) =>
  Object.fromEntries(linesFor(scope).map(({ what, stands }) => [what, stands]));

test("knows columns by their headings", () => {
  const headings = [
    "event_id",
    "event_date",
    "event_type",
    "actor1",
    "country",
    "admin1",
    "Claimed by",
  ];
  expect(scopeColumns(headings.map((name) => ({ id: name, name })))).toEqual({
    actor: "actor1",
    country: "country",
    place: "admin1",
    type: "event_type",
    claim: "Claimed by",
  });
});

test("an actor is the same under any of its names, and differs where others are in", () => {
  const stands = (...values: readonly string[]) => standsOf({ actor: column(...values) }).actor;
  expect([
    stands("ISK"),
    stands("ISKP", "isk"),
    stands("Islamic State (ISK)"),
    stands("ISK", "Taliban"),
    stands("Islamic State"),
  ]).toEqual(["same", "same", "same", "differs", "differs"]);
  expect(standsOf({}).actor).toBe("unknown");
});

test("a place that is no whole country is never the same as countries", () => {
  const stands = (...values: readonly string[]) => standsOf({ country: column(...values) }).place;
  expect([stands("Afghanistan", "Pakistan"), stands("AF"), stands("")]).toEqual([
    "differs",
    "differs",
    "unknown",
  ]);
});

test("whole countries are the same by name or code, but for a filter within them", () => {
  const [figure] = figuresOf("attacks-2022-series-ctc");
  if (!figure) throw new Error("no figure");
  const stands = (scope: OwnScope) =>
    scopeOf(figure, { scope, added: null, gap: noGap }, published.names).find(
      ({ what }) => what === "place",
    )?.stands;
  const filtered = { ...column("Kabul"), isFiltered: true };
  expect([
    stands({ country: column("Afghanistan") }),
    stands({ country: column("AF") }),
    stands({ country: column("Afghanistan"), place: filtered }),
    stands({ country: column("Iran") }),
  ]).toEqual(["same", "same", "differs", "differs"]);
});

test("names both sides of what differs and of what nobody but a person can judge", () => {
  const scope = {
    actor: column("ISK"),
    country: column("Afghanistan", "Pakistan"),
    type: column("Battles", "Explosions"),
  };
  expect(describeScope(linesFor(scope, { starts: "2021-06-04", ends: null }))).toEqual([
    "scopes differ: place (own: Afghanistan and Pakistan; published: Afghanistan and Khyber Pakhtunkhwa), period (own: the table begins on 4 Jun 2021; published: all of it)",
    "to be judged: counted (own: rows: Battles and Explosions; published: attacks claimed by ISK), claimed or all (own: not stated, no such column; published: attacks claimed by ISK, counted)",
  ]);
});

test("the people of a column are not attacks, and may be those that a measure counts", () => {
  const stands = (added: string | null, id: string) => {
    const [figure] = figuresOf(id);
    return (
      figure &&
      scopeOf(figure, { scope: {}, added, gap: noGap }, published.names).find(
        ({ what }) => what === "counted",
      )?.stands
    );
  };
  expect([
    stands("n_killed", "attacks-2021-ctc"),
    stands("attacks", "attacks-2021-ctc"),
    stands(null, "attacks-2021-ctc"),
    stands("Fatalities", "killed-crocus-dawn"),
  ]).toEqual(["differs", "unknown", "unknown", "unknown"]);
});
