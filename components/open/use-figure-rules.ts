import { useEffect, useRef, useState } from "react";
import type { CheckedFigures } from "@/data/compare/figure-marks";
import { isFigureTable } from "@/data/compare/own-figures";
import type { Register } from "@/data/compare/register";
import type { OpenedColumn } from "@/data/open/session";
import { useRegister } from "../compare/use-register";
import type { Reader } from "./reader";

/** What is known of a table of figures while it is edited. */
export interface FigureRules {
  /** Null of another table, and until the rules have come. */
  readonly register: Register | null;
  readonly checked: CheckedFigures | null;
  /** Counts the checks. */
  readonly checks: number;
}

/** Has the worker check a table of figures by the rules of the register, at first and after each edit. */
export function useFigureRules(
  columns: readonly OpenedColumn[],
  reader: Reader,
  revision: number,
): FigureRules {
  const isOfFigures = isFigureTable(columns);
  const { register } = useRegister(isOfFigures);
  const [state, setState] = useState<Pick<FigureRules, "checked" | "checks">>({
    checked: null,
    checks: 0,
  });
  const taught = useRef<Reader | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each revision has other cells
  useEffect(() => {
    if (!register || !isOfFigures) return;
    let isLatest = true;
    // The rules are sent once, to each worker.
    const isTaught = taught.current === reader;
    taught.current = reader;
    reader.check(isTaught ? null : register).then(
      (checked) => isLatest && setState(({ checks }) => ({ checked, checks: checks + 1 })),
      // The rows stay as they are; “Your figures” says why they cannot be checked.
      () => isLatest && setState(({ checks }) => ({ checked: null, checks })),
    );
    return () => {
      isLatest = false;
    };
  }, [register, isOfFigures, reader, revision]);
  return isOfFigures ? { register, ...state } : { register: null, checked: null, checks: 0 };
}
