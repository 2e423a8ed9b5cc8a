import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { margins, steps } from "@/components/chart/chart-geometry";
import {
  cellMeasures,
  narrowRowNumber,
  narrowWidths,
  narrowWidthsBesideSheet,
  rowNumberWidth,
} from "@/components/grid/column-widths";

/** A style sheet with one space where it has any. */
const style = (name: string) =>
  readFileSync(`components/styles/${name}.css`, "utf8").replace(/\s+/g, " ");
/** The rules that a style sheet lacks. */
const missingIn = (name: string, rules: readonly string[]) =>
  rules.filter((rule) => !style(name).includes(rule));

test("the server's chart leaves the margins that marks are laid out for", () => {
  const rules = Object.entries(margins).map(
    ([layout, { left, right }]) =>
      `.static-${layout} { width: calc(100% - ${left + right}px); margin-left: ${left}px; }`,
  );
  expect([rules.length, missingIn("chart", rules)]).toEqual([4, []]);
});

test("texts of a chart are shown from the widths on for which they are cut", () => {
  const rules = steps.map((from, index) => {
    const to = steps[index + 1];
    const width =
      index === 0 ? `width < ${to}px` : to ? `${from}px <= width < ${to}px` : `width >= ${from}px`;
    const later = steps.slice(index + 1).map((_, more) => `.from-${index + 1 + more}`);
    const hidden = later.length > 1 ? `:is(${later.join(", ")})` : later[0];
    const hiding = hidden ? ` .chart ${hidden} { display: none; }` : "";
    return `@container (${width}) { .chart .fit-${index} { display: inline; }${hiding} }`;
  });
  expect([rules.length, missingIn("chart", rules)]).toEqual([8, []]);
});

test("columns are as narrow in the server's table as in the grid on a phone", () => {
  const rules = [
    `.plain-table col:first-child { width: ${narrowRowNumber}px; }`,
    `:nth-child(2) { left: ${narrowRowNumber}px; }`,
    ...Object.entries(narrowWidths).map(
      ([name, width]) => `.plain-table .col-${name} { width: ${width}px; }`,
    ),
    ...Object.entries(narrowWidthsBesideSheet)
      .filter(([name]) => name !== "sheet")
      .map(([name, width]) => `.col-sheet ~ .col-${name} { width: ${width}px; }`),
  ];
  expect([rules.length, missingIn("table", rules)]).toEqual([6, []]);
});

test("cells of the server's table measure what those of the grid do", () => {
  const { fontSize, rowHeight, headerHeight, cellHorizontalPadding } = cellMeasures;
  const rules = [
    `font-size: ${fontSize}px; } .plain-table :where(th, td) { height: ${rowHeight}px; padding: 0 ${cellHorizontalPadding}px;`,
    // The line below the grid's heading counts to it.
    `.plain-table th { position: var(--stuck); top: 0; height: ${headerHeight + 1}px;`,
    `:nth-child(2) { left: ${rowNumberWidth}px; }`,
  ];
  expect(missingIn("table", rules)).toEqual([]);
});
