/** What can be done with a page, in the order in which it is offered. */
export const parts = {
  share: { title: "Share", heading: "Share this view" },
  cite: { title: "Cite", heading: "Cite" },
  download: { title: "Download", heading: "Download" },
} as const;

export type Part = keyof typeof parts;
