import type { Field } from "../table/descriptor";

/** How one program reads a file from its address. */
export interface Snippet {
  readonly tool: string;
  readonly says: string;
  readonly code: string;
}

/** The addresses of one file: for programs, and for a spreadsheet that opens it by itself. */
interface Addresses {
  readonly csv: string;
  readonly excel: string;
}

type Write = (addresses: Addresses, dates: readonly string[]) => Omit<Snippet, "tool">;

/** An address holds no quotation mark and no space, so it can stand between quotes in any of these. */
const tools: { readonly [tool: string]: Write } = {
  curl: ({ csv }) => ({
    says: "Saves the file under its own name.",
    code: `curl --fail --remote-name --remote-header-name '${csv}'`,
  }),
  "Python (pandas)": ({ csv }, dates) => ({
    says: "Only an empty cell is missing (NA is a country code), and dates keep their precision.",
    code: [
      "import pandas as pd",
      "",
      "figures = pd.read_csv(",
      `    "${csv}",`,
      "    keep_default_na=False,",
      '    na_values=[""],',
      ...(dates.length > 0 ? [`    dtype={${list(dates, (name) => `"${name}": str`)}},`] : []),
      ")",
    ].join("\n"),
  }),
  "R (readr)": ({ csv }, dates) => ({
    says: "The same in R.",
    code: [
      "library(readr)",
      "",
      "figures <- read_csv(",
      `  "${csv}",`,
      ...(dates.length > 0
        ? [`  col_types = cols(${list(dates, (name) => `${name} = "c"`)}),`]
        : []),
      '  na = ""',
      ")",
    ].join("\n"),
  }),
  DuckDB: ({ csv }, dates) => ({
    says: "Queries the file where it lies.",
    code: [
      "SELECT *",
      "FROM read_csv(",
      `  '${csv}',`,
      ...(dates.length > 0
        ? [`  types = {${list(dates, (name) => `'${name}': 'VARCHAR'`)}},`]
        : []),
      "  header = true",
      ");",
    ].join("\n"),
  }),
  Excel: ({ excel }) => ({
    says: "Choose Data, Get Data, From Web and paste the address; or open it and double-click the file.",
    code: excel,
  }),
  LibreOffice: ({ csv }) => ({
    says: "Choose Sheet, External Links and paste the address, with UTF-8 and the comma.",
    code: csv,
  }),
};

/** The call for a file in each program, with its real address filled in. */
export function toSnippets(addresses: Addresses, fields: readonly Field[]): readonly Snippet[] {
  const dates = fields.filter(({ role }) => role === "period").map(({ name }) => name);
  return Object.entries(tools).map(([tool, write]) => ({ tool, ...write(addresses, dates) }));
}

function list(names: readonly string[], format: (name: string) => string): string {
  return names.map(format).join(", ");
}
