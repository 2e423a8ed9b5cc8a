import { measures } from "@/data/open/group";
import type { OpenedColumn } from "@/data/open/session";
import { type ChartRequest, kindsFor, requestFor } from "./chart-kinds";

/** Columns of a chart with the keys that name them in an address. */
const keys = {
  by: "_by",
  second: "_then",
  across: "_across",
  of: "_of",
  against: "_against",
} as const;

type Part = keyof typeof keys;
const parts = Object.keys(keys) as Part[];

/** What an address says of a chart; "" of the one that a table starts with. `parseChart` is its inverse. */
export function formatChart(request: ChartRequest, columns: readonly OpenedColumn[]): string {
  const text = queryOf(request);
  return text === queryOf(requestFor(columns)) ? "" : text;
}

function queryOf(request: ChartRequest): string {
  const query = new URLSearchParams();
  if (request.isTable) query.set("_as", "table");
  if (request.kind !== "groups") query.set("_chart", request.kind);
  if (request.measure !== "count") query.set("_measure", request.measure);
  for (const part of parts) {
    const value = request[part];
    if (value) query.set(keys[part], value);
  }
  return query.toString();
}

/** An address → its chart of a table with these columns, as far as they allow it; null where it says none. */
export function parseChart(text: string, columns: readonly OpenedColumn[]): ChartRequest | null {
  const query = new URLSearchParams(text);
  const isSaid = ["_as", "_chart", "_measure", ...Object.values(keys)].some((key) =>
    query.has(key),
  );
  if (!isSaid) return null;
  const idAt = (part: Part) => {
    const id = query.get(keys[part]);
    return columns.some((column) => column.id === id) ? (id ?? undefined) : undefined;
  };
  const kind = kindsFor(columns).find(([each]) => each === query.get("_chart"))?.[0] ?? "groups";
  const of = idAt("of");
  const asked = measures.find((each) => each === query.get("_measure")) ?? "count";
  return {
    kind,
    measure: of === undefined && kind === "groups" ? "count" : asked,
    by: idAt("by") ?? (kind === "years" ? "" : requestFor(columns, "groups").by),
    second: idAt("second"),
    across: idAt("across"),
    of,
    against: idAt("against"),
    ...(query.get("_as") === "table" && { isTable: true }),
  };
}
