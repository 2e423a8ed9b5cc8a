import type { OwnMeasureTotal } from "@/data/compare/sixth";
import type { Names } from "@/data/figure/names";
import { describeTotal, plural } from "@/data/view/describe";
import { TableHead } from "./table-head";

interface Props {
  readonly totals: readonly OwnMeasureTotal[];
  readonly names: Names;
}

/** By measure what the reader's figures come to, alone and with the published ones, and which years they cover. */
export function OwnTotals({ totals, names }: Props) {
  if (totals.length === 0) return null;
  return (
    <section aria-label="Totals and years" className="compare-table">
      <h3>Totals and years</h3>
      <table>
        <TableHead titles={["Measure", "Yours alone", "With the published ones", "Years"]} />
        <tbody>
          {totals.map((each) => (
            <tr key={each.measure}>
              <th scope="row">
                {names.measures[each.measure] ?? each.measure}
                <small>{plural(each.figures.length, "figure")}</small>
              </th>
              <td data-heading="Yours alone">
                {describeTotal(each.total, "in this view").join("; ")}
              </td>
              <td data-heading="Together">
                {describeTotal(each.together, "in this view").join("; ")}
              </td>
              <td data-heading="Years">{yearsIn(each)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function yearsIn({ both, onlyYours, onlyPublished }: OwnMeasureTotal): string {
  const said = [
    both.length > 0 && `both: ${both.join(", ")}`,
    onlyYours.length > 0 && `only yours: ${onlyYours.join(", ")}`,
    onlyPublished.length > 0 && `only published: ${onlyPublished.join(", ")}`,
  ];
  return said.filter(Boolean).join("; ");
}
