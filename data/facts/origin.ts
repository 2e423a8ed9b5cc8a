import { byId, type Figure } from "../figure/figure";

/** How much a document says by itself. */
export interface Origin {
  readonly document: string;
  readonly figures: number;
  /** Stated there, and no repeat of an earlier figure. */
  readonly own: number;
  /** Repeats of a figure of the same document. */
  readonly repeats: number;
  /** Repeats of a figure of another document. */
  readonly echoes: number;
  /** Its own figures that state a quantity which another document states too. */
  readonly shared: number;
}

/** Counts for each document that the figures come from, in the order of `documents`. */
export function toOrigins(figures: readonly Figure[], documents: readonly string[]): Origin[] {
  const known = byId(figures);
  return documents.map((document) => {
    const here = figures.filter((figure) => figure.document === document);
    const repeated = here.filter(({ echoes }) => echoes !== null);
    const repeats = repeated.filter(
      ({ echoes }) => known.get(echoes ?? "")?.document === document,
    ).length;
    const own = here.filter(({ echoes }) => echoes === null);
    return {
      document,
      figures: here.length,
      own: own.length,
      repeats,
      echoes: repeated.length - repeats,
      shared: own.filter((figure) => isShared(figure, figures)).length,
    };
  });
}

function isShared({ fact, document }: Figure, figures: readonly Figure[]): boolean {
  return (
    fact !== null && figures.some((other) => other.fact === fact && other.document !== document)
  );
}
