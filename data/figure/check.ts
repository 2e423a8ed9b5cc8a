import { problemAt, type Source } from "../table/check";
import { type Problem, quote } from "../table/problem";
import type { Row } from "../table/table";
import { faultIn, isFigure } from "./figure";
import { type Located, rules } from "./rule";

/** Everything that the figures of all sheets together promise: see the functions below, a rule each. */
export function checkFigures(sources: readonly Source[], measures: readonly Row[]): Problem[] {
  const all = sources.flatMap(locate);
  const byId = new Map(all.map((each) => [each.figure.id, each]));
  const context = { byId, measures: new Map(measures.map((row) => [row.id, row])) };
  return [
    ...sources.flatMap(checkShape),
    ...checkIdsAcross(sources),
    ...all.flatMap((each) => rules.flatMap(({ check }) => check(each, context))),
    ...checkFacts(all),
  ];
}

/** A row that its schema lets pass and that is no figure would be left out without a word. */
function checkShape({ file, table, lines, problems }: Source): Problem[] {
  const known = new Set(problems.map(({ line }) => line));
  return table.rows.flatMap((row, index) => {
    const field = faultIn(row);
    if (field === null || known.has(lines[index] ?? 0)) return [];
    const found = quote(String(row[field] ?? ""));
    return [problemAt(file, table.schema, lines[index], field, "what a figure has there", found)];
  });
}

function checkIdsAcross(sources: readonly Source[]): Problem[] {
  const seen = new Map<string, string>();
  return sources.flatMap((source) =>
    locate(source).flatMap(({ figure, at }) => {
      const first = seen.get(figure.id);
      seen.set(figure.id, first ?? source.file);
      return first && first !== source.file
        ? [at("id", "an id of its own", `${figure.id} of ${first}`)]
        : [];
    }),
  );
}

/** A fact is one quantity, so all its figures have one measure; and it takes two to share one. */
function checkFacts(all: readonly Located[]): Problem[] {
  const facts = new Map<string, Located>();
  const sizes = new Map<string, number>();
  for (const { figure } of all)
    if (figure.fact) sizes.set(figure.fact, (sizes.get(figure.fact) ?? 0) + 1);
  return all.flatMap((located) => {
    const { figure, at } = located;
    if (!figure.fact) return [];
    const first = facts.get(figure.fact) ?? located;
    facts.set(figure.fact, first);
    if (sizes.get(figure.fact) === 1) return [at("fact", "two figures or more", figure.fact)];
    const { measure } = first.figure;
    return measure === figure.measure ? [] : [at("fact", `the measure ${measure}`, figure.measure)];
  });
}

function locate({ file, table, lines }: Source): Located[] {
  return table.rows.flatMap((figure, index) => {
    if (!isFigure(figure)) return [];
    const place = (field: string, expected: string, found: string) =>
      problemAt(file, table.schema, lines[index], field, expected, found);
    return [{ figure, at: place }];
  });
}
