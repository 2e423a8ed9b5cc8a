import { useState } from "react";
import type { CellPlace, CellRange } from "@/data/view/cell-range";
import type { Reader } from "./reader";

/** Ways to a cell of the grid: the next one that breaks a rule, or one that is named by its row in the table. */
export function useJump(
  reader: Reader,
  rangeOf: () => CellRange | null,
  onProblem: (message: string) => void,
) {
  const [jump, setJump] = useState<CellPlace | null>(null);
  const fail = ({ message }: Error) => onProblem(message);
  return {
    jump,
    next() {
      const chosen = rangeOf();
      const after = chosen && { row: chosen.top, column: chosen.left };
      reader
        .nextProblem(after)
        .then(
          (place) =>
            place
              ? setJump({ ...place })
              : onProblem("The filters hide the rows that it is about."),
          fail,
        );
    },
    /** Goes there once the rows are shown. */
    goTo(row: number, column: number, showRows: () => void) {
      reader.placeOf(row).then((at) => {
        if (at < 0) return onProblem("The filters hide that row.");
        showRows();
        setJump({ row: at, column });
      }, fail);
    },
  };
}
