import { useMemo } from "react";
import { figuresKey, parseChoice } from "@/data/compare/choice";
import { formatDifferences, parseDifferences } from "@/data/compare/differences";
import { isFigureTable } from "@/data/compare/own-figures";
import type { Opened } from "@/data/open/session";
import { plural } from "@/data/view/describe";
import { useLoaded } from "../controls/use-loaded";
import type { BesideProps } from "./beside";
import { Differing } from "./differing";
import { saveAs } from "./open-status";
import type { FigureRules } from "./use-figure-rules";

const loadCompare = () => import("../compare/compare-panel").then((module) => module.default);

const loadFigures = () => import("../compare/own-figures").then((module) => module.default);

interface FacesProps {
  readonly opened: Opened;
  /** What stands in place of the rows; null where they are shown. */
  readonly beside: string | null;
  readonly onBeside: (query: string | null) => void;
}

type Face = readonly [title: string, isShown: boolean, query: string | null];

/** The faces of the page: the rows, the rows beside what is published, and rows of figures as a document. */
export function Faces({ opened, beside, onBeside }: FacesProps) {
  const isComparing = beside !== null && parseChoice(beside) !== null;
  const isDiffering = beside !== null && !isComparing && parseDifferences(beside) !== null;
  const hasFigures = isFigureTable(opened.columns);
  const faces: readonly Face[] = [
    ["Rows", beside === null, null],
    ["Compare", isComparing, "_compare="],
    ...(hasFigures
      ? [
          [
            "Your figures",
            beside !== null && !isComparing && !isDiffering,
            `${figuresKey}=`,
          ] as const,
        ]
      : []),
    ["Differences", isDiffering, formatDifferences({ against: "", key: null })],
  ];
  return (
    <fieldset className="segments open-faces">
      <legend className="visually-hidden">Shown</legend>
      {faces.map(([title, isShown, query]) => (
        <button
          key={title}
          type="button"
          aria-pressed={isShown}
          onClick={() => isShown || onBeside(query)}
        >
          {title}
        </button>
      ))}
    </fieldset>
  );
}

interface FigureLineProps extends FigureRules {
  readonly opened: Opened;
  readonly onNext: () => void;
}

/** That the rows are figures, and how many of their cells break a rule, with the way to the next one. */
export function FigureLine({ opened, checked, onNext }: FigureLineProps) {
  if (!isFigureTable(opened.columns)) return null;
  const count = checked?.count ?? 0;
  return (
    <span className="quiet figure-line" role="status">
      These rows have the columns of the published figures
      {checked && (count === 0 ? "; every rule is kept." : "; ")}
      {!checked && "."}
      {count > 0 && (
        <button type="button" title="Go to the next one" onClick={onNext}>
          {plural(count, "cell")} {count === 1 ? "breaks" : "break"} a rule
        </button>
      )}
    </span>
  );
}

/** What stands in place of the rows: these beside the published figures, as a document of their own, or against another table. */
export function Beside(props: BesideProps) {
  const { opened, reader, beside, revision, onProblem, onCell } = props;
  const [Figures, isMissing] = useLoaded(loadFigures);
  if (!parseChoice(beside) && parseDifferences(beside)) return <Differing {...props} />;
  if (parseChoice(beside) || !isFigureTable(opened.columns)) return <Comparing {...props} />;
  if (isMissing) return <p className="problems">Your figures could not be checked.</p>;
  return Figures && <Figures {...{ reader, revision, onProblem, onCell }} file={opened.file} />;
}

function Comparing(props: BesideProps) {
  const { opened, reader, version, asked, conditions, beside, onQuery, onProblem } = props;
  const [Panel, isMissing] = useLoaded(loadCompare);
  const own = useMemo(
    () => ({
      columns: opened.columns,
      reader,
      version,
      filtered: new Set(asked.filters.keys()),
    }),
    [opened, reader, version, asked.filters],
  );
  if (isMissing) return <p className="problems">The comparison could not be loaded.</p>;
  if (!Panel || !version) return null;
  return (
    <Panel
      own={own}
      size={opened.size}
      conditions={conditions}
      query={beside}
      onQuery={onQuery}
      onProblem={onProblem}
      onSave={(csv) =>
        saveAs(
          new Blob([csv], { type: "text/csv;charset=utf-8" }),
          `${opened.file.replace(/\.\w+$/, "")}-compared.csv`,
        )
      }
    />
  );
}
