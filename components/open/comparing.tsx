import { useMemo } from "react";
import { parseChoice } from "@/data/compare/choice";
import type { Opened } from "@/data/open/session";
import { useLoaded } from "../controls/use-loaded";
import type { Asked } from "./asked";
import { saveAs } from "./open-status";
import type { Reader } from "./reader";

const loadCompare = () => import("../compare/compare-panel").then((module) => module.default);

/** As much of a fragment as says what is compared; null where nothing is. */
export function comparedIn(fragment: string): string | null {
  return parseChoice(fragment) ? fragment : null;
}

interface FacesProps {
  readonly isComparing: boolean;
  readonly onCompare: (query: string | null) => void;
}

/** The two faces of the page: the rows, or the rows beside what is published. */
export function Faces({ isComparing, onCompare }: FacesProps) {
  return (
    <fieldset className="segments open-faces">
      <legend className="visually-hidden">Shown</legend>
      <button type="button" aria-pressed={!isComparing} onClick={() => onCompare(null)}>
        Rows
      </button>
      <button
        type="button"
        aria-pressed={isComparing}
        onClick={() => isComparing || onCompare("_compare=")}
      >
        Compare
      </button>
    </fieldset>
  );
}

interface Props {
  readonly opened: Opened;
  readonly reader: Reader;
  /** Changes with each other set of rows. */
  readonly version: string;
  readonly asked: Asked;
  /** The filters in words. */
  readonly conditions: string;
  readonly comparing: string;
  readonly onQuery: (query: string) => void;
  readonly onProblem: (message: string) => void;
}

/** The rows of the view beside the published figures. */
export function Comparing(props: Props) {
  const { opened, reader, version, asked, conditions, comparing, onQuery, onProblem } = props;
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
      query={comparing}
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
