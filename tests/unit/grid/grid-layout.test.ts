import { expect, test } from "vitest";
import { parseLayouts } from "@/components/grid/grid-layout";

test("reads back the widths and the frozen columns of each sheet", () => {
  const kept = { attacks: { widths: { note: 500 }, frozen: 2 }, media: { widths: {}, frozen: 1 } };
  expect(parseLayouts(JSON.stringify(kept))).toEqual(kept);
});

test("leaves out what makes no sense among the widths that a browser kept", () => {
  const kept = {
    attacks: { widths: { note: 1e9, value: "wide", place: 90 }, frozen: -3 },
    media: 7,
  };
  expect(parseLayouts(JSON.stringify(kept))).toEqual({
    attacks: { widths: { place: 90 }, frozen: 1 },
    media: { widths: {}, frozen: 1 },
  });
});

test.each([null, "", "{", "null", "[]", '"x"', "3"])("knows no layouts in %j", (text) => {
  expect(parseLayouts(text)).toEqual({});
});
