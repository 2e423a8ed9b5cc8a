import { describe, expect, test } from "vitest";
import { boundsOf, isFigure, middleOf } from "@/data/figure/figure";
import { figure } from "../figures";

const exact = figure({ best: 45 });
const about = figure({ precision: "about", best: 1100 });
const atLeast = figure({ precision: "at least", low: 17 });
const upTo = figure({ precision: "up to", high: 1700 });
const range = figure({ precision: "range", low: 4000, high: 6000 });
const words = figure({ precision: "words" });

test.each([
  ["exact", exact, 45, 45],
  ["about", about, 1100, 1100],
  ["at least", atLeast, 17, null],
  ["up to", upTo, null, 1700],
  ["range", range, 4000, 6000],
  ["words", words, null, null],
])("a figure that is %s bounds its quantity", (_, of, low, high) => {
  expect(boundsOf(of)).toEqual({ low, high });
});

test.each([
  ["the number it states", exact, 45],
  ["the number it is about", about, 1100],
  ["the bound it has", atLeast, 17],
  ["the bound it has, if only above", upTo, 1700],
  ["the middle of its range", range, 5000],
  ["nothing where it is in words", words, null],
  ["zero where zero is stated", figure({ best: 0 }), 0],
  ["zero where it is about zero", figure({ precision: "about", best: 0 }), 0],
  ["zero where zero is the lower bound", figure({ precision: "at least", low: 0 }), 0],
])("a figure as one number is %s", (_, of, number) => {
  expect(middleOf(of)).toBe(number);
});

test("a row with all that a figure needs is a figure", () => {
  expect(isFigure({ ...figure() })).toBe(true);
});

describe("a row is no figure", () => {
  test.each([
    ["without an id", { id: null }],
    ["without a document", { document: null }],
    ["without a paragraph", { paragraph: null }],
    ["with a precision that does not exist", { precision: "roughly" }],
    ["with a number that is text", { high: "12" }],
  ])("%s", (_, said) => {
    expect(isFigure({ ...figure(), ...said })).toBe(false);
  });
});
