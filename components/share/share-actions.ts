/** What can be done with a page, in the order in which it is offered. */
export const shareActions = {
  share: { title: "Share", heading: "Share this view" },
  cite: { title: "Cite", heading: "Cite" },
  download: { title: "Download", heading: "Download" },
} as const;

export type ShareAction = keyof typeof shareActions;
