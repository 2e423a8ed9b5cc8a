import type { ClaimAndCount } from "@/data/facts/claim";
import type { Figure } from "@/data/figure/figure";
import { inSentence } from "@/data/figure/format";
import type { Names } from "@/data/figure/names";
import { countOf } from "@/data/view/describe";
import { FigureLink } from "./figure-link";

interface Props {
  /** The pairs that are shown, and how many there are. */
  readonly claims: readonly ClaimAndCount[];
  readonly of: number;
  readonly names: Names;
}

/** What a party claims beside what somebody counted, and what keeps the two from being compared. */
export function ClaimList({ claims, of, names }: Props) {
  if (claims.length === 0) return null;
  return (
    <section className="claims" aria-labelledby="claims-title">
      <h1 id="claims-title">Claimed versus counted</h1>
      <p>
        A claim of a party to the conflict beside a count of the same measure for the same actor. No
        ratio is given, because what they cover differs.
        {claims.length < of && ` The first ${countOf(claims.length, of, "pair")}.`}
      </p>
      {claims.map(({ claim, count, differs }) => (
        <article key={`${claim.id} ${count.id}`} className="claim">
          <Side title="Claimed" figure={claim} names={names} />
          <Side title="Counted" figure={count} names={names} />
          <ul>
            {differs.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  );
}

function Side({ title, figure, names }: { title: string; figure: Figure; names: Names }) {
  const { claimant, document, measure } = figure;
  return (
    <p>
      <span className="quiet">{title}</span>
      <br />
      <b>
        <FigureLink figure={figure} />
      </b>{" "}
      {inSentence(names.measures[measure] ?? measure)}
      <br />
      {[claimant, names.documents[document]].filter(Boolean).join(" in ")}
    </p>
  );
}
