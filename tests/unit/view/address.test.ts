import fc from "fast-check";
import { expect, test } from "vitest";
import { addressOfFigure, formatAddress, isValue } from "@/data/view/address";
import { carry } from "@/data/view/carry";
import { emptyView, formatView, parseView, selectIn } from "@/data/view/view";
import { fewFields, figure } from "../figures";

test("an address has the page and what differs from the empty view", () => {
  expect(formatAddress("figures", { filters: [isValue("place", "Kabul")], repeats: "show" })).toBe(
    "/figures?place=Kabul&_repeats=show",
  );
  expect(formatAddress("attacks")).toBe("/attacks");
});

test("a figure that names no sheet is found among all figures", () => {
  expect(addressOfFigure(figure({ id: "a" }))).toBe("/figures?_select=a&_repeats=show");
  expect(addressOfFigure({ ...figure({ id: "a" }), sheet: "attacks" }, "fold")).toBe(
    "/attacks?_select=a",
  );
});

test("the counting rule goes along, unless the address has its own, and nothing else does", () => {
  const query = new URLSearchParams("place=Kabul&_count=lowest&_sort=value");
  expect(carry("/attacks", query)).toBe("/attacks?_count=lowest");
  expect(carry("/figures?event=x", query)).toBe("/figures?event=x&_count=lowest");
  expect(carry("/documents#coverage", query)).toBe("/documents?_count=lowest#coverage");
  expect(carry("/figures?_count=median", query)).toBe("/figures?_count=median");
  expect(carry("/documents#a", new URLSearchParams())).toBe("/documents#a");
});

test("what is carried is read as the counting rule of the view that the address has", () => {
  const table = { schema: fewFields, rows: [figure({ id: "a", document: "d" })] };
  const rules = fc.constantFrom("lowest", "highest", "median", "latest", "d");
  fc.assert(
    fc.property(rules, fc.boolean(), (count, isSelecting) => {
      const view = { ...emptyView, select: isSelecting ? ["a"] : [] };
      const query = new URLSearchParams(formatView({ ...emptyView, count }));
      const [, search = ""] = carry(formatAddress("x", view), query).split("?");
      expect(parseView(new URLSearchParams(search), table)).toEqual({
        view: { ...view, count },
        problems: [],
      });
    }),
  );
});

test("a query with one row selected says what the view with that row says", () => {
  fc.assert(
    fc.property(fc.constantFrom("", "lowest"), fc.string(), (find, id) => {
      const view = { ...emptyView, find };
      const [one, other] = [selectIn(formatView(view), id), formatView({ ...view, select: [id] })];
      expect(new URLSearchParams(one)).toEqual(new URLSearchParams(other));
    }),
  );
});
