import type { Comparison } from "@/data/compare/compare";
import {
  describeOpen,
  formatDifference,
  formatOwn,
  formatRatio,
  roundDifference,
  verdictTitles,
} from "@/data/compare/words";
import { colorsOf, numberOf } from "@/data/figure/document-sign";
import { describeBasis, formatEstimate } from "@/data/figure/format";
import type { Names } from "@/data/figure/names";
import { addressOfFigure } from "@/data/view/address";
import { CopyButton } from "../controls/copy-button";
import { DocumentSign } from "../controls/document-sign";
import { SiteLink } from "../state/site-link";

interface Props {
  readonly lines: readonly Comparison[];
  readonly names: Names;
  readonly title: string;
  readonly ownTitle: string;
  /** The sentence to quote; a short one stands in the table. */
  readonly sentenceOf: (line: Comparison, isShort?: boolean) => string;
  /** The key of the line whose scope is shown. */
  readonly shown: string;
  readonly onShow: (key: string) => void;
}

/** Headings over numbers. */
const numeric = ["Published", "Difference", "Ratio"];

/** A line a published statement: what it says, what the own table comes to, and how the two stand. */
export function CompareTable({ lines, names, title, ownTitle, sentenceOf, shown, onShow }: Props) {
  const head = [
    "Period",
    "Published",
    "By",
    ownTitle,
    "Difference",
    "Ratio",
    "Verdict",
    "Sentence",
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key
    <section className="compare-table" aria-label={title} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {head.map((each) => (
              <th
                key={each}
                scope="col"
                className={numeric.includes(each) || each === ownTitle ? "number" : undefined}
              >
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line
              key={line.key}
              line={line}
              names={names}
              ownTitle={ownTitle}
              isShown={line.key === shown}
              onShow={onShow}
              short={sentenceOf(line, true)}
              sentence={sentenceOf(line)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface LineProps {
  readonly line: Comparison;
  readonly names: Names;
  readonly ownTitle: string;
  readonly isShown: boolean;
  readonly onShow: (key: string) => void;
  readonly short: string;
  readonly sentence: string;
}

function Line({ line, names, ownTitle, isShown, onShow, short, sentence }: LineProps) {
  const { period, own, verdict, ratio, statement } = line;
  const difference = roundDifference(line);
  const open = own ? describeOpen(own) : "";
  return (
    <tr>
      <th scope="row">
        {statement ? (
          <button
            type="button"
            className="compare-period"
            aria-pressed={isShown}
            title="What each side counts here"
            onClick={() => onShow(line.key)}
          >
            {period}
          </button>
        ) : (
          period
        )}
      </th>
      {statement ? <Stated figure={statement.figure} names={names} /> : <Unstated />}
      <td className="number" data-heading={ownTitle}>
        {formatOwn(own)}
        {open && <small>{open}</small>}
      </td>
      <td className="number" data-heading="Difference">
        {difference ? formatDifference(difference) : "–"}
      </td>
      <td className="number" data-heading="Ratio">
        {formatRatio(ratio)}
      </td>
      <td data-heading="Verdict">
        <span className={`verdict ${verdict.replace(" ", "-")}`}>{verdictTitles[verdict]}</span>
      </td>
      <td className="compare-sentence">
        {short} <CopyButton label="Copy sentence" text={sentence} />
      </td>
    </tr>
  );
}

interface StatedProps {
  readonly figure: NonNullable<Comparison["statement"]>["figure"];
  readonly names: Names;
}

function Stated({ figure, names }: StatedProps) {
  const { document, part_of } = figure;
  return (
    <>
      <td className="number" data-heading="Published">
        <SiteLink href={addressOfFigure(figure)}>{formatEstimate(figure)}</SiteLink>
        {part_of && <small>part of another figure</small>}
      </td>
      <td data-heading="By">
        <DocumentSign number={numberOf(document, { colors: colorsOf(names) })} />{" "}
        {names.documents[document] ?? document} <small>{describeBasis(figure)}</small>
      </td>
    </>
  );
}

function Unstated() {
  return (
    <>
      <td className="number" data-heading="Published">
        –
      </td>
      <td data-heading="By">–</td>
    </>
  );
}
