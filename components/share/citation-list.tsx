import type { Citation } from "@/data/files/citation";
import { Code } from "../controls/code";
import { CopyButton } from "../controls/copy-button";

/** Each thing that can be cited: a footnote to read, and what reference managers take. */
export function CitationList({ citations }: { citations: readonly Citation[] }) {
  return citations.map(({ heading, footnote, bibtex, csl }) => (
    <section key={heading} className="citation" aria-label={heading}>
      <h3>{heading}</h3>
      <blockquote>{footnote}</blockquote>
      <CopyButton label="Copy footnote" text={footnote} />
      <Source title="BibTeX" text={bibtex} />
      <Source title="CSL-JSON" text={csl} />
    </section>
  ));
}

function Source({ title, text }: { title: string; text: string }) {
  return (
    <details>
      <summary>{title}</summary>
      <CodeBox label={`Copy ${title}`} text={text} />
    </details>
  );
}

/** Text for a program, with a button that copies it. */
export function CodeBox({ label, text }: { label: string; text: string }) {
  return (
    <div className="code-box">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key */}
      <pre tabIndex={0}>
        <Code>{text}</Code>
      </pre>
      <CopyButton label={label} text={text} />
    </div>
  );
}
