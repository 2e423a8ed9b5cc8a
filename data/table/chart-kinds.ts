/** How a chart may draw figures, by the name that an address and the descriptor use. */
export const chartKinds = [
  "trend",
  "line",
  "change",
  "ranges",
  "casualties",
  "parts",
  "timeline",
] as const;
