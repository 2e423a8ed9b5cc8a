import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  dayOf,
  positionOn,
  tickLabel,
  toAxis,
  toLogAxis,
  toTimeAxis,
  within,
  yearOfDay,
} from "@/data/chart/axis";

test.each([
  [[83, 353, 217, 45], 400, [0, 100, 200, 300, 400]],
  [[139], 150, [0, 50, 100, 150]],
  [[1_201], 1_500, [0, 500, 1_000, 1_500]],
  [[1_200_000], 1_500_000, [0, 500_000, 1_000_000, 1_500_000]],
  [[100], 100, [0, 50, 100]],
  [[3], 3, [0, 1, 2, 3]],
  [[1], 1, [0, 1]],
  [[0.3], 1, [0, 1]],
  [[0], 1, [0, 1]],
  [[], 1, []],
])("an axis for %j ends at %d", (values, max, ticks) => {
  expect(toAxis(values)).toMatchObject({ scale: "linear", domain: [0, max], ticks });
});

test.each([
  [[325, -39, -79], -100, 400, [-100, 0, 100, 200, 300, 400]],
  [[900, -10], -100, 1000, [0, 200, 400, 600, 800, 1000]],
  [[-50], -60, 0, [-60, -40, -20, 0]],
])("an axis for %j runs from %d to %d", (values, min, max, ticks) => {
  expect(toAxis(values)).toMatchObject({ scale: "linear", domain: [min, max], ticks });
});

describe("a logarithmic axis", () => {
  test.each([
    [[83, 353], 10, 1000, ["0", "", "100", "1,000"]],
    [[0, 4000], 1000, 10_000, ["0", "", "10,000"]],
    [[1], 1, 10, ["0", "", "10"]],
    [[7.5, 100], 1, 100, ["0", "", "10", "100"]],
    [[2, 10_000_000], 1, 10_000_000, ["0", "", "100", "10,000", "1 M"]],
  ])("for %j runs from %d to %d, with zero at its edge", (values, min, max, labels) => {
    const axis = toLogAxis(values);
    expect([positionOn(axis, 0), positionOn(axis, min), positionOn(axis, max)]).toEqual([
      expect.closeTo(0),
      expect.closeTo(0.1),
      expect.closeTo(1),
    ]);
    expect(axis.ticks.map((tick) => tickLabel(axis, tick))).toEqual(labels);
  });

  test("of zeros alone is one from 0 to 1, and of nothing names no value", () => {
    expect([toLogAxis([0]), toLogAxis([])]).toEqual([toAxis([0]), toAxis([])]);
    expect(toAxis([]).ticks).toEqual([]);
  });

  test.each([
    [0, 0],
    [10, 0.1],
    [100, 0.55],
    [1000, 1],
  ])("%d stands at %d of an axis from 10 to 1,000", (value, position) => {
    expect(positionOn(toLogAxis([10, 1000]), value)).toBeCloseTo(position);
  });

  test("keeps the order of any numbers, zero too", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e9), { minLength: 2 }), (values) => {
        const axis = toLogAxis(values);
        const places = values.toSorted((a, b) => a - b).map((value) => positionOn(axis, value));
        expect(places.every((place, i) => place >= (places[i - 1] ?? 0) && place <= 1)).toBe(true);
      }),
    );
  });
});

describe("a time axis", () => {
  const span = (from: string, to = from) => ({ from, to });

  test("runs from the January before to the January after, a tick a year", () => {
    const { domain, ticks } = toTimeAxis([span("2021-03-01"), span("2023-05-01")]);
    expect([domain, ticks.map(yearOfDay)]).toEqual([
      [dayOf("2021"), dayOf("2024")],
      [2021, 2022, 2023, 2024],
    ]);
  });

  test("leaves one in twenty at its edge", () => {
    const many = Array.from({ length: 21 }, () => span("2020-06-01"));
    const axis = toTimeAxis([span("1992-01-01", "1997-12-31"), ...many]);
    expect([yearOfDay(axis.from), positionOn(axis, dayOf("1992"))]).toEqual([
      2020,
      expect.closeTo(0.06),
    ]);
    expect(axis.ticks.map((tick) => tickLabel(axis, tick))).toEqual(["earlier", "", ""]);
  });

  test("of nothing is a year", () => {
    expect(toTimeAxis([]).domain.map(yearOfDay)).toEqual([2000, 2001]);
  });
});

test.each([
  [0, 0],
  [100, 0.25],
  [400, 1],
])("%d stands at %d of an axis to 400", (value, position) => {
  expect(positionOn(toAxis([400]), value)).toBe(position);
});

test("an axis of half a plot has half of the ticks", () => {
  expect(toAxis([170], 2).ticks).toEqual([0, 100, 200]);
});

describe("for any values", () => {
  const values = fc.array(fc.integer({ min: 0, max: 2_000_000_000 }), { minLength: 1 });
  const changes = fc.array(fc.integer({ min: -100, max: 10_000 }), { minLength: 1 });

  test("values below zero are held, and come near the lowest tick there", () => {
    fc.assert(
      fc.property(changes, (values) => {
        const { domain, ticks } = toAxis(values);
        const [first = 0, second = 0] = ticks;
        const lowest = Math.min(...values);
        expect(domain[0]).toBeLessThanOrEqual(lowest);
        if (first < 0) expect(lowest).toBeLessThanOrEqual((first + second) / 2);
      }),
    );
  });

  test("no value stands beyond the end of the axis", () => {
    fc.assert(
      fc.property(values, (values) => {
        expect(toAxis(values).domain[1]).toBeGreaterThanOrEqual(Math.max(...values));
      }),
    );
  });

  test("from 2 on, an axis has three to five ticks", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 2_000_000_000 }), (highest) => {
        expect([3, 4, 5]).toContain(toAxis([highest]).ticks.length);
      }),
    );
  });

  test("ticks are 1, 2 or 5 times a power of ten apart", () => {
    fc.assert(
      fc.property(values, (values) => {
        expect(String(toAxis(values).ticks[1])).toMatch(/^[125]0*$/);
      }),
    );
  });

  test("ticks run from zero to the end", () => {
    fc.assert(
      fc.property(values, (values) => {
        const { domain, ticks } = toAxis(values);
        expect([ticks[0], ticks.at(-1)]).toEqual([0, domain[1]]);
      }),
    );
  });
});

test("an axis on a share of its plot leaves the rest free, on every scale", () => {
  const axes = [toAxis([400]), toLogAxis([10, 1000]), toTimeAxis([])];
  fc.assert(
    fc.property(
      fc.constantFrom(...axes),
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      fc.double({ min: 0.6, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (axis, start, end, share) => {
        const [first, last] = axis.domain;
        const value = Math.max(axis.from, first + share * (last - first));
        const place = start + positionOn(axis, value) * (end - start);
        expect(positionOn(within(axis, start, end), value)).toBeCloseTo(place, 6);
      },
    ),
  );
});
