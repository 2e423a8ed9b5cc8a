import { loosen, roundShare } from "./digits";
import { divide, type Estimate, multiply, toEstimate } from "./estimate";
import { byId, type Figure } from "./figure";
import { formatChange, formatEstimate, formatTotal } from "./format";
import { changeOnYearBefore, startYear, yearlyIds } from "./yearly";

/**
 * What a figure may be compared with, in a few words by its id: the change on the year before within
 * a series of whole years, the part it is of its whole, or the figure it repeats. Between ranges a change
 * or a share is a range; neither is printed anywhere, which the words say.
 */
export function toComparisons(figures: readonly Figure[]): { readonly [id: string]: string } {
  const known = byId(figures);
  const yearly = yearlyIds(figures);
  return Object.fromEntries(
    figures.flatMap((figure) => {
      const text =
        repeatOf(figure, known) ?? partOf(figure, known) ?? changeOf(figure, figures, yearly);
      return text ? [[figure.id, text]] : [];
    }),
  );
}

type Known = ReadonlyMap<string, Figure>;

function repeatOf({ echoes }: Figure, known: Known): string | null {
  const first = known.get(echoes ?? "");
  return first ? `repeats ${formatEstimate(first)}` : null;
}

function partOf(figure: Figure, known: Known): string | null {
  const whole = known.get(figure.part_of ?? "");
  if (!whole) return null;
  const [a, b] = [toEstimate(figure), toEstimate(whole)];
  const share = a && b && shareOf(a, b);
  const percent = share ? ` (${formatTotal(share, "percent")}, computed)` : "";
  return `part of ${formatEstimate(whole)}${percent}`;
}

/** Which part of a whole another number is, in per cent; null where the whole may be nothing. */
function shareOf(part: Estimate, whole: Estimate): Estimate | null {
  const inPercent = (a: Estimate, b: Estimate) => {
    const ratio = divide(a, b);
    return ratio && multiply({ ...ratio, high: Math.min(ratio.high, 1) }, 100);
  };
  const share = inPercent(part, whole);
  return share && roundShare(share, inPercent(loosen(part), loosen(whole)) ?? share);
}

function changeOf(figure: Figure, figures: readonly Figure[], yearly: ReadonlySet<string>) {
  const change = changeOnYearBefore(figure, figures, yearly);
  return change && `${formatChange(change)} on ${Number(startYear(figure)) - 1} (computed)`;
}
