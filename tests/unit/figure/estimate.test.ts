import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  add,
  changeInPercent,
  divide,
  type Estimate,
  exactly,
  multiply,
  nth,
  precisionOf,
  subtract,
  toEstimate,
} from "@/data/figure/estimate";
import type { Figure } from "@/data/figure/figure";
import { formatTotal } from "@/data/figure/format";
import { anyValue, figure } from "../figures";

const open = Number.POSITIVE_INFINITY;

/** An estimate in the notation of the tests: "4–6", ">90", "≥139", "<5", "≤5", "≈80", "≈4–6". */
function of(text: string): Estimate {
  const [, sign = "", from = "", to] = /^([≈><≥≤]?)(\d+(?:\.\d+)?)(?:–(\d+))?$/.exec(text) ?? [];
  const isUpper = sign === "<" || sign === "≤";
  const isLower = sign === ">" || sign === "≥";
  return {
    low: isUpper ? 0 : Number(from),
    high: isLower ? open : Number(to ?? from),
    isLowStrict: sign === ">",
    isHighStrict: sign === "<",
    isAbout: sign === "≈",
  };
}

describe("reads a figure as what it says of its quantity", () => {
  const bounds = (said: Partial<Figure>) => {
    const found = toEstimate(figure(said));
    return found && [found.low, found.high, found.isLowStrict, found.isHighStrict, found.isAbout];
  };
  test.each<[string, Partial<Figure>, ReturnType<typeof bounds>]>([
    ["exactly 139", { best: 139 }, [139, 139, false, false, false]],
    ["exactly 0", { best: 0 }, [0, 0, false, false, false]],
    ["about 80", { precision: "about", best: 80 }, [80, 80, false, false, true]],
    ["at least 139", { precision: "at least", low: 139 }, [139, open, false, false, false]],
    ["more than 130", { precision: "more than", low: 130 }, [130, open, true, false, false]],
    ["up to 1,700", { precision: "up to", high: 1700 }, [0, 1700, false, false, false]],
    ["fewer than 5", { precision: "fewer than", high: 5 }, [0, 5, false, true, false]],
    ["4 or 5", { precision: "range", low: 4, high: 5 }, [4, 5, false, false, false]],
    ["around 10–12", { precision: "about range", low: 10, high: 12 }, [10, 12, false, false, true]],
    [
      "more than 50% ends at 100%",
      { precision: "more than", low: 50, unit: "percent" },
      [50, 100, true, false, false],
    ],
    [
      "up to 40% begins at 0%",
      { precision: "up to", high: 40, unit: "percent" },
      [0, 40, false, false, false],
    ],
    ["several hundred says no number", { precision: "words" }, null],
    ["words stay words beside a number", { precision: "words", best: 7 }, null],
    ["nothing filled says nothing", { low: null, best: null, high: null }, null],
  ])("%s", (_, said, expected) => {
    expect(bounds(said)).toEqual(expected);
  });
});

describe("adds bound by bound", () => {
  test.each([
    ["13", "170", "183"],
    ["4–6", "10", "14–16"],
    ["4–6", "1–2", "5–8"],
    ["≥139", "94", "≥ 233"],
    [">90", "139", "> 229"],
    [">90", "≥139", "> 229"],
    ["≈1100", "15", "≈ 1,115"],
    ["≈80", ">100", "more than ≈ 180"],
    ["≤1700", "40", "40–1,740"],
    ["≤1700", "≤300", "≤ 2,000"],
    ["<5", "≤3", "< 8"],
    ["<5", "<3", "< 8"],
    ["≤5", "≥3", "≥ 3"],
    ["≈4–6", "1", "≈ 5–7"],
    ["≈4–6", "≤2", "≈ 4–8"],
    ["≤4", "≈0", "up to ≈ 4"],
  ])("%s and %s make %s", (a, b, sum) => {
    expect([
      formatTotal(add(of(a), of(b)), "people"),
      formatTotal(add(of(b), of(a)), "people"),
    ]).toEqual([sum, sum]);
  });
});

describe("takes away bound by crossed bound", () => {
  test.each<[string, string, Estimate]>([
    ["10", "4", exactly(6)],
    ["10–20", "1–4", { ...exactly(0), low: 6, high: 19 }],
    ["10", ">4", { ...exactly(0), low: -open, high: 6, isHighStrict: true }],
    [">10", "4", { ...exactly(0), low: 6, high: open, isLowStrict: true }],
    ["10", "<4", { ...exactly(0), low: 6, high: 10, isLowStrict: true }],
    ["<10", "4", { ...exactly(0), low: -4, high: 6, isHighStrict: true }],
    ["10", "≈4", { ...exactly(6), isAbout: true }],
    ["≈10", "4", { ...exactly(6), isAbout: true }],
  ])("%s less %s", (a, b, difference) => {
    expect(subtract(of(a), of(b))).toEqual(difference);
  });
});

test("scales both bounds and keeps what they are", () => {
  expect(multiply({ ...of(">4"), high: 10, isAbout: true }, 0.5)).toEqual({
    low: 2,
    high: 5,
    isLowStrict: true,
    isHighStrict: false,
    isAbout: true,
  });
});

describe("divides least by most and most by least", () => {
  test.each<[string, string, Estimate | null]>([
    ["25", "50", exactly(0.5)],
    ["1–2", "4–5", { ...exactly(0), low: 0.2, high: 0.5 }],
    ["10", ">5", { ...exactly(0), low: 0, high: 2, isHighStrict: true }],
    [">10", "5", { ...exactly(0), low: 2, high: open, isLowStrict: true }],
    ["<10", "5", { ...exactly(0), low: 0, high: 2, isHighStrict: true }],
    ["10", "≈5", { ...exactly(2), isAbout: true }],
    ["≈10", "5", { ...exactly(2), isAbout: true }],
    ["10", "0", null],
    ["10", "≤5", null],
  ])("%s by %s", (a, b, quotient) => {
    expect(divide(of(a), of(b))).toEqual(quotient);
  });

  test("by a number below a strict upper bound, never down to the bound", () => {
    const below = { low: 2, high: 5, isLowStrict: false, isHighStrict: true, isAbout: false };
    expect(divide(of("10"), below)).toEqual({
      low: 2,
      high: 5,
      isLowStrict: true,
      isHighStrict: false,
      isAbout: false,
    });
  });
});

describe("says a change in per cent of what was before", () => {
  test.each<[string, string, number, number]>([
    ["100", "150", 50, 50],
    ["200", "50", -75, -75],
    ["100", "100", 0, 0],
    ["100–200", "300", 50, 200],
    ["100", "50–150", -50, 50],
    ["100", "≥150", 50, open],
    ["≥100", "50", -100, -50],
  ])("from %s to %s", (before, after, low, high) => {
    expect(changeInPercent(of(before), of(after))).toMatchObject({ low, high });
  });

  test.each(["0", "≤5", "<5"])("not from %s, which may be nothing", (before) => {
    expect(changeInPercent(of(before), of("10"))).toBeNull();
  });

  test("approximate as soon as one side is", () => {
    expect(changeInPercent(of("≈100"), of("150"))?.isAbout).toBe(true);
  });
});

describe("takes the k-th of all lows and the k-th of all highs", () => {
  test.each<[string, string[], number, string]>([
    ["the least of three numbers", ["30", "10", "20"], 0, "10"],
    ["the most of three numbers", ["30", "10", "20"], 2, "30"],
    ["the least that 10 and at least 139 can be", ["10", "≥139"], 0, "10"],
    ["the most that 10 and at least 139 can be", ["10", "≥139"], 1, "≥ 139"],
    ["the most of a range that reaches further and a number", ["4–9", "6"], 1, "6–9"],
    ["the least of a range that reaches further and a number", ["4–9", "6"], 0, "4–6"],
    ["the least of two strict bounds", [">130", ">90"], 0, "> 90"],
    ["the least of a strict and another bound at one number", [">90", "≥90"], 0, "≥ 90"],
    ["the most of two upper bounds", ["<5", "<9"], 1, "< 9"],
    ["the most of a strict and another upper bound at one number", ["<9", "≤9"], 1, "≤ 9"],
    ["the most of an exact and a greater approximate number", ["2", "≈1100"], 1, "≈ 1,100"],
    ["the most of approximate numbers", ["≈80", "≈40"], 1, "≈ 80"],
  ])("%s", (_, texts, k, expected) => {
    expect(formatTotal(nth(texts.map(of), k), "people")).toBe(expected);
  });

  test("the least is exact where an approximate number lies far above it", () => {
    expect(formatTotal(nth([of("2"), of("≈1100")], 0), "people")).toBe("2");
  });
});

describe("names the precision of an estimate", () => {
  test.each([
    ["7", "exact"],
    ["0", "exact"],
    ["≈7", "about"],
    ["≥7", "at least"],
    [">7", "more than"],
    ["≤7", "up to"],
    ["<7", "fewer than"],
    ["4–7", "range"],
    ["≈4–7", "about range"],
  ])("%s is %s", (text, precision) => {
    expect(precisionOf(of(text))).toBe(precision);
  });

  test.each<[boolean, string]>([
    [false, "up to"],
    [true, "fewer than"],
  ])("a difference without lower bound (strict: %s) is %s", (isHighStrict, precision) => {
    expect(precisionOf({ ...of("5"), low: -open, isHighStrict })).toBe(precision);
  });

  test("a figure gets the precision back that it was read with", () => {
    const isPlain = ({ low, high }: Partial<Figure>) => low !== 0 && (low === null || low !== high);
    fc.assert(
      fc.property(anyValue, (value) => {
        const estimate = toEstimate(figure(value));
        fc.pre(estimate !== null && (value.best !== null || isPlain(value)) && value.high !== 0);
        expect(estimate && precisionOf(estimate)).toBe(value.precision);
      }),
    );
  });
});

describe("for any estimates", () => {
  const estimates = anyValue
    .map((value) => toEstimate(figure(value)))
    .filter((each) => each !== null);
  const wider = fc
    .tuple(estimates, fc.nat(9), fc.nat(9), fc.boolean())
    .map(([narrow, less, more, isOpen]) => ({
      narrow,
      wide: {
        ...narrow,
        low: Math.max(0, narrow.low - less),
        high: isOpen ? open : narrow.high + more,
      },
    }));
  const holds = (outer: Estimate | null, inner: Estimate | null) => {
    if (!outer) return true;
    return inner !== null && outer.low <= inner.low && inner.high <= outer.high;
  };

  test.each([
    ["sum", add],
    ["difference", subtract],
    ["quotient", divide],
    ["change", changeInPercent],
  ])("a wider estimate never gives a narrower %s, on either side", (_, of) => {
    fc.assert(
      fc.property(wider, estimates, ({ narrow, wide }, other) => {
        expect([
          holds(of(wide, other), of(narrow, other)),
          holds(of(other, wide), of(other, narrow)),
        ]).toEqual([true, true]);
      }),
    );
  });

  test("a wider estimate never gives a narrower k-th", () => {
    fc.assert(
      fc.property(wider, fc.array(estimates), fc.nat(), ({ narrow, wide }, others, number) => {
        const k = number % (others.length + 1);
        expect(holds(nth([wide, ...others], k), nth([narrow, ...others], k))).toBe(true);
      }),
    );
  });

  test("the order of two summands, or of any estimates, changes nothing", () => {
    fc.assert(
      fc.property(estimates, estimates, (a, b) => {
        expect([add(a, b), nth([a, b], 0), nth([a, b], 1)]).toEqual([
          add(b, a),
          nth([b, a], 0),
          nth([b, a], 1),
        ]);
      }),
    );
  });

  test("what both may be at once is never left out of a sum", () => {
    const inside = ({ low, high }: Estimate, at: number) => low + Math.min(high - low, 30) * at;
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(estimates, estimates, share, share, (a, b, x, y) => {
        const sum = inside(a, x) + inside(b, y);
        const { low, high } = add(a, b);
        expect(low - 1e-9 <= sum && sum <= high + 1e-9).toBe(true);
      }),
    );
  });
});
