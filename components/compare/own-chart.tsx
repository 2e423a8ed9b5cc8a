import { useMemo, useState } from "react";
import { describeSeries, undrawnByReason, wordsOf } from "@/data/chart/words";
import { ownMeasures, ownSeries } from "@/data/compare/own-series";
import type { Joined } from "@/data/compare/sixth";
import { colorsOf, numberOf } from "@/data/figure/document-sign";
import { StaticChart } from "../chart/chart-static";
import { Hatch } from "../chart/shapes/hatch";
import { DocumentSign } from "../controls/document-sign";

/** The reader's figures of a measure in one chart with the published ones, as one more document. */
export function OwnChart({ joined }: { readonly joined: Joined }) {
  const { names, all } = joined;
  const measures = useMemo(() => ownMeasures(joined), [joined]);
  const [asked, setMeasure] = useState("");
  const measure = measures.find((id) => id === asked) ?? measures[0];
  const series = useMemo(
    () => (measure === undefined ? null : ownSeries(joined, measure)),
    [joined, measure],
  );
  const state = useMemo(
    () => ({
      colors: colorsOf(names),
      words: series ? wordsOf(series, all, names) : {},
      selected: [],
    }),
    [series, all, names],
  );
  if (!series || measure === undefined) return null;
  return (
    <section aria-label="Chart of your figures" className="own-chart">
      <h3>
        <label>
          Drawn:{" "}
          <select
            className="own-chart-measure"
            value={measure}
            onChange={({ target }) => setMeasure(target.value)}
          >
            {measures.map((id) => (
              <option key={id} value={id}>
                {names.measures[id] ?? id}
              </option>
            ))}
          </select>
        </label>
      </h3>
      <ul className="legend">
        {series.documents.map((id) => (
          <li key={id}>
            <DocumentSign number={numberOf(id, state)} className="mark" />{" "}
            {names.documents[id] ?? id}
          </li>
        ))}
      </ul>
      <Hatch />
      <div className="chart-frame">
        <StaticChart series={series} state={state} label={describeSeries(series, names)} />
      </div>
      {undrawnByReason(series).map(({ reason, text }) => (
        <p key={reason} className="quiet">
          {text}
        </p>
      ))}
    </section>
  );
}
