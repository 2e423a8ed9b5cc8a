import type { EditRequest } from "@/data/edit/request";
import type { Given } from "@/data/open/read";
import type { Opened } from "@/data/open/session";
import { Menu } from "../controls/menu";
import { ColumnTypes } from "./column-types";
import { RawLines } from "./raw-lines";
import type { Opening, OpenTable } from "./use-open";

interface Props {
  readonly table: OpenTable;
  readonly opening: Opening;
  /** Edits the table, where it was edited before; null where the file itself can be read anew. */
  readonly edit?: ((request: EditRequest) => void) | null;
  /** Reads it as before the last change; null where that changed something else. */
  readonly onUndo: (() => void) | null;
}

const delimiters: readonly (readonly [value: string, words: string])[] = [
  [",", "Commas"],
  [";", "Semicolons"],
  ["\t", "Tabs"],
  ["|", "Bars"],
];

const encodings = ["utf-8", "utf-16le", "windows-1252", "windows-1251"];

/** How the file was understood, in one line; below it, on demand, the raw lines and each choice. */
export function HowRead({ table, opening, edit = null, onUndo }: Props) {
  const { sentence, problemCount, sheet, inside, isDeclared } = table.opened;
  return (
    <div className="how-read">
      <p>
        {sheet !== null && `${inside === "archive" ? "Table" : "Sheet"} “${sheet}”; `}
        {sentence}
        {isDeclared && " Columns follow its datapackage.json."}
      </p>
      <Menu
        className="menu how-read-menu"
        title={
          problemCount > 0
            ? `How it was read · ${counted(problemCount, "remark")}`
            : "How it was read"
        }
        inside={() => (
          <div className="menu-body how-read-body">
            {edit ? (
              <p>This table has been edited. To read the file differently, open it again.</p>
            ) : (
              <>
                <Choices table={table} opening={opening} />
                <RawLines opened={table.opened} onHeader={(header) => opening.readAs({ header })} />
              </>
            )}
            <Remarks opened={table.opened} />
            <ColumnTypes table={table} opening={opening} edit={edit} />
          </div>
        )}
      />
      {onUndo && !edit && (
        <button type="button" onClick={onUndo}>
          Undo the change
        </button>
      )}
    </div>
  );
}

function Choices({ table: { opened, given }, opening: { readAs } }: Omit<Props, "onUndo">) {
  const rows = given.header?.rows ?? opened.header.length;
  // A workbook has no delimiter and no encoding to choose.
  if (opened.inside === "workbook") return null;
  return (
    <div className="how-read-choices">
      <fieldset className="segments">
        <legend className="visually-hidden">Between cells</legend>
        {withOther(delimiters, opened.delimiter).map(([value, words]) => (
          <button
            key={value}
            type="button"
            aria-pressed={value === opened.delimiter}
            onClick={() => readAs({ dialect: { ...given.dialect, delimiter: value } })}
          >
            {words}
          </button>
        ))}
      </fieldset>
      <fieldset className="segments">
        <legend className="visually-hidden">Rows of headings</legend>
        {[0, 1, 2, 3].map((count) => (
          <button
            key={count}
            type="button"
            aria-pressed={count === rows}
            onClick={() => readAs({ header: { ...given.header, rows: count } })}
          >
            {count === 0 ? "No headings" : count === 1 ? "1 row of headings" : count}
          </button>
        ))}
      </fieldset>
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
      {opened.tables.map((line) => (
        <button key={line} type="button" onClick={() => readAs({ table: line })}>
          Read the table from line {line}
        </button>
      ))}
      {(opened.isDeclared || isSaid(given)) && (
        <button
          type="button"
          onClick={() =>
            readAs({
              ...unsaid,
              sheet: given.sheet,
              declared: opened.isDeclared ? false : undefined,
            })
          }
        >
          Back to automatic
        </button>
      )}
    </div>
  );
}

function Remarks({ opened: { aside, problemCount, problems } }: { readonly opened: Opened }) {
  return (
    <>
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
        <details open={problemCount < 6}>
          <summary>{counted(problemCount, "remark")}</summary>
          <ul>
            {problems.slice(0, 100).map(({ line, field, message }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two remarks may say the same
              <li key={at}>
                {line > 0 && `Line ${line}`}
                {field && `${line > 0 ? ", " : ""}${field}`}
                {(line > 0 || field) && ": "}
                {message}
              </li>
            ))}
            {problemCount > 100 && <li>and {counted(problemCount - 100, "more remark")}.</li>}
          </ul>
        </details>
      )}
    </>
  );
}

/** Whether a reader has said something of a file, beside which of its sheets is read. */
function isSaid({ sheet: _, declared, ...given }: Given): boolean {
  return declared === undefined && Object.values(given).some((value) => value !== undefined);
}

/** What takes back everything that a reader has said of a file. */
export const unsaid = {
  encoding: undefined,
  dialect: undefined,
  header: undefined,
  table: undefined,
  columns: undefined,
  chosen: undefined,
  names: undefined,
  declared: undefined,
  sheet: undefined,
};

function withOther(known: typeof delimiters, own: string): typeof delimiters {
  return known.some(([value]) => value === own) ? known : [[own, own || "One column"], ...known];
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"}`;
}
