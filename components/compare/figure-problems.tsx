import type { WholeTable } from "@/data/open/whole";
import type { Source } from "@/data/table/check";
import { formatProblem, type Problem } from "@/data/table/problem";
import { plural } from "@/data/view/describe";
import { CopyButton } from "../controls/copy-button";
import { TableHead } from "./table-head";

/** So many problems are listed; the copied text has all. */
const mostListed = 100;

interface Props {
  readonly problems: readonly Problem[];
  readonly source: Source;
  readonly whole: WholeTable;
  readonly onCell: (row: number, column: number) => void;
}

/** Every rule that a row breaks, with its line and field, as the register's own check says it; each leads to its cell. */
export function FigureProblems({ problems, source, whole, onCell }: Props) {
  if (problems.length === 0)
    return (
      <p role="status">Every rule is kept: fields, keys, references, parts, repeats and facts.</p>
    );
  const more = problems.length - mostListed;
  const rowOf = ({ line }: Problem) => source.lines.indexOf(line);
  const isInFile = (problem: Problem) => whole.rows[rowOf(problem)]?.line === problem.line;
  return (
    <section aria-label="Rules that are broken">
      <h3>
        {plural(problems.length, "problem")}{" "}
        <CopyButton label="Copy the list" text={problems.map(formatProblem).join("\n")} />
      </h3>
      <div className="figure-problems">
        <table>
          <TableHead titles={["Line", "Field", "Expected", "Found"]} />
          <tbody>
            {problems.slice(0, mostListed).map((problem) => (
              <tr key={formatProblem(problem)}>
                <th scope="row">
                  <button
                    type="button"
                    className="cell-link"
                    title="Go to the cell"
                    onClick={() => onCell(rowOf(problem), problem.column - 1)}
                  >
                    {isInFile(problem) ? problem.line : "new row"}
                  </button>
                </th>
                <td>{problem.field}</td>
                <td>{problem.expected}</td>
                <td>{problem.found}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className="quiet">And {plural(more, "further problem")}.</p>}
    </section>
  );
}
