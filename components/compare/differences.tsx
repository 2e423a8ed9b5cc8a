import { useMemo } from "react";
import { formatDifferences, parseDifferences } from "@/data/compare/differences";
import { plural } from "@/data/view/describe";
import { CopyButton } from "../controls/copy-button";
import { DifferencesChoice } from "./differences-choice";
import { DifferencesTable } from "./differences-table";
import {
  type Compared,
  type DifferencesAsked,
  type OtherTable,
  steps,
  useDifferences,
} from "./use-differences";

interface Props {
  readonly own: DifferencesAsked["own"];
  /** Another one for each edit of the open table. */
  readonly version: string;
  readonly others: readonly OtherTable[];
  /** Whether filters are in force, which do not narrow what is compared. */
  readonly isFiltered: boolean;
  /** What is compared, as the address says it. */
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onSave: (csv: Blob) => void;
  readonly onProblem: (message: string) => void;
}

/** The open table against another version of it: rows new, gone and changed, each changed cell before and after. */
export default function DifferencesPanel(props: Props) {
  return (
    <section className="compare differences" aria-label="Differences from another table">
      {props.others.length > 0 ? (
        <Panel {...props} />
      ) : (
        <p>
          Open another version of this table as well, before or after it: what was new, gone or
          changed between the two stands here.
        </p>
      )}
    </section>
  );
}

function Panel({ own, version, others, isFiltered, query, onQuery, onSave, onProblem }: Props) {
  const asked = useMemo(() => parseDifferences(query) ?? { against: "", key: null }, [query]);
  const { against, key } = asked;
  const differing = useDifferences({ own, version, others, against, key });
  const { compared, doing, step, problem, cancel, again } = differing;
  const shown = others.find(({ id }) => id === against)?.id ?? compared?.other.id;
  return (
    <>
      <DifferencesChoice
        others={others}
        against={shown ?? ""}
        onAgainst={(next) => onQuery(formatDifferences({ against: next, key: null }))}
        matched={compared?.differences.key ?? []}
        common={compared?.differences.common ?? []}
        onMatched={(next) => onQuery(formatDifferences({ against, key: next }))}
      />
      {doing && (
        <p role="status" className="differences-doing">
          <span>{doing}</span> <progress max={steps} value={step} aria-label={doing} />{" "}
          <button type="button" onClick={cancel}>
            Cancel
          </button>
        </p>
      )}
      {problem && (
        <p className="problems" role="alert">
          {problem}{" "}
          <button type="button" onClick={again}>
            Compare again
          </button>
        </p>
      )}
      {compared && (
        <Result key={compared.id} {...{ own, compared, isFiltered, onSave, onProblem }} />
      )}
    </>
  );
}

interface ResultProps extends Pick<Props, "own" | "isFiltered" | "onSave" | "onProblem"> {
  readonly compared: Compared;
}

function Result({ own, compared, isFiltered, onSave, onProblem }: ResultProps) {
  const { other, differences, differ } = compared;
  const sentence = sentenceOf(own.title, compared);
  return (
    <>
      <p className="differences-sentence" role="status">
        <b>{sentence}</b> <CopyButton label="Copy sentence" text={sentence} />
      </p>
      {isFiltered && <p className="quiet">All rows are compared, whatever the filters.</p>}
      {differences.problems.length > 0 && (
        <ul className="differences-problems" aria-label="What to know of this comparison">
          {differences.problems.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      {differences.total > 0 && (
        <DifferencesTable
          compared={compared}
          titles={{ before: other.title, after: own.title }}
          onProblem={onProblem}
        >
          <button
            type="button"
            onClick={() => {
              differ.csv().then(onSave, ({ message }: Error) => onProblem(message));
            }}
          >
            Save all differences (CSV)
          </button>
        </DifferencesTable>
      )}
    </>
  );
}

/** "mine.csv against attacks 1.1.0: 3 rows new, 1 gone, 4 changed; 24 rows are the same." */
function sentenceOf(own: string, { other, differences: { sentence, same } }: Compared): string {
  const rest = `${plural(same, "row")} ${same === 1 ? "is" : "are"} the same`;
  return `${own} against ${other.title}: ${sentence}; ${rest}.`;
}
