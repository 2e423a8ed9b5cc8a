import type { TextTable } from "@/data/change/texts";
import { compareTexts, type Differing, readTexts } from "@/data/compare/differ";
import { likelySheet } from "@/data/compare/differences";
import type { DifferAsked, DifferCalls } from "./differ";

/** The two tables live here, and what they differ in: the page asks for the lines that it shows. */
const tables: { before: TextTable | null; after: TextTable | null } = { before: null, after: null };

let differing: Differing | null = null;

const calls: DifferCalls = {
  async read(side, blob) {
    differing = null;
    tables[side] = readTexts(await blob.text());
    return tables[side].rows.length;
  },
  async likely(figures) {
    return tables.after && likelySheet(tables.after, readTexts(await figures.text()));
  },
  async compare(key) {
    const { before, after } = tables;
    if (!before || !after) throw new Error("A table is missing.");
    differing = compareTexts({ before, after }, key);
    return differing.differences;
  },
  entries: async (view, from, to) => needed().entries(view, from, to),
  csv: async () => new Blob([needed().csv()], { type: "text/csv;charset=utf-8" }),
};

function needed(): Differing {
  if (!differing) throw new Error("The tables are not compared yet.");
  return differing;
}

self.onmessage = async ({ data }: MessageEvent<DifferAsked>) => {
  const { id, name, args } = data;
  try {
    const call = calls[name] as (...args: readonly unknown[]) => Promise<unknown>;
    self.postMessage({ kind: "answer", id, value: await call(...args) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    self.postMessage({ kind: "failure", id, message });
  }
};
