import { columnRoles, columnTypes, type GivenColumn } from "@/data/open/column-type";
import type { OpenedColumn } from "@/data/open/session";

/** What the reader chose of columns, by their names. */
export type Chosen = ReadonlyMap<string, GivenColumn>;

type Columns = readonly Pick<OpenedColumn, "id" | "name">[];

/** What can be chosen of a column, with the key that says it: to values of the address, and back. */
const aspects: {
  readonly [key: string]: {
    readonly format: (given: GivenColumn) => readonly string[];
    readonly parse: (values: readonly string[]) => GivenColumn;
  };
} = {
  _type: {
    format: ({ type, order }) => (type ? [order ? order.replace(" ", "-") : type] : []),
    parse: ([text = ""]) => {
      const order = (["day first", "month first"] as const).find(
        (each) => each.replace(" ", "-") === text,
      );
      const type = order ? "date" : columnTypes.find((each) => each === text);
      return type ? { type, ...(order && { order }) } : {};
    },
  },
  _role: {
    format: ({ role }) => (role ? [role] : []),
    parse: ([text]) => {
      const role = columnRoles.find((each) => each === text);
      return role ? { role } : {};
    },
  },
  _unit: {
    format: ({ unit }) => (unit ? [unit] : []),
    parse: ([unit]) => (unit ? { unit: unit.slice(0, longest) } : {}),
  },
  _missing: {
    format: ({ missing }) => (missing ? ["", ...missing.filter((sign) => sign !== "")] : []),
    parse: (signs) => ({ missing: signs.map((sign) => sign.slice(0, longest)) }),
  },
};

/** So long is a unit, or a sign, at most. */
const longest = 80;

/** A column in front of the colon. */
const keyOf = (id: string) => id.replace(/[%:]/g, encodeURIComponent);

/** What the reader chose of columns, as an address says it; `parseReadings` is its inverse. */
export function formatReadings(chosen: Chosen | undefined, columns: Columns): string {
  const query = new URLSearchParams();
  for (const { id, name } of columns) {
    const given = chosen?.get(name);
    if (!given) continue;
    for (const [key, { format }] of Object.entries(aspects))
      for (const value of format(given)) query.append(key, `${keyOf(id)}:${value}`);
  }
  return query.toString();
}

/** An address → what it chooses of these columns; null where it chooses nothing. */
export function parseReadings(text: string, columns: Columns): Chosen | null {
  const query = new URLSearchParams(text);
  const chosen = new Map<string, GivenColumn>();
  for (const { id, name } of columns) {
    const start = `${keyOf(id)}:`;
    const given = Object.entries(aspects).flatMap(([key, { parse }]) => {
      const own = query.getAll(key).filter((value) => value.startsWith(start));
      return own.length > 0 ? [parse(own.map((value) => value.slice(start.length)))] : [];
    });
    const said: GivenColumn = Object.assign({}, ...given);
    if (Object.keys(said).length > 0) chosen.set(name, said);
  }
  return chosen.size > 0 ? chosen : null;
}
