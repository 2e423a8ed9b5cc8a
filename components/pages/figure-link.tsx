import Link from "next/link";
import type { Figure } from "@/data/figure/figure";
import { formatEstimate } from "@/data/figure/format";

/** A figure's value as a link to its row. */
export function FigureLink({ figure }: { figure: Figure }) {
  return (
    <Link href={`/${figure.sheet}?_select=${figure.id}&_repeats=show`} prefetch={false}>
      {formatEstimate(figure)}
    </Link>
  );
}
