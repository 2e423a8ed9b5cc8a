import { expect, test } from "vitest";
import { toContent } from "@/components/grid/cell-content";
import { contentWidths, widthIn } from "@/components/grid/column-widths";
import type { Figure } from "@/data/figure/figure";
import { shownColumns } from "@/data/view/shown-columns";
import { figure, names } from "../figures";
import { catalog } from "../published";

test.each<[Partial<Figure>, string, string]>([
  [{ best: 29, unit: "years" }, "value", "29| years"],
  [{ precision: "more than", low: 2, unit: "years" }, "value", "> 2| years"],
  [{ precision: "about", best: 100_000, unit: "people" }, "value", "≈ 100,000| people"],
  [{ best: 21, unit: "position in order" }, "value", "21st"],
  [{ best: 162, unit: "rank" }, "value", "rank 162"],
  [{ best: 40, unit: "percent" }, "value", "40%"],
  [{ precision: "words", as_printed: "several" }, "value", "“several”"],
  [{ claimant: "ACLED" }, "document", "First|, according to ACLED"],
  [{}, "document", "First"],
  [{ place: "Kabul" }, "place", "Kabul"],
])("shows %j in the column %s as %s", (said, column, text) => {
  const { pieces } = toContent(figure(said), column, names);
  expect(pieces.map((piece) => piece.text).join("|")).toBe(text);
});

test("a document has the sign of its place among all documents", () => {
  const row = figure({ document: "second-2024" });
  expect(toContent(row, "document", names).sign).toBe(2);
});

test("period, value, what was counted and the source have room side by side in every sheet", () => {
  const columns = shownColumns(catalog.figureSchema, [], true).slice(0, 4);
  expect(columns.map(({ title }) => title)).toEqual([
    "Period",
    "Value",
    "What was counted",
    "Source",
  ]);
  const rowNumber = 44;
  // A panel of 60% of 1440 and of 1920 pixels.
  const tooWide = [863, 1151].flatMap((panel) =>
    catalog.sheets.flatMap(({ name, figures }) => {
      const content = contentWidths(figures);
      const all = columns.map((column) => widthIn(panel, column, content));
      const sum = all.reduce((total, width) => total + width, rowNumber);
      return sum > panel ? [`${name}: ${sum} in ${panel}`] : [];
    }),
  );
  expect([tooWide, catalog.sheets.length]).toEqual([[], 9]);
});
