import { type Grain, rangeOfStep } from "@/data/open/grain";
import type { OpenedColumn } from "@/data/open/session";

/** The values of a filter that keeps the rows of a group; null where no filter says it. */
export function filterOfGroup(
  { kind, type }: OpenedColumn,
  name: string | null,
  grain: Grain | null,
): readonly string[] | null {
  if (kind === "values") return [name ?? ""];
  if (kind === "text") return [`=${name ?? ""}`];
  if (name === null) return [""];
  if (kind === "period") return [rangeOfStep(name, grain ?? "day")];
  return type === "year" || /^-?\d+(?:\.\d+)?$/.test(name) ? [`${name}..${name}`] : null;
}
