import type { PublishedFile, ShareData } from "@/data/files/share-data";
import { Code } from "../controls/code";
import { Ignored } from "../controls/ignored";
import { ListTable } from "../controls/list-table";
import { AddressBox } from "./address-box";
import { CitationList, CodeBox } from "./citation-list";
import { OfferList } from "./offer-list";
import { ReportMistake } from "./report-mistake";

interface Props {
  readonly data: ShareData;
  readonly files: readonly PublishedFile[];
  readonly version: string;
}

/** Everything to share, cite and download of one page, and the addresses of all files. */
export function SharePage({ data, files, version }: Props) {
  const { title, address, problems, offers, snippets, citations } = data;
  return (
    <main className="prose share-page" id="workbook">
      <h1>Use the data</h1>
      <p>
        Files, code and citations for <a href={address}>{title}</a>, version {version}. Free to
        reuse; cite the original source first.
      </p>
      <Ignored problems={problems} />
      <div className="text-columns">
        <h2 id="download">Download</h2>
        <OfferList offers={offers} />
        <Promises />
        <h2 id="calls">Call it from a program</h2>
        <p>Each of these reads the same rows from their address.</p>
        {snippets.map(({ tool, says, code }) => (
          <section key={tool} aria-label={tool}>
            <h3>{tool}</h3>
            <p>{says}</p>
            <CodeBox label={`Copy for ${tool}`} text={code} />
          </section>
        ))}
        <h2 id="cite">Cite</h2>
        <CitationList citations={citations} />
        <h2 id="report">Report a mistake</h2>
        <ReportMistake {...data.report} />
        <h2 id="share">Share</h2>
        <AddressBox {...data} />
      </div>
      <h2 id="addresses">Addresses that stay</h2>
      <p>
        A table takes the query of its page. Two keys belong to the file: of a <Code>.csv</Code>,{" "}
        <Code>_for=shown</Code> gives the one that reads like the page and <Code>_for=excel</Code>{" "}
        the one for programs so that Excel leaves it as it is; <Code>_rows=selected</Code> leaves
        only the rows that <Code>_select</Code> names.
      </p>
      <ListTable
        caption="Files and what is in them"
        head={["Address", "What it holds"]}
        rows={files.map(({ href, says }) => ({
          key: href,
          cells: [
            <a key={href} href={href}>
              {href}
            </a>,
            says,
          ],
        }))}
      />
    </main>
  );
}

function Promises() {
  return (
    <p className="quiet">
      The Excel file has numbers as numbers and whole days as dates; a month or a year is text, as
      precise as the document states it. CSV for programs is UTF-8 with a comma and CRLF, one line
      of field names, numbers as they are and nothing for a missing value: it reads back as the same
      table. CSV as shown begins with a byte order mark, writes a month as “in Aug 2021” and puts an
      apostrophe before text that would run as a formula. JSON is a list of records with numbers as
      numbers and null for missing. A file of a whole table keeps its order and its columns; the
      file of a view has the rows and the order on screen, and every column unless you chose some.
    </p>
  );
}
