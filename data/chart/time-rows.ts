import type { Figure } from "../figure/figure";
import { hasPeriod } from "../figure/stated-years";
import { groupBy } from "../table/order";
import { type Span, spanOf } from "../table/period";
import { type Axis, dayOf, positionOn, toTimeAxis } from "./axis";
import type { LayoutResult, Mark, SeriesRequest } from "./mark";
import { leftOut, toBand, toMark, withoutDate } from "./mark";

/** The share of the axis that a mark takes beside its days, so that none covers another on a phone. */
const room = 0.04;

/** The same of a mark that says for how many more it stands. */
const groupRoom = 0.1;

/** Of more marks not all are drawn, so that they need no rows of their own. */
const mostPacked = 1_000;

/** All dated figures on one time axis, by measure or, where there are several, by sheet. */
export function toTimeRows(
  figures: readonly Figure[],
  { names, groups: grouped }: SeriesRequest,
): LayoutResult {
  const dated = figures.flatMap((figure) => {
    const span = spanOf(figure);
    return span ? [{ figure, span }] : [];
  });
  const axis = toTimeAxis(dated.map(({ span }) => span));
  const hasSheets = figures.some(({ sheet }) => typeof sheet === "string");
  const groupOf = ({ sheet, measure }: Figure) =>
    hasSheets
      ? (names.sheets[String(sheet)] ?? String(sheet))
      : (names.measures[measure] ?? measure);
  const groups = groupBy(dated, ({ figure }) => groupOf(figure));
  const bands = [...groups].flatMap(([label, members]) => {
    const marks = members.map(({ figure, span }) => {
      const isOfStatement = !hasPeriod(figure, names.kinds);
      return { ...toTimeMark(figure, span), isOfStatement, group: grouped?.get(figure.id) };
    });
    const rows = (dated.length > mostPacked ? [marks] : pack(marks, axis)).map((marks) =>
      toBand({ key: marks[0]?.id ?? "", marks }),
    );
    return [toBand({ key: label, label, detail: String(members.length) }), ...rows];
  });
  const undated = figures.filter((figure) => spanOf(figure) === null);
  return { bands, undrawn: leftOut(undated, withoutDate), axis };
}

function toTimeMark(figure: Figure, { from, to }: Span): Mark {
  return { ...toMark(figure), low: dayOf(from), high: dayOf(to) };
}

/** Puts each mark into the first row in which it covers no other. */
function pack(marks: readonly Mark[], axis: Axis): readonly (readonly Mark[])[] {
  const rows: { end: number; readonly marks: Mark[] }[] = [];
  const at = (day: number | null) => positionOn(axis, day ?? 0);
  for (const mark of marks.toSorted((a, b) => at(a.low) - at(b.low))) {
    const row = rows.find(({ end }) => at(mark.low) >= end);
    const end = at(mark.high) + (mark.group ? groupRoom : room);
    if (row) {
      row.end = end;
      row.marks.push(mark);
    } else rows.push({ end, marks: [mark] });
  }
  return rows.map(({ marks }) => marks);
}
