import type { Metadata } from "next";
import Link from "next/link";
import { PageFrame } from "@/components/page/page-frame";
import { pages } from "@/data/site/pages";

export const dynamic = "force-static";

export const metadata: Metadata = pages.method;

export default function MethodPage() {
  return (
    <PageFrame current="method">
      <main className="prose" id="workbook">
        <h1>Method</h1>
        <div className="text-columns">
          <section>
            <h2>What counts as a figure</h2>
            <p>
              Every quantity that one of the documents states, in digits or in words, in its text, a
              footnote or a caption. Each printed number is a row: a sentence with two numbers gives
              two rows, and a number printed twice gives two rows, of which the later repeats the
              earlier.
            </p>
            <p>
              Left out are plain dates, numbers of footnotes and issues, periods that only say when
              (“within a month”), and words that count nothing (“many”).
            </p>
          </section>
          <section>
            <h2>How a figure is encoded</h2>
            <p>
              The number is kept as it is stated. “At least 17” is a lower bound, not 17. “Several
              hundred” stays words and is never turned into a number. A share of a third is written
              as 33.3 per cent. Who the document names as the source of a number is its claimant;
              where it names nobody, the document speaks for itself. The{" "}
              <Link href="/codebook">codebook</Link> defines every field.
            </p>
            <p>
              Figures that state the same quantity share a fact. A figure inside another says so,
              and the two are never added. A figure that merely repeats an earlier one, with the
              same value and the same precision, is marked as a repeat and folded out of tables and
              charts until you ask for it.
            </p>
            <p>
              Every document was read twice, the second time from its end to its beginning by
              another reader, who compared each row with the text; a program then held the words and
              numbers of every row against the document letter by letter.
            </p>
          </section>
          <section>
            <h2>What “not verified” means here</h2>
            <p>
              The workbook shows what the documents say. Nobody here has checked whether it is true:
              attack counts may rest on what a group claims, arrests and deaths on what one side of
              a conflict claims. A figure that is exact is stated exactly; that does not make it
              right. Two documents that agree may have copied from one another.
            </p>
          </section>
          <section>
            <h2>Limits</h2>
            <ul>
              <li>A few documents of one year are a small and uneven sample of what is written.</li>
              <li>
                Numbers drawn in the pictures of a document could not be read; only texts and
                captions were.
              </li>
              <li>
                One of the documents follows another closely. Where both say the same, they are not
                two sources.
              </li>
              <li>
                Sources behind the documents, such as data sets and press reports, were not
                consulted.
              </li>
            </ul>
          </section>
          <section>
            <h2>How to report a mistake</h2>
            <p>
              Name the id of the figure (shown in the field <code>id</code> of the file), what it
              says, and what the document prints, in an issue of the project’s repository. The id of
              a figure never changes, so an old link to it leads to the corrected row.{" "}
              <Link href="/changes">Changes</Link> lists what was corrected, and every version stays
              as it was published.
            </p>
          </section>
        </div>
      </main>
    </PageFrame>
  );
}
