import {
  alsoCalled,
  type DrawnSign,
  drawnSigns,
  glossary,
  numberSigns,
} from "@/data/figure/legend";
import type { Names } from "@/data/figure/names";
import { DocumentSign } from "../controls/document-sign";

/** What the signs of tables and charts mean, which source has which, and who is called what. */
export function LegendSigns({ names }: { names: Pick<Names, "documents" | "groups"> }) {
  const sections: { readonly [title: string]: React.ReactNode } = {
    Numbers: numberSigns.map(({ shown, says }) => <Entry key={shown} term={shown} says={says} />),
    "In the chart": (Object.keys(drawnSigns) as DrawnSign[]).map((sign) => (
      <Entry key={sign} term={<Sample sign={sign} />} says={drawnSigns[sign]} />
    )),
    Sources: Object.entries(names.documents).map(([id, name], index) => (
      <Entry
        key={id}
        term={<DocumentSign number={index + 1} className="mark" size={14} />}
        says={name}
      />
    )),
    Names: glossary.map(({ names: name, says }) => (
      <Entry key={name} term={alsoCalled(name, names.groups)} says={says} />
    )),
  };
  return (
    <div className="legend-signs">
      {Object.entries(sections).map(([title, entries]) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <dl>{entries}</dl>
        </section>
      ))}
    </div>
  );
}

function Entry({ term, says }: { term: React.ReactNode; says: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{says}</dd>
    </div>
  );
}

const hatch = "M0 12L12 0M6 16L22 0M16 16L32 0M26 16L40 2M36 16L40 12";

/** A small drawing of each way in which a chart draws a figure. */
const samples: { readonly [sign in DrawnSign]: React.ReactNode } = {
  exact: <rect className="fill" width={40} height={14} />,
  about: <rect className="fill pale" width={40} height={14} />,
  range: <rect className="range" x={10} width={30} height={14} />,
  open: (
    <>
      <rect className="fill" width={18} height={14} />
      <path className="arrow" d="M18 7H38M33 2L38 7L33 12" />
    </>
  ),
  hollow: <circle className="hollow" cx={20} cy={7} r={5} />,
  part: (
    <>
      <rect className="fill" width={40} height={14} />
      <path className="hatch-line" d={hatch} />
    </>
  ),
  words: <rect className="no-number" x={1} y={1} width={38} height={12} />,
  selected: <rect className="fill chosen" width={40} height={14} />,
};

function Sample({ sign }: { sign: DrawnSign }) {
  return (
    <svg width="40" height="14" aria-hidden="true" className="sample color-1">
      {samples[sign]}
    </svg>
  );
}
