import { expect, test } from "vitest";
import { describeCounted, toCountedApart } from "@/data/figure/counted";
import type { Figure } from "@/data/figure/figure";

import { figure, names } from "../figures";
import { published } from "../published";

test.each<[Partial<Figure>, string]>([
  [{ best: 353, subject: "attacks claimed by ISK" }, "353 attacks claimed by ISK"],
  [{ best: 1, unit: "people", subject: "people killed" }, "1 person killed (attacks)"],
  [{ best: 13, unit: "people", subject: "soldiers in attacks" }, "13 soldiers in attacks"],
  [
    { best: 174, unit: "people", subject: "all dead of attacks" },
    "174 people: all dead of attacks",
  ],
  [{ best: 29, unit: "years", subject: "its leader" }, "29 years: its leader (attacks)"],
  [{ best: 2, unit: "cities", subject: "Mosul and Raqqa" }, "2 cities: Mosul and Raqqa (attacks)"],
  [{ best: 21, unit: "position in order", subject: "attack" }, "21st attack"],
  [{ best: 162, unit: "rank", subject: "by attacks" }, "rank 162: by attacks"],
  [{ precision: "words", as_printed: "several", subject: "attacks" }, "“several”: attacks"],
  [{ best: 12 }, "12 attacks"],
])("says %j as “%s”", (said, text) => {
  expect(describeCounted(figure(said), names)).toBe(text);
});

test.each<[Partial<Figure>, string, string]>([
  [{ best: 353, subject: "attacks claimed by ISK" }, "353 attacks", "claimed by ISK"],
  [{ best: 13, unit: "people", subject: "soldiers killed" }, "13 people", "soldiers killed"],
  [{ best: 29, unit: "years", subject: "its leader" }, "29 years", "its leader"],
])("sets the number of %j apart as “%s” from “%s”", (said, number, what) => {
  expect(toCountedApart(figure(said), names)).toEqual({ number, what });
});

test("no figure of the package says its unit twice in a row", () => {
  const texts = published.all.map((each) => describeCounted(each, published.names));
  expect(texts.filter((text) => /\b(\p{L}+):? \1\b/u.test(text))).toEqual([]);
});
