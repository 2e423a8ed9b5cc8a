import fc from "fast-check";
import { expect, test } from "vitest";
import { addressOfDocument } from "@/data/view/address";
import { askedPage, pageOf, pageSize, sayPage, waysFrom } from "@/data/view/page";
import { changeView, emptyView } from "@/data/view/view";

test("the pages of a list, one after another, are the list", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 450 }), (rows) => {
      const { pages } = pageOf(rows, 1);
      const all = Array.from({ length: pages }, (_, index) => pageOf(rows, index + 1));
      expect(all.flatMap((page) => page.rows)).toEqual(rows);
      expect(all.map(({ from }) => from)).toEqual(all.map((_, index) => index * pageSize));
    }),
  );
});

test("the address of a document has the page that it stands on, however many there are", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 350 }), fc.nat(), (count, at) => {
      const documents = Array.from({ length: count }, (_, index) => `document-${index}`);
      const id = `document-${at % count}`;
      const { search, hash } = new URL(addressOfDocument(id, documents), "https://figures.example");
      const { rows } = pageOf(documents, askedPage(new URLSearchParams(search)));
      expect([hash, rows.includes(id)]).toEqual([`#${id}`, true]);
    }),
  );
});

test("a page beyond the last is the last", () => {
  const rows = Array.from({ length: 101 }, (_, index) => index);
  expect(pageOf(rows, 9)).toEqual({ page: 2, pages: 2, from: 100, rows: [100] });
});

test("a page in the middle leads to the first, the next ones and the last", () => {
  const rows = Array.from({ length: 3_480 }, (_, index) => index);
  const page = pageOf(rows, 2);
  expect(sayPage(page, rows.length, "Rows")).toBe("Rows 101–200 of 3,480");
  expect(waysFrom(page)).toEqual([
    { words: "First", to: 1 },
    { words: "Previous", to: 1 },
    { words: "Next", to: 3 },
    { words: "Last", to: 35 },
  ]);
  expect(waysFrom(pageOf(rows, 35)).map(({ words }) => words)).toEqual(["First", "Previous"]);
  expect(waysFrom(pageOf([1], 1))).toEqual([]);
});

test("a list without rows has one empty page", () => {
  expect(pageOf([], 3)).toEqual({ page: 1, pages: 1, from: 0, rows: [] });
});

test.each([{ find: "Kabul" }, { sort: [{ column: "value", descending: true }] }, { filters: [] }])(
  "other rows or another order of them begin with the first page: %o",
  (change) => {
    expect(changeView({ ...emptyView, page: 3 }, change).page).toBe(1);
  },
);

test.each([
  { select: ["attacks-2021-ctc"] },
  { scale: "log" as const },
  { table: "plain" as const },
])("what changes no rows leaves the page as it is: %o", (change) => {
  expect(changeView({ ...emptyView, page: 3 }, change).page).toBe(3);
});
