import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf } from "@/components/grid/row-lines";
import type { Figure } from "@/data/figure/figure";
import { figure, names } from "../figures";
import { published } from "../published";

/** A font of which each letter is a pixel wide, and a bold one two. */
const textWidth = (text: string, isBold: boolean) => text.length * (isBold ? 2 : 1);

test.each<[Partial<Figure>, number, number]>([
  // "50" in bold, " people killed in the hall"
  [{ best: 50, unit: "people", subject: "people killed in the hall" }, 30, 1],
  [{ best: 50, unit: "people", subject: "people killed in the hall" }, 29, 2],
  [{ best: 50, unit: "people", subject: "people killed in the hall" }, 12, 3],
  // A word that is wider than the line does not make an empty one.
  [{ best: 50, unit: "people", subject: "people" }, 1, 2],
  [{ best: 50, unit: "people", subject: "a b c d e f g h i j" }, 1, 3],
])("%j takes, in a line of %i pixels, %i lines", (said, width, lines) => {
  expect(linesOf(figure(said), names, width, textWidth)).toBe(lines);
});

test("a wider line never makes more lines", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...published.all),
      fc.nat({ max: 200 }),
      fc.nat({ max: 200 }),
      (row, width, more) => {
        const of = (room: number) => linesOf(row, published.names, room, textWidth);
        expect(of(width + more)).toBeLessThanOrEqual(of(width));
      },
    ),
  );
});
