import type { Point, Release, TextTable } from "@/data/change/changelog";
import { formatFile } from "@/data/files/request";
import type { Row, Table } from "@/data/table/table";
import { formatAddress } from "@/data/view/address";
import { plural } from "@/data/view/describe";
import { formatView, type View } from "@/data/view/view";
import { Ignored } from "../controls/ignored";
import { ListTable } from "../controls/list-table";
import { ChangeFilter } from "./change-filter";
import { ChangeTable } from "./change-table";
import { Marked } from "./marked";

interface Props {
  readonly releases: readonly Release[];
  /** Every change. */
  readonly all: Table;
  /** Those that are shown, in their order. */
  readonly rows: readonly Row[];
  readonly view: View;
  /** How many changes are shown, by which filters. */
  readonly says: string;
  readonly problems: readonly string[];
  readonly versions: readonly string[];
  /** What each table is called. */
  readonly titles: { readonly [table: string]: string };
  /** The ids of all documents, in their order. */
  readonly documents: readonly string[];
}

/** Every version of the figures, the newest first: what was corrected and why, and each cell before and after. */
export function ChangeList(props: Props) {
  const { releases, all, rows, view, says, problems, versions, titles } = props;
  const query = new URLSearchParams(formatView(view));
  const part = query.size > 0 ? "view" : "whole";
  // What is to come has no number yet.
  const published = releases.filter(({ version }) => versions.includes(version));
  return (
    <main className="prose wide changes" id="workbook">
      <h1>Changes</h1>
      <p>
        What was corrected in the figures, version by version, and why. Every version stays: a page
        shows it with <Marked text="`_version=1.0.0`" /> in its address, and its files are kept
        below <Marked text="`/data/1.0.0/`" />.
      </p>
      <Ignored problems={problems} />
      <ChangeFilter table={all} view={view} titles={titles} />
      <p className="links">
        <span>{says}.</span>
        <a href={formatFile({ name: "changes", format: "csv", part, query })} download>
          Download them (CSV)
        </a>
      </p>
      {published.map((release) => (
        <ReleasePart
          key={release.version}
          release={release}
          total={all.rows.filter(({ version }) => version === release.version).length}
          rows={rows.filter(({ version }) => version === release.version)}
          view={view}
          versions={versions}
          titles={titles}
          documents={props.documents}
        />
      ))}
    </main>
  );
}

interface ReleaseProps {
  readonly release: Release;
  readonly rows: readonly Row[];
  readonly total: number;
  readonly view: View;
  readonly versions: readonly string[];
  readonly titles: Props["titles"];
  readonly documents: Props["documents"];
}

function ReleasePart(props: ReleaseProps) {
  const { release, rows, total, view, versions, titles, documents } = props;
  const { version, date, paragraphs, points } = release;
  const isNewest = version === versions.at(-1);
  const before = versions[versions.indexOf(version) - 1];
  return (
    <section aria-labelledby={`version-${version}`}>
      <h2 id={`version-${version}`}>
        Version {version} {date && <span className="quiet">{date}</span>}
      </h2>
      {paragraphs.map((text) => (
        <p key={text}>
          <Marked text={text} />
        </p>
      ))}
      <p className="links">
        <a href={formatAddress("figures", isNewest ? {} : { version })}>
          Open the figures of {version}
        </a>
        <a href={`/data/${version}/figures.csv`} download>
          All its figures (CSV)
        </a>
        <a href={`/data/${version}/datapackage.json`}>What its files are</a>
      </p>
      {points.length > 0 && (
        <details>
          <summary>Why, in {plural(points.length, "point")}</summary>
          {points.map((point) => (
            <PointPart key={point.title} point={point} />
          ))}
        </details>
      )}
      {total > 0 && rows.length === 0 && <p>No change of this version matches.</p>}
      {rows.length > 0 && before && (
        <ChangeTable {...{ rows, view, version, before, titles, documents }} />
      )}
    </section>
  );
}

/** What was corrected, in words; its cells stand in the table below, and here only what is no row there. */
function PointPart({ point: { title, paragraphs, items, tables } }: { point: Point }) {
  return (
    <section>
      <h3>{title}</h3>
      {paragraphs.map((text) => (
        <p key={text}>
          <Marked text={text} />
        </p>
      ))}
      {items.length > 0 && (
        <ul>
          {items.map((text) => (
            <li key={text}>
              <Marked text={text} />
            </li>
          ))}
        </ul>
      )}
      {tables
        .filter(({ head }) => !head.includes("id"))
        .map((table) => (
          <OtherTable key={table.head.join()} title={title} table={table} />
        ))}
    </section>
  );
}

function OtherTable({ title, table: { head, rows } }: { title: string; table: TextTable }) {
  return (
    <ListTable
      caption={title}
      head={head}
      rows={rows.map((cells) => ({ key: `${title} ${cells[0]}`, cells }))}
    />
  );
}
