import type { Extent } from "@/data/chart/rows";

interface Props {
  readonly open: NonNullable<Extent["open"]>;
  /** More is up in a column, and right in a row. */
  readonly isUpright: boolean;
  /** In pixels from the bound. */
  readonly length: number;
}

/** Beyond a bound all is open: an arrow away from it. */
export function OpenArrow({ open, isUpright, length }: Props) {
  const turn = (open === "more" ? 0 : 180) - (isUpright ? 90 : 0);
  const head = `M${length - 6}-5L${length} 0L${length - 6} 5`;
  return <path className="arrow" d={`M0 0H${length - 1}${head}`} transform={`rotate(${turn})`} />;
}
