import type { Column } from "./column";
import { counted } from "./problem";
import type { OpenTable } from "./read";

const delimiterNames: Readonly<Record<string, string>> = {
  "": "one column",
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
  " ": "spaces",
  ":": "colons",
};

const quoteNames: Readonly<Record<string, string>> = {
  "'": "single quotes",
  "`": "backticks",
};

const encodingNames: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252",
  "windows-1251": "Windows-1251 (Cyrillic)",
};

/** How a file was understood, in one sentence that a reader can check against it. */
export function describeTable(table: OpenTable): string {
  const size = `${counted(table.body.size, "row")}, ${counted(table.columns.length, "column")}`;
  const parts = [size, describeDialect(table), describeHeader(table), describeAside(table)];
  return `${parts.filter((part) => part !== "").join("; ")}.`;
}

function describeDialect({ dialect, columns, encoding }: OpenTable): string {
  const { delimiter, quote } = dialect;
  const decimals = columns.some(({ type, decimal }) => type === "number" && decimal === ",");
  const parts = [
    delimiterNames[delimiter] ?? `“${delimiter}” between cells`,
    quoteNames[quote] ?? "",
    dialect.escape === "backslash" ? "quotes escaped by a backslash" : "",
    decimals ? "decimal commas" : "",
    encodingNames[encoding.name] ?? encoding.name,
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function describeHeader({ layout }: OpenTable): string {
  const { header, tags } = layout;
  if (header.length === 0) return "no header, so columns are named by their place";
  const rows = header.length > 1 ? `header of ${header.length} rows` : "";
  const tagged = tags ? `tags on line ${tags.line}` : "";
  return [rows, tagged].filter((part) => part !== "").join(", ");
}

/** What is set aside: nothing of a file disappears without a word. */
function describeAside({ control, layout, body }: OpenTable): string {
  const above = layout.preamble.length + (control === null ? 0 : 1);
  const parts = [
    above > 0 ? `${counted(above, "line")} above the header` : "",
    body.totals.length > 0 ? counted(body.totals.length, "total") : "",
    body.notes.length > 0 ? `${counted(body.notes.length, "note")} below the rows` : "",
    body.blankLines > 0 ? counted(body.blankLines, "blank line") : "",
    body.pages > 0 ? `the header repeated ${counted(body.pages, "time")}` : "",
    body.tables.length > 0 ? `a further table from line ${body.tables[0]} on` : "",
  ].filter((part) => part !== "");
  return parts.length > 0 ? `set aside: ${parts.join(", ")}` : "";
}

/** The columns named by a year, where there are several: they can be drawn over time. */
export function yearColumns(columns: readonly Column[]): string[] {
  const named = columns.filter(
    ({ name, type }) => type === "number" && /^(?:.* )?(?:1[89]|20)\d\d$/.test(name),
  );
  return named.length > 1 ? named.map(({ name }) => name) : [];
}
