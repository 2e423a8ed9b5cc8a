import type { ScopeLine } from "@/data/compare/scope";
import { TableHead } from "./table-head";

interface Props {
  /** Of which published statement. */
  readonly title: string;
  readonly lines: readonly ScopeLine[];
  /** The filters in force, in words; "" where there is none. */
  readonly conditions: string;
  /** What the published measure counts, in and out. */
  readonly definition: string;
}

const titles: { readonly [stands in ScopeLine["stands"]]: string } = {
  same: "same",
  differs: "differs",
  unknown: "for you to judge",
};

/** What each side counts, beside each other: a ratio says nothing where these differ. */
export function ScopeTable({ title, lines, conditions, definition }: Props) {
  return (
    <section className="compare-scope" aria-label="What each side counts">
      <h3>What each side counts: {title}</h3>
      <table>
        <TableHead titles={["", "Published", "Own table", "Stands"]} />
        <tbody>
          {lines.map(({ what, published, own, stands }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{published}</td>
              <td>{own}</td>
              <td>
                <span className={`verdict ${stands}`}>{titles[stands]}</span>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">rules</th>
            <td>{definition}</td>
            <td>{conditions ? `rows where ${conditions}` : "every row, no filter"}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </section>
  );
}
