import { toCounted } from "@/data/figure/counted";
import type { Figure } from "@/data/figure/figure";
import {
  accordingTo,
  describeQuantity,
  formatCell,
  formatEstimate,
  formatOption,
  unitBehind,
} from "@/data/figure/format";
import { type Names, numberOfDocument } from "@/data/figure/names";

/** A piece of a cell's text: a part that has a class of its own, or the main one. */
export interface Piece {
  readonly text: string;
  readonly kind: "main" | "unit" | "according";
}

/** What a cell shows. */
export interface CellContent {
  readonly pieces: readonly Piece[];
  /** What a screen reader says instead, where a sign is shown; null elsewhere. */
  readonly spoken: string | null;
  /** The number of the document whose sign stands before the text; null elsewhere. */
  readonly sign: number | null;
}

const contents: {
  readonly [column: string]: (row: Figure, names: Names) => CellContent;
} = {
  value: (row) => {
    const unit = unitBehind(row);
    const isSign = row.precision !== "exact" && row.precision !== "words";
    return {
      pieces: toPieces([formatEstimate(row), "main"], [unit && ` ${unit}`, "unit"]),
      spoken: isSign ? describeQuantity(row) : null,
      sign: null,
    };
  },
  document: (row, names) => {
    const according = accordingTo(row);
    return {
      pieces: toPieces(
        [formatOption("document", row.document, names), "main"],
        [according && `, ${according}`, "according"],
      ),
      spoken: null,
      sign: numberOfDocument(row.document, names),
    };
  },
};

/** What the cell of a column shows of a figure; its pieces together are the text of the cell. */
export function toContent(row: Figure, column: string, names: Names): CellContent {
  const make = Object.hasOwn(contents, column) ? contents[column] : undefined;
  if (make) return make(row, names);
  return {
    pieces: toPieces([formatCell(row, column, names), "main"]),
    spoken: null,
    sign: null,
  };
}

function toPieces(...said: readonly (readonly [string, Piece["kind"]])[]): readonly Piece[] {
  return said.flatMap(([text, kind]) => (text ? [{ text, kind }] : []));
}

/** What stands under a value in a narrow panel: what was counted, going on from the number or not, and who says so. */
export interface Under {
  readonly what: string;
  /** The unit is in what was counted, and need not be said before it. */
  readonly saysUnit: boolean;
}

/** What a value counts, as it goes on behind the number of a narrow cell. */
export function toUnder(row: Figure, names: Names): Under {
  const { what } = toCounted(row, names);
  return { what, saysUnit: what.startsWith(" ") };
}
