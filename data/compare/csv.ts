import { describeEstimate, formatEstimate } from "../figure/format";
import type { Names } from "../figure/names";
import { formatCsv } from "../open/output";
import { neutralize } from "../table/formula";
import type { Comparison } from "./compare";
import { verdictTitles } from "./words";

const head = [
  "period",
  "from",
  "to",
  "published",
  "published_low",
  "published_best",
  "published_high",
  "precision",
  "document",
  "claimant",
  "basis",
  "figure",
  "own_low",
  "own_high",
  "own_rows",
  "rows_without_date",
  "rows_reaching_beyond",
  "rows_without_number",
  "difference_low",
  "difference_high",
  "ratio_low",
  "ratio_high",
  "verdict",
  "sentence",
];

/** The comparison as CSV, a row a line of its table; an open bound is an empty cell. */
export function comparisonCsv(
  lines: readonly Comparison[],
  sentenceOf: (line: Comparison) => string,
  names: Names,
): string {
  return formatCsv(
    head,
    lines.map((line) =>
      [...publishedCells(line, names), ...ownCells(line), sentenceOf(line)].map(neutralize),
    ),
  );
}

function publishedCells({ period, span, statement }: Comparison, { documents }: Names): string[] {
  const when = [period, span?.from ?? "", span?.to ?? ""];
  if (!statement) return [...when, "", "", "", "", "", "", "", "", ""];
  const { figure } = statement;
  const { low, best, high, precision, document, claimant, basis, id } = figure;
  return [
    ...when,
    precision === "words" ? formatEstimate(figure) : describeEstimate(figure),
    ...[low, best, high].map((value) => (value === null ? "" : String(value))),
    precision,
    documents[document] ?? document,
    claimant ?? "",
    basis,
    id,
  ];
}

function ownCells({ own, difference, ratio, verdict }: Comparison): string[] {
  return [
    bound(own?.low),
    bound(own?.high),
    ...[own?.rows, own?.undated, own?.coarse, own?.unnumbered].map(bound),
    bound(difference?.low),
    bound(difference?.high),
    bound(ratio?.low),
    bound(ratio?.high),
    verdictTitles[verdict],
  ];
}

function bound(value: number | undefined): string {
  return value !== undefined && Number.isFinite(value) ? String(Number(value.toPrecision(12))) : "";
}
