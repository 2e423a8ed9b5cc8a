import "server-only";

interface Page {
  readonly title: string;
  readonly description: string;
}

/** Every page of the site beside its sheets, by its address from the root, in the order of the tabs. */
export const pages = {
  "": {
    title: "Overview",
    description: "What the workbook holds, and whose numbers these are.",
  },
  disagreements: {
    title: "Disagreements",
    description: "Every fact that documents state differently, side by side.",
  },
  figures: {
    title: "All figures",
    description: "The figures of all sheets in one table, to sort, filter and download.",
  },
  pivot: {
    title: "Pivot",
    description:
      "The figures in groups: by any two fields and a third, with totals that can be added.",
  },
  open: {
    title: "Open a table",
    description:
      "Open a table of your own in the same workbook: read in your browser, sent nowhere.",
  },
  documents: {
    title: "Documents",
    description: "The documents that the figures come from, and how much each says by itself.",
  },
  codebook: {
    title: "Codebook",
    description: "Every field, measure, unit, category and rule of the workbook.",
  },
  method: {
    title: "Method",
    description: "How figures were chosen and encoded, what is not verified, and the limits.",
  },
  changes: {
    title: "Changes",
    description: "What was corrected in which version of the figures, cell by cell, and why.",
  },
  use: {
    title: "Use the data",
    description:
      "Files, calls for programs, citations and addresses of every view of the workbook.",
  },
} as const satisfies { readonly [page: string]: Page };

/** First segments of addresses that are no pages. */
const others = [...["data", "datapackage", "embed", "healthz", "names", "palette", "rendered"]];

/** The names that no sheet may take, since the site has something at their addresses. */
export const takenNames: readonly string[] = [...Object.keys(pages), ...others].filter(Boolean);

/** Every page with its title, in the order of the tabs: the overview, the sheets, the other pages. */
export function listPages({
  sheets,
}: {
  readonly sheets: readonly { readonly name: string; readonly title: string }[];
}) {
  const [first, ...rest] = Object.entries(pages).map(([name, { title }]) => ({ name, title }));
  const own = sheets.map(({ name, title }) => ({ name, title }));
  return [...(first ? [first] : []), ...own, ...rest];
}
