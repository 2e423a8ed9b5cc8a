import { useMemo, useState } from "react";
import {
  type Choice,
  formatChoice,
  parseChoice,
  timeColumns,
  usualAdded,
} from "@/data/compare/choice";
import type { Comparison } from "@/data/compare/compare";
import { comparisonCsv } from "@/data/compare/csv";
import { periodsIn, seriesOf, statementsOf } from "@/data/compare/published";
import { comparableMeasures, type Register } from "@/data/compare/register";
import { scopeOf } from "@/data/compare/scope";
import { describeComparison } from "@/data/compare/words";
import { CompareBars } from "./compare-bars";
import { CompareChoice } from "./compare-choice";
import { CompareTable } from "./compare-table";
import { ScopeTable } from "./scope-table";
import { type OwnRows, useComparison, useOwnScope } from "./use-comparison";
import { WithRegister } from "./with-register";

interface Props {
  readonly own: OwnRows;
  /** The filters in force, in words. */
  readonly conditions: string;
  readonly size: number;
  /** What is compared, as the address says it. */
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onSave: (csv: string) => void;
  readonly onProblem: (message: string) => void;
}

/** The open table laid over what is published: chart, table, sentences, and what differs in scope. */
export default function ComparePanel(props: Props) {
  const { own, size } = props;
  return (
    <section className="compare" aria-label="Compare with published figures">
      {size === 0 ? (
        <p>The table has no rows, so there is nothing to compare.</p>
      ) : timeColumns(own.columns).length === 0 ? (
        <p>
          This table has no column of dates or years, so its rows cannot be counted by period. If
          one holds dates, say so under “How it was read”.
        </p>
      ) : (
        <WithRegister>{(register) => <Panel {...props} register={register} />}</WithRegister>
      )}
    </section>
  );
}

function Panel({ register, ...props }: Props & { readonly register: Register }) {
  const { own, conditions, query, onQuery, onSave, onProblem } = props;
  const { names } = register;
  const sheets = useMemo(() => comparableMeasures(register), [register]);
  const asked = useMemo(() => parseChoice(query) ?? {}, [query]);
  const known = sheets.flatMap(({ measures }) => measures.map(({ id }) => id));
  const measure = known.find((id) => id === asked.measure) ?? known[0] ?? "";
  const all = useMemo(() => statementsOf(register.figures, measure), [register, measure]);
  const series = useMemo(() => seriesOf(all), [all]);
  const usual = {
    series: series[0] && periodsIn(series[0]) > 1 ? series[0].id : "",
    steps: "year",
    added: usualAdded(own.columns, measure),
    date: timeColumns(own.columns)[0]?.id ?? "",
  } as const;
  const choice: Choice = validChoice({ ...usual, ...asked, measure }, usual, own, series);
  const chosen = series.find(({ id }) => id === choice.series);
  const statements = chosen?.statements ?? all;
  const compared = useComparison(statements, choice, own, onProblem);
  const scope = useOwnScope(own);
  const added = own.columns.find(({ id }) => id === choice.added)?.name ?? null;
  const choose = (change: Partial<Choice>) => {
    // Another measure has other series, and may add another column.
    if (change.measure)
      return onQuery(
        formatChoice(
          { ...usual, ...change, measure: change.measure, date: choice.date, steps: choice.steps },
          usual,
        ),
      );
    onQuery(formatChoice({ ...choice, ...change }, usual));
  };
  const scopeOfLine = ({ statement, gap }: Comparison) =>
    statement ? scopeOf(statement.figure, { scope, added, gap }, names) : [];
  const covers = compared?.counts.covers ?? null;
  const sentenceOf = (line: Comparison, isShort = false) =>
    describeComparison(line, { added }, scopeOfLine(line), { covers }, names, isShort);
  const ownTitle = added === null ? "Own rows" : `Own ${added}`;
  const title = `${ownTitle} beside ${names.measures[measure] ?? measure}`;
  const [picked, setPicked] = useState("");
  const stated = compared?.lines.filter(({ statement }) => statement) ?? [];
  const shown =
    stated.find(({ key }) => key === picked) ?? stated.find((line) => line.own) ?? stated[0];
  return (
    <>
      <CompareChoice
        choice={choice}
        sheets={sheets}
        series={series}
        columns={own.columns}
        onChoose={choose}
      />
      {compared && (
        <>
          <CompareBars
            {...{ lines: compared.lines, names, title, ownTitle }}
            steps={choice.steps}
          />
          <CompareTable
            {...{ lines: compared.lines, names, title, ownTitle, sentenceOf }}
            shown={shown?.key ?? ""}
            onShow={setPicked}
          />
          <p>
            <button
              type="button"
              onClick={() => onSave(comparisonCsv(compared.lines, sentenceOf, names))}
            >
              Save this comparison (CSV)
            </button>
          </p>
          {shown && (
            <ScopeTable
              title={`${shown.period}, ${names.documents[shown.statement?.figure.document ?? ""] ?? ""}`}
              lines={scopeOfLine(shown)}
              conditions={conditions}
              definition={definitionOf(register, measure)}
            />
          )}
        </>
      )}
    </>
  );
}

/** What an address asks for that this table does not have is as usual. */
function validChoice(
  choice: Choice,
  usual: Omit<Choice, "measure">,
  { columns }: OwnRows,
  series: readonly { readonly id: string }[],
): Choice {
  const has = (id: string | null) => columns.some((column) => column.id === id);
  const isTime = timeColumns(columns).some(({ id }) => id === choice.date);
  const isSeries = choice.series === "" || series.some(({ id }) => id === choice.series);
  return {
    ...choice,
    date: isTime ? choice.date : usual.date,
    added: choice.added === null || has(choice.added) ? choice.added : usual.added,
    series: isSeries ? choice.series : usual.series,
  };
}

function definitionOf({ tables }: Register, measure: string): string {
  return String(tables.measures?.rows.find(({ id }) => id === measure)?.definition ?? "");
}
