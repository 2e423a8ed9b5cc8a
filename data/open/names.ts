type Cells = readonly string[];

/** Rows of headings → one name a column, each different: levels joined, gaps named by their place. */
export function namesOf(heads: readonly Cells[], width: number, rows: readonly Cells[]): string[] {
  const shifted = heads.map((cells) => (isRowNamed(cells, width, rows) ? ["", ...cells] : cells));
  const levels = shifted.map((cells, level) => {
    const isLowest = level === shifted.length - 1;
    return isLowest ? cells : reachRight(cells, width);
  });
  const names = Array.from({ length: width }, (_, at) => {
    const parts = levels.map((cells) => tidy(cells[at] ?? "")).filter((part) => part !== "");
    return parts.join(" ") || `Column ${at + 1}`;
  });
  return makeUnique(names);
}

/** A heading on one line, without spaces around it. */
function tidy(heading: string): string {
  return heading.replace(/\s+/g, " ").trim();
}

/** A name over several columns stands in the first of them and reaches to the next name. */
function reachRight(cells: Cells, width: number): string[] {
  let last = "";
  return Array.from({ length: width }, (_, at) => {
    const cell = cells[at] ?? "";
    if (cell.trim() !== "") last = cell;
    return last;
  });
}

/** One heading fewer than cells, above numbered rows: the first column has the numbers and no name. */
function isRowNamed(cells: Cells, width: number, rows: readonly Cells[]): boolean {
  if (cells.length !== width - 1 || rows.length < 2) return false;
  const first = Number(rows[0]?.[0]);
  const isCounting = rows.every((row, at) => row[0]?.trim() === String(first + at));
  return Number.isInteger(first) && isCounting;
}

function makeUnique(names: readonly string[]): string[] {
  const used = new Set<string>(names);
  const seen = new Set<string>();
  return names.map((name) => {
    if (!seen.has(name)) {
      seen.add(name);
      return name;
    }
    let count = 2;
    while (used.has(`${name} (${count})`)) count += 1;
    const other = `${name} (${count})`;
    used.add(other);
    return other;
  });
}
