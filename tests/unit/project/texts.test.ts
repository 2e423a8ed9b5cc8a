import fc from "fast-check";
import { expect, test } from "vitest";
import { shorten } from "@/components/chart/chart-geometry";
import { wrap } from "@/data/chart/words";
import { formatDate, inSentence, saySign } from "@/data/figure/format";
import { heightOfEmbed, toIframe } from "@/data/files/iframe";
import { toScript } from "@/data/site/json-ld";
import { firstDay, isPartialDate, lastDay } from "@/data/table/period";
import { briefly, firstOf, notOneOf, quote } from "@/data/table/problem";
import { readRecords } from "@/data/table/records";
import { long, texts, units } from "../texts";

const half = /[\ud800-\udbff]$/;

/** Functions that walk a text and are held by no test of their own for any text. */
const walkers: { readonly [name: string]: (text: string) => unknown } = {
  quote,
  briefly,
  inSentence,
  saySign,
  formatDate,
  firstDay,
  lastDay: (text) => isPartialDate(text) && lastDay(text),
  notOneOf: (text) => notOneOf(text, text, [text]),
  firstOf: (text) => firstOf(text.split("")),
  wrap: (text) => wrap(text, 20),
  shorten: (text) => shorten(text, 80),
  toIframe: (text) => toIframe({ address: text, title: text, height: 1 }),
  heightOfEmbed: (text) => heightOfEmbed({ title: text, paragraphs: [text], chart: 1 }),
  toScript: (text) => toScript({ text }),
  readRecords: (text) => readRecords(text, "x.csv"),
};

test.each(Object.entries(walkers))(
  "%s comes to the end of any text, however long",
  (_, walk) => {
    fc.assert(
      fc.property(texts, units, (text, unit) => {
        for (const each of [text, long(unit)]) expect(() => walk(each)).not.toThrow();
      }),
      { numRuns: 20 },
    );
  },
  60_000,
);

test("a text that is cut ends with no half of a sign", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(400), (text, pixels) => {
      expect(shorten(text, pixels).replace(/…$/, "")).not.toMatch(half);
      expect(JSON.parse(quote(text.repeat(9))).replace(/…$/, "")).not.toMatch(half);
    }),
  );
});

test("no text ends the script or the attribute that it stands in", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(toScript({ text })).not.toContain("<");
      expect(
        toIframe({ address: "https://example.org", title: text, height: 1 }).match(/[<>"]/g)
          ?.length,
      ).toBe(14);
    }),
  );
});

test("lines of a text are its words again", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(wrap(text, 20).join(" ")).toBe(text);
    }),
  );
});
