import Link from "next/link";
import { toClaims } from "@/data/claim";
import { count } from "@/data/describe";
import { type Disagreement, toDisagreements, verdicts } from "@/data/disagreement";
import type { Figure } from "@/data/figure";
import { describeEstimate, formatEstimate, formatTotal } from "@/data/format";
import type { Names } from "@/data/names";
import { ClaimList } from "./claim-list";
import { FactLanes } from "./fact-lanes";

interface Props {
  readonly figures: readonly Figure[];
  readonly names: Names;
  /** `spread`, `-spread` (the default) or `fact`. */
  readonly sort: string;
  readonly showsAgreement: boolean;
}

const orders: {
  readonly [sort: string]: (all: readonly Disagreement[]) => readonly Disagreement[];
} = {
  "-spread": (all) => all,
  spread: (all) => all.toReversed(),
  fact: (all) => all.toSorted((a, b) => (a.fact < b.fact ? -1 : 1)),
};

/** Every fact that documents state differently, a lane a statement, and what the difference is. */
export function DisagreementList({ figures, names, sort, showsAgreement }: Props) {
  const all = toDisagreements(figures, names.follows);
  const differing = all.filter(({ verdict }) => verdict !== "agree");
  const order = Object.hasOwn(orders, sort) ? sort : "-spread";
  const shown = orders[order]?.(showsAgreement ? all : differing) ?? [];
  const link = (sort: string, agree: boolean) =>
    `/disagreements?_sort=${sort}${agree ? "&_agree=show" : ""}`;
  return (
    <main className="prose wide" id="workbook">
      <h1>Disagreements</h1>
      <p>
        {count(differing.length, "fact")} that documents state differently. Statements{" "}
        <b>contradict</b> where no number fits both, and are <b>compatible</b> where one does: 94
        and “over 90” are, 139 and 140 are not.
      </p>
      <p className="links">
        Sort by{" "}
        {[
          ["-spread", "widest spread"],
          ["spread", "smallest spread"],
          ["fact", "fact"],
        ].map(([key = "", title]) => (
          <Link
            key={key}
            href={link(key, showsAgreement)}
            prefetch={false}
            aria-current={key === order ? "true" : undefined}
          >
            {title}
          </Link>
        ))}
        <Link href={link(order, !showsAgreement)} prefetch={false}>
          {showsAgreement ? "Hide" : "Show"} {count(all.length - differing.length, "fact")} on which
          documents agree
        </Link>
      </p>
      {shown.map((each) => (
        <Fact key={each.fact} disagreement={each} names={names} />
      ))}
      <ClaimList claims={toClaims(figures, names)} names={names} />
    </main>
  );
}

function Fact({ disagreement, names }: { disagreement: Disagreement; names: Names }) {
  const { fact, statements, repeats, independent, verdict, contradictions } = disagreement;
  const [first] = statements;
  const title = [
    first && names.measures[first.measure],
    first?.event ? names.events[first.event] : first?.subject,
  ];
  return (
    <section className="fact" id={fact} aria-labelledby={`${fact}-title`}>
      <h2 id={`${fact}-title`}>
        {title.filter(Boolean).join(", ")}{" "}
        <span className={`verdict ${verdict}`}>{verdicts[verdict].title}</span>
      </h2>
      <p className="quiet">
        {count(statements.length, "statement")}, {independent} independent
        {repeats > 0 && `, ${count(repeats, "repeat")}`}. <Spread disagreement={disagreement} />{" "}
        {verdict === "contradict" && <Contradictions pairs={contradictions} />}
      </p>
      <FactLanes statements={statements} names={names} />
      <p>
        <Link href={`/figures?fact=${fact}&_repeats=show`} prefetch={false}>
          Show these figures in the table
        </Link>
      </p>
    </section>
  );
}

function Spread({ disagreement: { difference, ratio } }: { disagreement: Disagreement }) {
  if (!difference)
    return "No spread: fewer than two statements are closed on both sides, and bounds stay bounds.";
  const times = ratio ? `, highest ÷ lowest ${formatRatio(ratio.high)}` : "";
  return `Spread: highest − lowest ${formatTotal(difference, null)}${times}, bounds and words not counted.`;
}

function formatRatio(ratio: number): string {
  return ratio.toLocaleString("en-GB", { maximumFractionDigits: 3 });
}

function Contradictions({ pairs }: { pairs: Disagreement["contradictions"] }) {
  const said = new Set(
    pairs.map((pair) => [...new Set(pair.map((figure) => describeEstimate(figure)))].join(" and ")),
  );
  return `Cannot both be true: ${[...said].join("; ")}.`;
}

/** A figure's value as a link to its row. */
export function FigureLink({ figure }: { figure: Figure }) {
  return (
    <Link href={`/${figure.sheet}?_select=${figure.id}&_repeats=show`} prefetch={false}>
      {formatEstimate(figure)}
    </Link>
  );
}
