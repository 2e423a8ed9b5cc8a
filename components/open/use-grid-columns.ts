import { useCallback, useMemo } from "react";
import { checkFigureText, offersFor, relations } from "@/data/compare/cell-problems";
import type { Register } from "@/data/compare/register";
import { checkText } from "@/data/edit/check";
import type { Opened } from "@/data/open/session";
import type { Option } from "../grid/cell-editor";
import type { Reader } from "./reader";

/** Of a column with more different cells none are offered. */
const mostOffered = 60;

/** The columns of the open table as its grid knows them; those of figures are typed by the rules of their fields. */
export function useGridColumns(
  { columns }: Pick<Opened, "columns">,
  reader: Reader,
  register: Register | null,
) {
  const gridColumns = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        title: column.name,
        isNumber: column.type === "number" || column.type === "year",
        isListed:
          (register !== null && offersFor(column.name, register) !== null) ||
          ((column.type === "category" || column.type === "boolean") &&
            column.different <= mostOffered),
        check: (text: string) =>
          register && isField(column.name, register)
            ? checkFigureText(text, column.name, register)
            : checkText(text, column),
      })),
    [columns, register],
  );
  const optionsOf = useCallback(
    async (id: string): Promise<readonly Option[]> => {
      const name = columns.find((column) => column.id === id)?.name ?? "";
      const offers = register && offersFor(name, register);
      if (offers && name !== "fact" && !relations.includes(name)) return offers;
      // Beside the published figures those of the table itself can be named.
      const from = columns.find((column) => column.name === "id")?.id ?? id;
      const values = await reader.values(offers && name !== "fact" ? from : id);
      const known = new Set(offers?.map(({ value }) => value));
      const own = values.flatMap(([value]) => (value && !known.has(value) ? [{ value }] : []));
      return [...own, ...(offers ?? [])];
    },
    [columns, register, reader],
  );
  return { gridColumns, optionsOf };
}

function isField(name: string, { schema }: Register): boolean {
  return schema.fields.some((field) => field.name === name);
}
