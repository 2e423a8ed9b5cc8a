import { useEffect, useState } from "react";
import { type Choice, timeColumns } from "@/data/compare/choice";
import { type Comparison, compare, spansOf } from "@/data/compare/compare";
import { type OwnScope, scopeColumns } from "@/data/compare/own-scope";
import type { Statement } from "@/data/compare/published";
import type { OpenedColumn } from "@/data/open/session";
import type { SpanCounts, SpansRequest } from "@/data/open/spans";
import type { Span } from "@/data/table/period";

/** What is asked of the worker that holds the open table. */
export interface OwnTable {
  spans(request: SpansRequest): Promise<SpanCounts | null>;
  values(column: string): Promise<readonly (readonly [value: string, rows: number])[]>;
}

/** An open table with the rows that are in force. */
export interface OwnRows {
  readonly columns: readonly OpenedColumn[];
  readonly reader: OwnTable;
  /** Another one for each other set of rows. */
  readonly version: string;
  /** The columns that a filter narrows. */
  readonly filtered: ReadonlySet<string>;
}

export interface Compared {
  readonly counts: SpanCounts;
  readonly lines: readonly Comparison[];
}

/** The statements beside the rows; null until the worker has counted them. */
export function useComparison(
  statements: readonly Statement[],
  { date, added, steps }: Pick<Choice, "date" | "added" | "steps">,
  { columns, reader, version }: OwnRows,
  onProblem: (message: string) => void,
): Compared | null {
  const [compared, setCompared] = useState<Compared | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the counts are those of the rows in force
  useEffect(() => {
    if (timeColumns(columns).length === 0) return;
    let isLatest = true;
    const spans = spansOf(statements);
    const asked = { date, of: added ?? undefined, spans, steps, within: reachOf(spans) };
    reader.spans(asked).then(
      (counts) => {
        if (isLatest && counts) setCompared({ counts, lines: compare(statements, counts) });
      },
      ({ message }: Error) => isLatest && onProblem(message),
    );
    return () => {
      isLatest = false;
    };
  }, [reader, version, statements, date, added, steps, columns]);
  return compared;
}

/** From the first to the last day of some periods. */
function reachOf(spans: readonly Span[]): Span | undefined {
  const [from] = spans.map((span) => span.from).toSorted();
  const to = spans
    .map((span) => span.to)
    .toSorted()
    .at(-1);
  return from && to ? { from, to } : undefined;
}

/** What the columns of the open table say of its scope, of the rows in force. */
export function useOwnScope({ columns, reader, version, filtered }: OwnRows): OwnScope {
  const [scope, setScope] = useState<OwnScope>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: the values are those of the rows in force
  useEffect(() => {
    let isLatest = true;
    const named = Object.entries(scopeColumns(columns));
    const asked = named.map(async ([aspect, column]) => {
      const values = await reader.values(column);
      return [aspect, { column, values, isFiltered: filtered.has(column) }] as const;
    });
    Promise.all(asked).then(
      (found) => isLatest && setScope(Object.fromEntries(found)),
      // Without it each side of the scope says that it is not known.
      () => isLatest && setScope({}),
    );
    return () => {
      isLatest = false;
    };
  }, [reader, version, columns]);
  return scope;
}
