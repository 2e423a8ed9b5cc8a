import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { margins, steps } from "@/components/chart/chart-geometry";
import {
  cellMeasures,
  flexible,
  narrowRowNumber,
  roomyFrom,
  rowNumberWidth,
  stackedBelow,
  stackedLeast,
  stackedPeriod,
  stackedRest,
  tightValue,
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

test("columns are as wide in the server's table as in the grid", () => {
  const { roomy, tight } = flexible;
  const rules = [
    ...(["subject", "document"] as const).map((name) => {
      const { least, share, most } = roomy[name];
      return `.plain-table .col-${name} { width: round(down, clamp(${least}px, ${share}cqw, ${most}px), 1px); }`;
    }),
    `@container plain (${stackedBelow}px <= width < ${roomyFrom}px) { .plain-table .col-value.long { width: ${tightValue}px; } }`,
    `@container plain (width < ${roomyFrom}px) { .plain-table .col-subject { width: clamp(${tight.subject.least}px, calc(100cqw - ${tight.subject.besides}px), ${tight.subject.most}px); }`,
    `.col-document { width: ${tight.document}px; }`,
    `@container plain (width < ${stackedBelow}px) { .plain-table col:first-child { width: ${narrowRowNumber}px; }`,
    `.col-start { width: ${stackedPeriod}px; }`,
    `.col-value { width: max(${stackedLeast}px, calc(100cqw - ${narrowRowNumber + stackedPeriod + stackedRest}px)); }`,
    `:nth-child(2) { left: ${narrowRowNumber}px; }`,
  ];
  expect([rules.length, missingIn("table", rules)]).toEqual([9, []]);
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
