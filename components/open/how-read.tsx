import type { ColumnType } from "@/data/open/column-type";
import type { Opened, OpenedColumn } from "@/data/open/session";
import type { Opening } from "./use-open";

interface Props {
  readonly opened: Opened;
  readonly opening: Opening;
}

const types: { readonly [type in ColumnType]: string } = {
  number: "number",
  identifier: "identifier",
  year: "year",
  date: "date",
  boolean: "yes or no",
  category: "category",
  text: "text",
  empty: "empty",
};

const delimiters: readonly (readonly [value: string, words: string])[] = [
  [",", "commas"],
  [";", "semicolons"],
  ["\t", "tabs"],
  ["|", "bars"],
];

const encodings = ["utf-8", "utf-16le", "windows-1252", "windows-1251"];

/** How the file was understood, in one line, with what was set aside; and each of it to be changed. */
export function HowRead({ opened, opening }: Props) {
  const { sentence, columns, problemCount, problems, aside, header } = opened;
  const { given, readAs } = opening;
  return (
    <section className="how-read" aria-label="How the file was read">
      <p>{sentence}</p>
      <details>
        <summary>Change how it is read</summary>
        <div className="how-read-parts">
          <label>
            Cells are parted by{" "}
            <select
              value={given.dialect?.delimiter ?? opened.delimiter}
              onChange={({ target }) =>
                readAs({ dialect: { ...given.dialect, delimiter: target.value } })
              }
            >
              {withOther(delimiters, opened.delimiter).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          </label>
          <label>
            Encoding{" "}
            <select
              value={given.encoding ?? opened.encoding}
              onChange={({ target }) => readAs({ encoding: target.value })}
            >
              {[...new Set([opened.encoding, ...encodings])].map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
          <label>
            Header on line{" "}
            <input
              type="number"
              min={1}
              key={header[0] ?? 0}
              defaultValue={header[0] ?? ""}
              onBlur={({ target }) => {
                const line = Number(target.value);
                if (line > 0 && line !== header[0]) readAs({ header: { ...given.header, line } });
              }}
            />
          </label>
          <label>
            Rows of headings{" "}
            <select
              value={given.header?.rows ?? header.length}
              onChange={({ target }) =>
                readAs({ header: { ...given.header, rows: Number(target.value) } })
              }
            >
              {[0, 1, 2, 3].map((rows) => (
                <option key={rows}>{rows}</option>
              ))}
            </select>
          </label>
          {opened.tables.length > 0 && (
            <p>
              Further tables begin on{" "}
              {opened.tables.map((line) => (
                <button key={line} type="button" onClick={() => readAs({ table: line })}>
                  line {line}
                </button>
              ))}
            </p>
          )}
          {Object.keys(given).length > 0 && (
            <button type="button" onClick={() => readAs(unsaid)}>
              Read it as found
            </button>
          )}
          <ColumnTable columns={columns} opening={opening} />
        </div>
      </details>
      {aside.length > 0 && (
        <details>
          <summary>Set aside: {counted(aside.length, "line")}</summary>
          <ul>
            {aside.slice(0, 100).map(({ line, text }) => (
              <li key={line}>
                Line {line}: {text}
              </li>
            ))}
          </ul>
        </details>
      )}
      {problemCount > 0 && (
        <details>
          <summary>{counted(problemCount, "remark")} on the file</summary>
          <ul>
            {problems.slice(0, 100).map(({ line, field, message }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two remarks may say the same
              <li key={at}>
                {line > 0 && `Line ${line}`}
                {field && `, ${field}`}
                {(line > 0 || field) && ": "}
                {message}
              </li>
            ))}
            {problemCount > 100 && <li>and {counted(problemCount - 100, "more remark")}.</li>}
          </ul>
        </details>
      )}
    </section>
  );
}

/** What takes back everything that a reader has said of a file. */
const unsaid = {
  encoding: undefined,
  dialect: undefined,
  header: undefined,
  table: undefined,
  columns: undefined,
};

function ColumnTable({
  columns,
  opening: { given, readAs },
}: {
  readonly columns: readonly OpenedColumn[];
  readonly opening: Opening;
}) {
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
        {columns.map(({ id, name, type, filled, missing, unit }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>
              <select
                aria-label={`${name} is read as`}
                value={type}
                onChange={({ target }) => {
                  const chosen = Object.keys(types).find((each) => each === target.value);
                  const known = new Map(given.columns);
                  known.set(name, { ...known.get(name), type: chosen as ColumnType });
                  readAs({ columns: known });
                }}
              >
                {Object.entries(types).map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
              {unit && ` ${unit}`}
            </td>
            <td>{filled.toLocaleString("en-GB")}</td>
            <td>{missingWords(missing)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function missingWords(missing: OpenedColumn["missing"]): string {
  return Object.entries(missing)
    .map(([text, count]) => `${text ? `“${text}”` : "empty"} ${count.toLocaleString("en-GB")}`)
    .join(", ");
}

function withOther(known: typeof delimiters, own: string): typeof delimiters {
  return known.some(([value]) => value === own) ? known : [[own, own || "nothing"], ...known];
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"}`;
}
