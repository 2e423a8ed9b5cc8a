import { colorSchemeVariable, themeQuartz } from "ag-grid-community";
import { cellMeasures } from "./column-widths";

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
  headerFontSize: cellMeasures.fontSize,
  ...cellMeasures,
});
