import { memo, useRef, useState } from "react";
import { measureBehind, toCountedApart } from "@/data/figure/counted";
import type { Figure } from "@/data/figure/figure";
import { describeBasis, describeQuantity, formatPeriod } from "@/data/figure/format";
import { type Names, numberOfDocument } from "@/data/figure/names";
import { formatSharePage } from "@/data/files/share-data";
import { addressOfDocument } from "@/data/view/address";
import { type CellRange, formatCellRange } from "@/data/view/cell-range";
import { describeShared, plural } from "@/data/view/describe";
import type { View } from "@/data/view/view";
import { DocumentSign } from "../controls/document-sign";
import { SiteLink } from "../state/site-link";
import { CopyCitation } from "./copy-citation";
import { NameBox } from "./name-box";
import { useOverflow } from "./use-overflow";

interface Props {
  /** The selected figures. */
  readonly figures: readonly Figure[];
  /** The rows shown, to number the selected one. */
  readonly rows: readonly Figure[];
  /** The cells that are selected. */
  readonly range: CellRange | null;
  readonly names: Names;
  /** The sheet by its name, and its view, for the citation. */
  readonly page: string;
  readonly view: View;
  /** How many columns the table shows. */
  readonly columns: number;
  /** Goes to cells whose name the reader typed. */
  readonly onGo: (range: CellRange) => void;
}

/** Where a spreadsheet tells how a cell came to its value, this tells who printed it, and where. */
export const SourceBar = memo(function SourceBar(props: Props) {
  const { figures, names, page, view, rows, columns, onGo } = props;
  const [figure, second] = figures;
  const key = figures.map(({ id }) => id).join();
  const text = useRef<HTMLParagraphElement>(null);
  const [opened, setOpened] = useState<string>();
  const isOpen = key !== "" && opened === key;
  const isCut = useOverflow(text, `${key} ${isOpen}`);
  return (
    <section
      className={`source-bar${isOpen ? " open" : ""}`}
      aria-label="Source of the selected figure"
    >
      <NameBox value={nameOf(props)} size={{ rows: rows.length, columns }} onGo={onGo} />
      <span className="source-mark" aria-hidden="true">
        Source
      </span>
      <p
        className={`source-text${figure?.precision === "words" ? " in-words" : ""}`}
        ref={text}
        aria-live="polite"
      >
        {!figure && (
          <span className="quiet">Click a number to see who published it and where.</span>
        )}
        {figure && !second && (
          <Source key={key} figure={figure} names={names} report={reportOf(page, figure)} />
        )}
        {second && <Sources key={key} figures={figures} names={names} />}
      </p>
      {(isCut || isOpen) && (
        <button
          type="button"
          className="source-more"
          aria-expanded={isOpen}
          onClick={() => setOpened(isOpen ? undefined : key)}
        >
          {isOpen ? "Less" : "More"}
        </button>
      )}
      {figure && <CopyCitation page={page} view={view} />}
    </section>
  );
});

/** What is selected, as a spreadsheet names it: cells, else how many rows, else the number of the row. */
function nameOf({ figures, rows, range }: Props): string {
  const [figure, second] = figures;
  if (range) return formatCellRange(range);
  if (second) return plural(figures.length, "row");
  return String(figure ? rows.indexOf(figure) + 1 || "–" : "–");
}

/** The number and who states it come first, and are never cut; what only qualifies it comes last. */
function Source({ figure, names, report }: { figure: Figure; names: Names; report: string }) {
  const { place, precision, document, section, note, as_printed } = figure;
  const { number, what } = toCountedApart(figure, names);
  const tags = [precision, place, formatPeriod(figure), names.compared[figure.id]];
  const address = names.addresses[document];
  return (
    <span>
      <b>{number}</b>, {describeBasis(figure)} — <DocumentLink id={document} names={names} />:{" "}
      {what}
      {measureBehind(figure, names)}
      {section ? `, “${section}”` : ""}, printed as “{as_printed}”
      {address && (
        <>
          {" ("}
          <a href={address} rel="noreferrer">
            {new URL(address).hostname}
          </a>
          )
        </>
      )}
      {note ? <span className="quiet"> — {note}</span> : null}{" "}
      {tags.filter(Boolean).map((tag) => (
        <span key={tag} className="tag">
          {tag}
        </span>
      ))}{" "}
      <a href={report} className="report">
        Report a mistake
      </a>
    </span>
  );
}

/** Where a reader reports a mistake in a figure: the page that says how, about its row alone. */
export function reportOf(page: string, { id }: Figure): string {
  return `${formatSharePage(page, `_select=${id}`)}#report`;
}

function Sources({ figures, names }: { figures: readonly Figure[]; names: Names }) {
  const stated = new Set(figures.map(({ document }) => document));
  const documents = Object.keys(names.documents).filter((id) => stated.has(id));
  return (
    <span>
      <b>{plural(figures.length, "figure")}</b> —{" "}
      {documents.map((id, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <DocumentLink id={id} names={names} />
        </span>
      ))}
      : {figures.map(describeQuantity).join(" · ")}{" "}
      <span className="quiet">— {describeShared(figures, names)}</span>
    </span>
  );
}

/** A document by its sign and short name, which leads to what is known of it. */
function DocumentLink({ id, names }: { id: string; names: Names }) {
  return (
    <cite>
      <DocumentSign number={numberOfDocument(id, names)} />
      <SiteLink href={addressOfDocument(id, Object.keys(names.documents))}>
        {names.documents[id] ?? id}
      </SiteLink>
    </cite>
  );
}
