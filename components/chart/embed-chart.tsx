import type { EmbeddedChart } from "@/data/chart/embedded-chart";
import { colorsOf, numberOf } from "@/data/figure/document-sign";
import type { Names } from "@/data/figure/names";
import { DocumentSign } from "../controls/document-sign";
import { Host } from "../controls/host";
import { Ignored } from "../controls/ignored";
import { StaticChart } from "./chart-static";
import { SayHeight } from "./say-height";
import { Hatch } from "./shapes/hatch";

interface Props {
  /** What a message to the page around it is called. */
  readonly heightMessage: string;
  readonly embedded: EmbeddedChart;
  readonly names: Names;
}

/** A chart alone, with what it says and whose figures it draws, for a frame on another page. */
export function EmbedChart({ embedded, names, heightMessage }: Props) {
  const { title, series, documents, selected, sentence, legend, source, path, problems } = embedded;
  const state = { colors: colorsOf(names), words: {}, selected };
  return (
    <main className="embed">
      <h1>{title}</h1>
      <p>{sentence}</p>
      <Ignored problems={problems} />
      <ul className="legend" aria-label="Documents">
        {documents.map((id) => (
          <li key={id}>
            <DocumentSign number={numberOf(id, { colors: state.colors })} className="mark" />
            {names.documents[id]}
          </li>
        ))}
      </ul>
      <Hatch />
      <div className="chart-frame">
        <StaticChart series={series} state={state} label={`${title}. ${sentence}`} />
      </div>
      {legend && <p className="quiet">{legend}</p>}
      <SayHeight type={heightMessage} />
      <p className="quiet">
        {source}, open the sheet:{" "}
        {/* A frame may forbid new windows: then the address can still be read and copied. */}
        <a href={path} target="_blank" rel="noopener" className="address" translate="no">
          <Host />
          {path}
        </a>
      </p>
    </main>
  );
}
