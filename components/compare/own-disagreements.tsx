import { citeStatement, yours } from "@/data/compare/sixth";
import { type Disagreement, describeSpread, verdicts } from "@/data/facts/disagreement";
import { colorsOf, numberOf } from "@/data/figure/document-sign";
import type { Figure } from "@/data/figure/figure";
import { describeEstimate, formatEstimate, formatPeriod } from "@/data/figure/format";
import type { Names } from "@/data/figure/names";
import { addressOfFigure } from "@/data/view/address";
import { plural } from "@/data/view/describe";
import { CopyButton } from "../controls/copy-button";
import { DocumentSign } from "../controls/document-sign";
import { SiteLink } from "../state/site-link";

interface Props {
  readonly facts: readonly Disagreement[];
  readonly own: readonly Figure[];
  readonly names: Names;
  readonly file: string;
}

/** The facts that the reader's figures state and others state too, with how the statements stand. */
export function OwnDisagreements({ facts, own, names, file }: Props) {
  const alone = own.filter(
    ({ fact, echoes }) =>
      echoes === null && !facts.some((each) => fact !== null && each.fact === fact),
  ).length;
  return (
    <section aria-label="Beside the published figures">
      <h3>Beside the published figures</h3>
      <p className="quiet">
        {facts.length === 0
          ? "None of your figures states a fact that is published."
          : saidOf(facts)}{" "}
        {alone > 0 &&
          `${plural(alone, "figure")} of yours ${alone === 1 ? "names" : "name"} no fact that anybody else states; “fact” is the field that sets two statements beside each other.`}
      </p>
      <ul className="own-facts">
        {facts.map((each) => (
          <Fact key={each.fact} disagreement={each} names={names} file={file} />
        ))}
      </ul>
    </section>
  );
}

/** How many of the facts others state too, and how many the reader alone does, more than once. */
function saidOf(facts: readonly Disagreement[]): string {
  const alone = facts.filter(({ statements }) => statements.every(isYours)).length;
  const shared = facts.length - alone;
  const said = [
    shared > 0 && `${plural(shared, "fact")} of which you state a number too`,
    alone > 0 && `${plural(alone, "fact")} that you alone state, more than once`,
  ];
  return `${said.filter(Boolean).join("; ")}.`;
}

function isYours({ document }: Figure): boolean {
  return document === yours;
}

interface FactProps {
  readonly disagreement: Disagreement;
  readonly names: Names;
  readonly file: string;
}

function Fact({ disagreement, names, file }: FactProps) {
  const { statements, verdict } = disagreement;
  const [first] = statements;
  const title = [
    first && (names.measures[first.measure] ?? first.measure),
    first?.event ? (names.events[first.event] ?? first.event) : first?.subject,
    first && formatPeriod(first),
  ]
    .filter(Boolean)
    .join(", ");
  const cited = statements.map(
    (figure) => `${describeEstimate(figure)} (${citeStatement(figure, file, names)})`,
  );
  return (
    <li>
      <h4>
        {title} <span className={`verdict ${verdict}`}>{verdicts[verdict].title}</span>
      </h4>
      <ul>
        {statements.map((figure) => (
          <Stated key={figure.id} figure={figure} names={names} />
        ))}
      </ul>
      <p className="quiet">
        {describeSpread(disagreement)}{" "}
        <CopyButton label="Copy statements" text={`${title}: ${cited.join("; ")}.`} />
      </p>
    </li>
  );
}

function Stated({ figure, names }: { readonly figure: Figure; readonly names: Names }) {
  const { document } = figure;
  const value = formatEstimate(figure);
  return (
    <li>
      <DocumentSign number={numberOf(document, { colors: colorsOf(names) })} />{" "}
      {document === yours ? (
        <b>{value}</b>
      ) : (
        <SiteLink href={addressOfFigure(figure)}>{value}</SiteLink>
      )}{" "}
      {names.documents[document] ?? document} <span className="quiet">“{figure.as_printed}”</span>
    </li>
  );
}
