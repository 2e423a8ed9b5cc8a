import type { EditRequest } from "@/data/edit/request";
import {
  type ColumnRole,
  type ColumnType,
  columnRoles,
  type GivenColumn,
  sayOver,
} from "@/data/open/column-type";
import type { OpenedColumn } from "@/data/open/session";
import { TextInput } from "../controls/text-input";
import { MissingSigns } from "./missing-signs";
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

/** What each role is called. */
const roles: { readonly [role in ColumnRole]: string } = {
  measure: "measure",
  dimension: "dimension",
  identifier: "identifier",
  note: "note",
};

/** What columns of a type can be for: only numbers measure, and numbers and days are no names. */
function rolesOf(type: ColumnType): readonly ColumnRole[] {
  return columnRoles.filter((role) => role !== "measure" || type === "number");
}

/** So many columns are listed; of a file with ten thousand nobody reads them all. */
const mostListed = 300;

interface Props {
  readonly table: OpenTable;
  readonly opening: Opening;
  readonly edit: ((request: EditRequest) => void) | null;
}

/** Each column with its type, its role, its unit and what stands for a missing value in it: all can be changed. */
export function ColumnTypes({ table: { opened, given }, opening: { readAs }, edit }: Props) {
  const change = (column: OpenedColumn, said: GivenColumn) => {
    if (edit) {
      const at = opened.columns.indexOf(column);
      edit({ kind: "read column as", at, given: sayOver(column.given, said) });
      return;
    }
    const chosen = new Map(given.chosen);
    chosen.set(column.name, sayOver(chosen.get(column.name), said));
    readAs({ chosen });
  };
  return (
    <div className="how-read-columns">
      <table>
        <caption>
          Measures are added up, dimensions group rows, identifiers name them; notes stay out of
          charts.
        </caption>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Read as</th>
            <th scope="col">Role</th>
            <th scope="col">Unit</th>
            <th scope="col">Missing</th>
          </tr>
        </thead>
        <tbody>
          {opened.columns.slice(0, mostListed).map((column) => (
            <ColumnRow key={column.id} column={column} onChange={(said) => change(column, said)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly column: OpenedColumn;
  readonly onChange: (said: GivenColumn) => void;
}

function ColumnRow({ column, onChange }: RowProps) {
  const { name, type, role, unit, decimal, order, given } = column;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <select
          aria-label={`${name} is read as`}
          value={(given?.type === "date" && given.order) || type}
          onChange={({ target }) =>
            // What another type was for says nothing of this one.
            onChange({ ...readings[target.value]?.[1], role: undefined })
          }
        >
          {Object.entries(readings).map(([value, [words]]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </td>
      <td>
        <select
          aria-label={`Role of ${name}`}
          value={role}
          onChange={({ target }) =>
            onChange({ role: columnRoles.find((each) => each === target.value) })
          }
        >
          {rolesOf(type).map((each) => (
            <option key={each} value={each}>
              {roles[each]}
            </option>
          ))}
        </select>
      </td>
      <td>
        {type === "number" && (
          <TextInput
            type="text"
            name={`unit ${name}`}
            label={`Unit of ${name}`}
            isBare
            value={unit ?? ""}
            onCommit={(text) => onChange({ unit: text || undefined })}
          />
        )}
      </td>
      <td>
        <MissingSigns
          column={column}
          onChange={(missing) =>
            // A column stays what it is, also where most of its cells become words.
            onChange({ type, decimal, order, missing })
          }
        />
      </td>
    </tr>
  );
}
