import { colorSchemeVariable, themeQuartz } from "ag-grid-community";

/** AG Grid in the page's own colours and in the measures of the server's table. */
export const gridTheme = themeQuartz.withPart(colorSchemeVariable).withParams({
  accentColor: "var(--accent)",
  backgroundColor: "var(--paper)",
  foregroundColor: "var(--ink)",
  borderColor: "var(--line)",
  chromeBackgroundColor: "var(--chrome)",
  headerTextColor: "var(--ink-soft)",
  headerFontWeight: 600,
  selectedRowBackgroundColor: "var(--selected)",
  rowHoverColor: "var(--hover)",
  columnBorder: true,
  headerColumnBorder: true,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  fontFamily: "inherit",
  fontSize: 13,
  headerFontSize: 13,
  headerHeight: 34,
  rowHeight: 33,
  cellHorizontalPadding: 10,
});
