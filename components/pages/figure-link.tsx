import type { Figure } from "@/data/figure/figure";
import { formatEstimate } from "@/data/figure/format";
import { addressOfFigure } from "@/data/view/address";
import { SiteLink } from "../state/site-link";

/** A figure's value as a link to its row. */
export function FigureLink({ figure }: { figure: Figure }) {
  return <SiteLink href={addressOfFigure(figure)}>{formatEstimate(figure)}</SiteLink>;
}
