import { useEffect, useMemo, useState } from "react";
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
import { OwnDisagreements } from "./own-disagreements";
import { OwnTotals } from "./own-totals";
import { useRegister } from "./use-register";

interface Props {
  readonly file: string;
  readonly reader: { whole(most: number): Promise<WholeTable> };
  readonly onProblem: (message: string) => void;
}

/** So many figures are checked in one file. */
const most = 20_000;

/** The reader's rows as one more document of the register: checked, added up, and beside what is published. */
export default function OwnFigures({ file, reader, onProblem }: Props) {
  const { register, retry } = useRegister();
  const [whole, setWhole] = useState<WholeTable | null>(null);
  useEffect(() => {
    let isLatest = true;
    reader.whole(most).then(
      (table) => isLatest && setWhole(table),
      ({ message }: Error) => isLatest && onProblem(message),
    );
    return () => {
      isLatest = false;
    };
  }, [reader, onProblem]);
  return (
    <section className="compare own-figures" aria-label="Your figures">
      {register && whole ? (
        <Sixth file={file} whole={whole} register={register} />
      ) : retry ? (
        <p className="problems" role="alert">
          The published figures could not be read.{" "}
          <button type="button" onClick={retry}>
            Try again
          </button>
        </p>
      ) : (
        <p className="quiet" role="status">
          Checking your figures…
        </p>
      )}
    </section>
  );
}

interface SixthProps {
  readonly file: string;
  readonly whole: WholeTable;
  readonly register: Register;
}

function Sixth({ file, whole, register }: SixthProps) {
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
        What is new or changed stands below as one more document, “Yours”.
      </p>
      <FigureProblems problems={problems} />
      <OwnDisagreements facts={ownDisagreements(joined)} names={names} file={file} own={own} />
      <OwnTotals totals={ownTotals(joined)} names={names} />
    </>
  );
}
