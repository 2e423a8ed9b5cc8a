/** A table of a text, with its cells as written. */
export interface TextTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One point of a release: what was corrected and why, and the tables below it. */
export interface Point {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
  readonly tables: readonly TextTable[];
}

/** What a change log says of a version of the figures. */
export interface Release extends Omit<Point, "title"> {
  readonly version: string;
  /** As written: "26 November 2026"; "" where it has none yet. */
  readonly date: string;
  readonly points: readonly Point[];
}

/** The part "The figures" of a change log (Markdown) → its releases, the newest first. */
export function parseChangelog(text: string): readonly Release[] {
  const [, figures = ""] = text.split(/^## The figures$/m);
  const [ours = ""] = figures.split(/^## /m);
  const [, ...releases] = ours.split(/^### /m);
  return releases.map((release) => {
    const [lead = "", ...points] = release.split(/^#### /m);
    const { title, ...said } = parsePoint(lead);
    const [, version = "", date = ""] = /^(\S+)(?: \((.*)\))?$/.exec(title) ?? [];
    return { ...said, version, date, points: points.map(parsePoint) };
  });
}

function parsePoint(text: string): Point {
  const [title = "", ...rest] = text.trim().split("\n");
  const blocks = rest.join("\n").split(/\n\s*\n/);
  const said = blocks.map((each) => each.trim()).filter(Boolean);
  const [tables, others] = partition(said, (block) => block.startsWith("|"));
  const [lists, paragraphs] = partition(others, (block) => block.startsWith("- "));
  return {
    title,
    paragraphs: paragraphs.map(joinLines),
    items: lists.flatMap((block) => block.slice(2).split(/\n- /).map(joinLines)),
    tables: tables.map(parseTextTable),
  };
}

function partition(
  blocks: readonly string[],
  isOne: (block: string) => boolean,
): [readonly string[], readonly string[]] {
  return [blocks.filter(isOne), blocks.filter((block) => !isOne(block))];
}

function joinLines(text: string): string {
  return text.split(/\s*\n\s*/).join(" ");
}

function parseTextTable(block: string): TextTable {
  const [head = [], , ...rows] = block.split("\n").map(cellsOf);
  return { head, rows };
}

/** The cells of a line of a table, in which a bar stands as "\|". */
function cellsOf(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
}

/** Why a row or a cell changed: the point under which a change log names it, and what it says there. */
export interface Reason {
  readonly point: string;
  readonly why: string;
}

/** The name of a cell, or of a whole row, in a list of reasons. */
export function placeOf(row: string, field = ""): string {
  return `${row}\n${field}`;
}

/** What a release says of each cell and of each new row that it names. */
export function reasonsOf({ points }: Release): ReadonlyMap<string, Reason> {
  return new Map(
    points.flatMap(({ title, tables }) =>
      tables.flatMap(({ head, rows }) => {
        const at = (name: string) => head.indexOf(name);
        if (at("id") < 0) return [];
        return rows.map((cells): [string, Reason] => {
          const cell = (name: string) => cells[at(name)] ?? "";
          return [placeOf(cell("id"), cell("field")), { point: title, why: cell("why") }];
        });
      }),
    ),
  );
}
