import { type Coverage, toCoverage } from "@/data/facts/coverage";
import { colorsOf } from "@/data/figure/document-sign";
import type { Figure } from "@/data/figure/figure";
import { formatNumber } from "@/data/figure/format";
import type { Names } from "@/data/figure/names";
import { formatAddress, isValue } from "@/data/view/address";
import { SiteLink } from "../state/site-link";

interface Props {
  readonly figures: readonly Figure[];
  readonly names: Names;
}

/** Years before this one stand in one column: few figures speak of them. */
const since = 2014;

/** Which document says something on which measure and year; an empty cell is what nobody says. */
export function CoverageTable({ figures, names }: Props) {
  const { years, rows } = toCoverage(figures, since, names.kinds);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key
    <section className="list-table coverage" aria-label="Coverage" tabIndex={0}>
      <table>
        <caption className="visually-hidden">Documents by measure and year</caption>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            {years.map((year) => (
              <th key={year} scope="col">
                {headings[year] ?? year}
              </th>
            ))}
            <th scope="col">Said by</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.measure}>
              <th scope="row">
                <SiteLink
                  href={formatAddress("figures", {
                    filters: [isValue("measure", row.measure)],
                    measure: row.measure,
                  })}
                >
                  {names.measures[row.measure]}
                </SiteLink>
              </th>
              {years.map((year) => (
                <Cell key={year} row={row} year={year} names={names} />
              ))}
              <td>{saidBy(row.all, names)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const headings: { readonly [year: string]: string } = {
  "": "No period stated",
  before: `Before ${since}`,
};

function Cell({ row, year, names }: { row: Coverage; year: string; names: Names }) {
  const here = row.documents[year] ?? [];
  if (here.length > mostSquares)
    return (
      <td>
        <SiteLink href={addressOf(row.measure, null, year)}>
          {formatNumber(here.length)}
          <span className="visually-hidden"> documents, {headings[year] ?? year}</span>
        </SiteLink>
      </td>
    );
  const colors = colorsOf(names);
  return (
    <td className={here.length === 0 ? "nothing" : undefined}>
      {here.map((id) => (
        <SiteLink
          key={id}
          className={`dot color-${colors[id]}`}
          href={addressOf(row.measure, id, year)}
        >
          <span aria-hidden="true">{names.documents[id]?.slice(0, 1)}</span>
          <span className="visually-hidden">
            {names.documents[id]}, {headings[year] ?? year}
          </span>
        </SiteLink>
      ))}
    </td>
  );
}

/** Of more documents than these a cell says how many they are, and the last column names the first few. */
const mostSquares = 8;

/** The documents of a measure by their names. */
function saidBy(ids: readonly string[], { documents }: Names): string {
  const titles = ids.map((id) => documents[id] ?? id);
  if (titles.length === 1) return `only ${titles[0]}`;
  if (titles.length <= mostSquares) return titles.join(", ");
  return `${titles.slice(0, mostSquares - 1).join(", ")} and ${formatNumber(titles.length - mostSquares + 1)} others`;
}

/** The view of what a document says on a measure, or all of them, in a year where one is stated. */
function addressOf(measure: string, document: string | null, year: string): string {
  const range = year === "before" ? { min: null, max: `${since - 1}` } : { min: year, max: year };
  const period = { kind: "period", column: "start", range } as const;
  const filters = [
    isValue("measure", measure),
    ...(document === null ? [] : [isValue("document", document)]),
  ];
  return formatAddress("figures", {
    filters: year === "" ? filters : [...filters, period],
    measure,
    repeats: "show",
  });
}
