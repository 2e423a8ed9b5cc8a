import { useMemo } from "react";
import { useLoaded } from "../controls/use-loaded";
import type { BesideProps } from "./beside";
import { saveAs } from "./open-status";
import { otherTables } from "./other-tables";

const loadDifferences = () => import("../compare/differences").then((module) => module.default);

/** The open table against another one that is open, or against a published sheet. */
export function Differing(props: BesideProps) {
  const { opened, reader, asked, beside, revision, others, onQuery, onProblem } = props;
  const [Panel, isMissing] = useLoaded(loadDifferences);
  const own = useMemo(
    () => ({ title: opened.file, read: () => reader.csv("whole") }),
    [opened.file, reader],
  );
  const tables = useMemo(() => otherTables(others, opened.columns), [others, opened.columns]);
  if (isMissing) return <p className="problems">The differences could not be loaded.</p>;
  return (
    Panel && (
      <Panel
        own={own}
        version={String(revision)}
        others={tables}
        isFiltered={asked.filters.size > 0 || asked.find !== ""}
        query={beside}
        onQuery={onQuery}
        onProblem={onProblem}
        onSave={(csv) => saveAs(csv, `${opened.file.replace(/\.\w+$/, "")}-differences.csv`)}
      />
    )
  );
}
