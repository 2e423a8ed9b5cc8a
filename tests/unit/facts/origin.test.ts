import { expect, test } from "vitest";
import { toOrigins } from "@/data/facts/origin";
import { figure } from "../figures";
import { catalog, published } from "../published";

test("tells what a document says by itself from what it repeats", () => {
  const figures = [
    figure({ id: "a", document: "first", fact: "f" }),
    figure({ id: "b", document: "first", fact: "f", echoes: "a" }),
    figure({ id: "c", document: "first" }),
    figure({ id: "d", document: "first", fact: "g" }),
    figure({ id: "e", document: "first", fact: "g" }),
    figure({ id: "f", document: "second", fact: "f" }),
    figure({ id: "g", document: "second", echoes: "c" }),
    figure({ id: "h", document: "second", echoes: "lost" }),
  ];
  expect(toOrigins(figures, ["second", "first", "third"])).toEqual([
    { document: "second", figures: 3, own: 1, repeats: 0, echoes: 2, shared: 1 },
    { document: "first", figures: 5, own: 4, repeats: 1, echoes: 0, shared: 1 },
    { document: "third", figures: 0, own: 0, repeats: 0, echoes: 0, shared: 0 },
  ]);
});

test("in the published package, each figure is its document’s own, a repeat or an echo", () => {
  const origins = toOrigins(published.all, Object.keys(published.names.documents));
  const total = origins.reduce((sum, { own, repeats, echoes }) => sum + own + repeats + echoes, 0);
  expect([origins.map(({ document }) => document), total]).toEqual([
    catalog.tables.documents?.rows.map(({ id }) => id),
    published.all.length,
  ]);
});

test("CTC Sentinel shares two of its own figures with other documents and repeats five", () => {
  expect(toOrigins(published.all, ["ctc-2024"])).toMatchObject([
    { repeats: 5, echoes: 0, shared: 2 },
  ]);
});
