import { expect, test } from "vitest";
import { precisions } from "@/data/figure/figure";
import { glyphs } from "@/data/figure/format";
import { alsoCalled, numberSigns } from "@/data/figure/legend";

test("the key explains every sign that stands before a number", () => {
  const shown = numberSigns.map((sign) => sign.shown).join(" ");
  const unexplained = precisions.filter((each) => glyphs[each] && !shown.includes(glyphs[each]));
  expect(unexplained).toEqual([]);
});

test("a name stands with the first of its other names", () => {
  const groups = [["ISK", "ISKP", "ISIS-K", "ISIS-Khorasan"], ["UN"]];
  expect([alsoCalled("ISK", groups), alsoCalled("IS", groups)]).toEqual([
    "ISK, ISKP, ISIS-K",
    "IS",
  ]);
});
