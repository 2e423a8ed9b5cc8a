import { toClaims } from "@/data/facts/claim";
import {
  arrange,
  type Disagreement,
  describeSpread,
  formatOrder,
  type Order,
  toDisagreements,
  verdicts,
} from "@/data/facts/disagreement";
import type { Figure } from "@/data/figure/figure";
import { describeEstimate } from "@/data/figure/format";
import type { Names } from "@/data/figure/names";
import { formatAddress } from "@/data/view/address";
import { applyCountingRule, type CountingRule, everyStatement } from "@/data/view/counting-rule";
import { plural } from "@/data/view/describe";
import { pageOf } from "@/data/view/page";
import { Ignored } from "../controls/ignored";
import { SiteLink } from "../state/site-link";
import { ClaimList } from "./claim-list";
import { FactLanes } from "./fact-lanes";
import { ListPages } from "./list-pages";
import { RuleNote } from "./rule-note";

interface Props {
  readonly figures: readonly Figure[];
  readonly names: Names;
  readonly order: Order;
  readonly count: CountingRule;
  /** Parts of the query that were ignored, a line each. */
  readonly problems: readonly string[];
}

/** So many facts stand on one page, and so many pairs of a claim and a count. */
const factsOnPage = 40;
const mostClaims = 40;

const titles: readonly (readonly [Order["sort"], string])[] = [
  ["-spread", "widest spread"],
  ["spread", "smallest spread"],
  ["fact", "fact"],
];

/** Every fact that documents state differently, a lane a statement, and what the difference is. */
export function DisagreementList({ figures, names, order, count, problems }: Props) {
  const kept = new Set(applyCountingRule(figures, count, names.published).map(({ id }) => id));
  const all = toDisagreements(figures, names.follows);
  const differing = all.filter(({ verdict }) => verdict !== "agree");
  const against = all.filter(({ verdict }) => verdict === "contradict").length;
  const link = (change: Partial<Order>) =>
    `/disagreements?${formatOrder({ ...order, page: 1, ...change })}`;
  const listed = arrange(all, order);
  const page = pageOf(listed, order.page, factsOnPage);
  const pages = (
    <ListPages page={page} of={listed.length} noun="Facts" addressOf={(page) => link({ page })} />
  );
  const claims = toClaims(figures, names);
  return (
    <main className="prose wide" id="workbook">
      <h1>Disagreements</h1>
      <p>
        {plural(differing.length, "fact")} that documents state differently, {against} of them in
        contradiction. Statements <b>contradict</b> where no number fits both, and are{" "}
        <b>compatible</b> where one does: 94 and “over 90” are, 139 and 140 are not.
      </p>
      <Ignored problems={problems} />
      <RuleNote count={count} names={names} />
      <p className="links">
        Sort by{" "}
        {titles.map(([sort, title]) => (
          <SiteLink
            key={sort}
            href={link({ sort })}
            aria-current={sort === order.sort ? "true" : undefined}
          >
            {title}
          </SiteLink>
        ))}
        <SiteLink href={link({ agree: !order.agree })}>
          {order.agree ? "Hide" : "Show"} {plural(all.length - differing.length, "fact")} on which
          documents agree
        </SiteLink>
      </p>
      <div className="facts">
        {page.rows.map((each) => (
          <Fact
            key={each.fact}
            disagreement={each}
            names={names}
            kept={count === everyStatement ? null : kept}
          />
        ))}
      </div>
      {pages}
      <ClaimList claims={claims.slice(0, mostClaims)} of={claims.length} names={names} />
    </main>
  );
}

interface FactProps {
  readonly disagreement: Disagreement;
  readonly names: Names;
  /** Ids of what the counting rule keeps; null where every statement counts. */
  readonly kept: ReadonlySet<string> | null;
}

function Fact({ disagreement, names, kept }: FactProps) {
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
        {plural(statements.length, "statement")} from{" "}
        {independent === 1 ? "one source" : `${independent} separate sources`}
        {repeats > 0 && `, ${plural(repeats, "repeat")}`}. {describeSpread(disagreement)}{" "}
        {verdict === "contradict" && <Contradictions pairs={contradictions} />}
      </p>
      <FactLanes statements={statements} names={names} kept={kept} />
      <p>
        <SiteLink
          href={formatAddress("figures", {
            filters: [{ kind: "text", column: "fact", text: fact }],
            repeats: "show",
          })}
        >
          Show these figures in the table
        </SiteLink>
      </p>
    </section>
  );
}

function Contradictions({ pairs }: { pairs: Disagreement["contradictions"] }) {
  const said = new Set(
    pairs.map((pair) => [...new Set(pair.map((figure) => describeEstimate(figure)))].join(" and ")),
  );
  return `Cannot both be true: ${[...said].join("; ")}.`;
}
