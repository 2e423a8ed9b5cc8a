import { type Origin, toOrigins } from "@/data/facts/origin";
import type { Figure } from "@/data/figure/figure";
import { formatDate } from "@/data/figure/format";
import { type Names, numberOfDocument } from "@/data/figure/names";
import type { Row } from "@/data/table/table";
import { formatAddress, isValue } from "@/data/view/address";
import { applyCountingRule, type CountingRule } from "@/data/view/counting-rule";
import { countOf, plural } from "@/data/view/describe";
import { formatPage, pageOf } from "@/data/view/page";
import { DocumentSign } from "../controls/document-sign";
import { Ignored } from "../controls/ignored";
import { SiteLink } from "../state/site-link";
import { CoverageTable } from "./coverage-table";
import { ListPages } from "./list-pages";
import { RuleNote } from "./rule-note";

interface Props {
  readonly documents: readonly Row[];
  readonly figures: readonly Figure[];
  readonly names: Names;
  readonly count: CountingRule;
  /** Which page of a long list, from 1. */
  readonly page: number;
  readonly problems: readonly string[];
}

/** Each document: what it is, and how many of its figures are its own. */
export function DocumentList(props: Props) {
  const { documents, figures: all, names, count, problems } = props;
  const figures = applyCountingRule(all, count, names.published);
  const page = pageOf(documents, props.page);
  const ids = documents.map(({ id }) => String(id));
  const origins = toOrigins(figures, ids);
  return (
    <main className="prose wide" id="workbook">
      <h1>Documents</h1>
      <Ignored problems={problems} />
      <RuleNote count={count} names={names} />
      <p>
        {countOf(figures.length, all.length, "figure")} come from{" "}
        {plural(documents.length, "document")}. A figure is original unless it repeats an earlier
        one, in the same document or in another.
      </p>
      <ul className="cards documents">
        {page.rows.map((document, index) => {
          const origin = origins[page.from + index];
          return (
            <li key={String(document.id)} id={String(document.id)}>
              <Bibliography document={document} names={names} />
              {origin && <Counts origin={origin} />}
              {document.note && <p>{document.note}</p>}
            </li>
          );
        })}
      </ul>
      <ListPages
        page={page}
        of={documents.length}
        noun="Documents"
        addressOf={(to) => `/documents${formatPage(to)}`}
      />
      <h2 id="coverage">Coverage</h2>
      <p>
        Which document says something on which measure and year: one square per document, in its
        colour, under each year that a figure covers. An empty cell is what no document says.
      </p>
      <CoverageTable figures={figures} names={names} />
      <p>
        <a href="/data/documents.csv" download>
          Download the documents (CSV)
        </a>
      </p>
    </main>
  );
}

function Bibliography({ document, names }: { document: Row; names: Names }) {
  const { authors, title, publisher, published, url, follows } = document;
  return (
    <>
      <h2>
        <DocumentSign number={numberOfDocument(String(document.id), names)} />
        {document.short}
      </h2>
      <p>
        {authors}: {title ? <cite>{title}</cite> : <span className="quiet">[untitled]</span>}.{" "}
        {publisher}, {formatDate(String(published))}.{" "}
        {typeof url === "string" ? (
          <a href={url} rel="noreferrer">
            Read it on {new URL(url).hostname}
          </a>
        ) : (
          <span className="quiet">
            No public address is known: the text that was read has none.
          </span>
        )}
      </p>
      {typeof follows === "string" && <p>Follows {names.documents[follows]}.</p>}
    </>
  );
}

function Counts({
  origin: { document, figures, own, repeats, echoes, shared },
}: {
  origin: Origin;
}) {
  const parts = [
    `${own} original${shared > 0 ? ` (${shared} also given by another document)` : ""}`,
    repeats > 0 && `${repeats} repeated within the document`,
    echoes > 0 && `${echoes} repeated from another document`,
  ];
  return (
    <p>
      <SiteLink
        href={formatAddress("figures", {
          filters: [isValue("document", document)],
          repeats: "show",
        })}
      >
        {plural(figures, "figure")}
      </SiteLink>
      : {parts.filter(Boolean).join(", ")}.
    </p>
  );
}
