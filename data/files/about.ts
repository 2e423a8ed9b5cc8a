import { formatDate } from "../figure/format";
import { formatPublication, type Publication } from "./publication";
import type { ReadableColumn } from "./readable";
import type { Worksheet } from "./xlsx";

/** What a spreadsheet says of itself on its last sheet. */
export interface About {
  readonly workbook: string;
  readonly version: string;
  /** What of the workbook the file holds: the title of a sheet. */
  readonly title: string;
  /** How many rows, by which filters and by which rule, in words. */
  readonly says: string;
  /** The page that shows the same. */
  readonly address: string;
  /** The day on which the file was made, ISO 8601. */
  readonly day: string;
  readonly citation: string;
  readonly licence: string;
  readonly publications: readonly Publication[];
  readonly columns: readonly ReadableColumn[];
}

const howToRead: readonly (readonly [string, string])[] = [
  [
    "Value",
    "The number itself, where the document states one; empty for a bound, a range or words.",
  ],
  ["Low, High", "The bounds. “At least 17” has a low and no high; a range has both."],
  ["Value as shown", "≈ about, ≥ at least, > more than, ≤ up to, < fewer than; words as printed."],
  [
    "Dates",
    "A whole day is a date. A month or a year is text, as precise as the document states it.",
  ],
  ["Sums", "Rows may contain, repeat or restate one another: see “Part of”, “Repeats” and “Fact”."],
];

/** The sheet that tells what a file holds, from where, as of when, and what its columns mean. */
export function toAbout(about: About): Worksheet {
  const { workbook, version, title, says, address, day, citation, licence } = about;
  const rows: readonly (readonly [string, string])[] = [
    ["Title", [workbook, title].filter(Boolean).join(": ")],
    ["Rows", says],
    ["Version", version],
    ["Address", address],
    ["Downloaded", formatDate(day)],
    ["Cite as", citation],
    ["Licence", licence],
    ["", ""],
    ...section(
      "Documents",
      about.publications.map((each) => [each.id, formatPublication(each)]),
    ),
    ...section("How to read", howToRead),
    ...section(
      "Columns",
      about.columns.map(({ title, description }) => [title, description]),
    ),
  ];
  return { name: "About", head: null, rows: rows.map((row) => row.map((text) => text || null)) };
}

function section(
  heading: string,
  rows: readonly (readonly [string, string])[],
): readonly (readonly [string, string])[] {
  return rows.length > 0 ? [[heading.toUpperCase(), ""], ...rows, ["", ""]] : [];
}
