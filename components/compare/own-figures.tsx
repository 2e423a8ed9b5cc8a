import { useEffect, useMemo, useState } from "react";
import { mostFigures } from "@/data/compare/cell-problems";
import { readOwnFigures } from "@/data/compare/own-figures";
import type { Register } from "@/data/compare/register";
import {
  checkOwnFigures,
  joinOwn,
  ownDisagreements,
  ownDocuments,
  ownTotals,
} from "@/data/compare/sixth";
import { joinWith } from "@/data/figure/format";
import type { WholeTable } from "@/data/open/whole";
import { plural } from "@/data/view/describe";
import { FigureProblems } from "./figure-problems";
import { OwnChart } from "./own-chart";
import { OwnDisagreements } from "./own-disagreements";
import { OwnTotals } from "./own-totals";
import { WithRegister } from "./with-register";

interface Props {
  readonly file: string;
  readonly reader: { whole(most: number): Promise<WholeTable> };
  /** Another one for each edit. */
  readonly revision: number;
  readonly onCell: (row: number, column: number) => void;
  readonly onProblem: (message: string) => void;
}

/** The reader's rows as one more document of the register: checked, added up, and beside what is published. */
export default function OwnFigures({ file, reader, revision, onCell, onProblem }: Props) {
  const [whole, setWhole] = useState<WholeTable | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each revision has other cells
  useEffect(() => {
    let isLatest = true;
    reader.whole(mostFigures).then(
      (table) => isLatest && setWhole(table),
      ({ message }: Error) => isLatest && onProblem(message),
    );
    return () => {
      isLatest = false;
    };
  }, [reader, revision, onProblem]);
  return (
    <section className="compare own-figures" aria-label="Your figures">
      <WithRegister>
        {(register) =>
          whole ? (
            <Sixth {...{ file, whole, register, onCell }} />
          ) : (
            <p className="quiet" role="status">
              Checking your figures…
            </p>
          )
        }
      </WithRegister>
    </section>
  );
}

interface SixthProps {
  readonly file: string;
  readonly whole: WholeTable;
  readonly register: Register;
  readonly onCell: (row: number, column: number) => void;
}

function Sixth({ file, whole, register, onCell }: SixthProps) {
  const source = useMemo(
    () => readOwnFigures(whole, register.schema, file),
    [whole, register, file],
  );
  const problems = useMemo(() => checkOwnFigures(source, register), [source, register]);
  const joined = useMemo(() => joinOwn(source, register, problems), [source, register, problems]);
  const documents = useMemo(() => ownDocuments(source, register), [source, register]);
  const { own, broken, unchanged, changed, names } = joined;
  const said = [
    `${plural(whole.rows.length, "row")}`,
    unchanged > 0 && `${plural(unchanged, "row")} as published`,
    changed > 0 && `${plural(changed, "published figure")} changed`,
    broken > 0 && `${plural(broken, "row")} with a problem left out below`,
    whole.more > 0 && `${plural(whole.more, "further row")} not looked at`,
  ];
  return (
    <>
      <h2>These are figures in the register’s schema</h2>
      <p>
        {said.filter(Boolean).join(", ")}.{" "}
        {documents.length > 0 &&
          `${joinWith(documents, "and")} ${documents.length === 1 ? "is" : "are"} no document of the register and taken as yours. `}
        {own.length > 0
          ? "What is new or changed stands below as one more document, “Yours”."
          : "None of them says anything new, so nothing stands below."}
      </p>
      <FigureProblems problems={problems} source={source} whole={whole} onCell={onCell} />
      <OwnChart joined={joined} />
      <OwnDisagreements facts={ownDisagreements(joined)} names={names} file={file} own={own} />
      <OwnTotals totals={ownTotals(joined)} names={names} />
    </>
  );
}
