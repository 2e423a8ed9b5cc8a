import type { Figure } from "../figure/figure";
import { describeEstimate } from "../figure/format";

/** How a reader reports a mistake: a link that is filled in, or null where the package names no address. */
export interface Report {
  readonly href: string | null;
  /** What to say, and of which rows. */
  readonly text: string;
}

/** A report about some figures, or about a page where there are none, to the address that the package sets. */
export function toReport(
  address: string | undefined,
  about: { readonly title: string; readonly version: string; readonly link: string },
  figures: readonly Pick<
    Figure,
    "id" | "precision" | "low" | "best" | "high" | "as_printed" | "unit"
  >[],
): Report {
  const ids = figures.map(({ id }) => id);
  const title = [`${about.title} ${about.version}`, ids.slice(0, 5).join(", ")]
    .filter(Boolean)
    .join(": ");
  const text = [
    ...figures.map((figure) => `${figure.id}: ${describeEstimate(figure)}`),
    about.link,
    "What is wrong, and what does the document say?",
  ].join("\n");
  return { href: address ? fill(address, { title, body: text }) : null, text };
}

/** An address with what is said put where it has a place for it; a mail address takes both by itself. */
function fill(address: string, said: { readonly title: string; readonly body: string }): string {
  const template =
    address.startsWith("mailto:") && !address.includes("{")
      ? `${address}?${["subject={title}", "body={body}"].join("&")}`
      : address;
  return template.replace(/\{(title|body)\}/g, (_, name: "title" | "body") =>
    encodeURIComponent(said[name]),
  );
}
