import type { EditRequest } from "@/data/edit/request";
import type { GivenColumn } from "@/data/open/column-type";
import type { OpenedColumn } from "@/data/open/session";
import type { Opening, OpenTable } from "./use-open";

/** What a column can be read as: in words, and as what is said of it. */
const readings: { readonly [key: string]: readonly [words: string, given: GivenColumn] } = {
  number: ["number", { type: "number" }],
  identifier: ["identifier", { type: "identifier" }],
  year: ["year", { type: "year" }],
  date: ["date", { type: "date" }],
  "day first": ["date, day first", { type: "date", order: "day first" }],
  "month first": ["date, month first", { type: "date", order: "month first" }],
  boolean: ["yes or no", { type: "boolean" }],
  category: ["category", { type: "category" }],
  text: ["text", { type: "text" }],
  empty: ["empty", { type: "empty" }],
};

/** So many columns are listed; of a file with ten thousand nobody reads them all. */
const mostListed = 300;

interface Props {
  readonly table: OpenTable;
  readonly opening: Opening;
  readonly edit: ((request: EditRequest) => void) | null;
}

/** Each column with its type, which can be changed, and what stands for a missing value in it. */
export function ColumnTypes({ table: { opened, given }, opening: { readAs }, edit }: Props) {
  const change = (name: string, reading: string) => {
    if (edit) {
      const at = opened.columns.findIndex((column) => column.name === name);
      edit({ kind: "read column as", at, given: readings[reading]?.[1] ?? {} });
      return;
    }
    const known = new Map(given.columns);
    known.set(name, readings[reading]?.[1] ?? {});
    readAs({ columns: known });
  };
  return (
    <table className="how-read-columns">
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Read as</th>
          <th scope="col">Rows with a value</th>
          <th scope="col">Missing</th>
        </tr>
      </thead>
      <tbody>
        {opened.columns.slice(0, mostListed).map((column) => (
          <tr key={column.id}>
            <th scope="row">{column.name}</th>
            <td>
              <select
                aria-label={`${column.name} is read as`}
                value={edit ? column.type : (given.columns?.get(column.name)?.order ?? column.type)}
                onChange={({ target }) => change(column.name, target.value)}
              >
                {Object.entries(readings).map(([value, [words]]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
              {column.unit && ` ${column.unit}`}
            </td>
            <td>{column.filled.toLocaleString("en-GB")}</td>
            <td>{missingWords(column)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function missingWords({ missing }: OpenedColumn): string {
  return Object.entries(missing)
    .map(([text, count]) => `${text ? `“${text}”` : "empty"} ${count.toLocaleString("en-GB")}`)
    .join(", ");
}
