import type { Field } from "./descriptor";
import { isPartialDate } from "./period";

/** A typed cell. Missing is null, never 0 and never "". */
export type Value = string | number | null;

const casts: { [type in Field["type"]]: (text: string) => Value | undefined } = {
  string: (text) => text,
  integer: (text) => (/^-?(0|[1-9]\d*)$/.test(text) ? Number(text) : undefined),
  number: (text) => (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? Number(text) : undefined),
};

const articles: { [type in Field["type"]]: string } = {
  string: "text",
  integer: "an integer",
  number: "a number",
};

/** One cell's text → one value of the field's type, or the rule it breaks, in words. */
export function castValue(text: string, field: Field): { value: Value } | { expected: string } {
  if (text === "") return field.constraints?.required ? { expected: "a value" } : { value: null };
  const value = casts[field.type](text);
  if (value === undefined || value === null) return { expected: articles[field.type] };
  const expected = brokenRule(value, field);
  return expected ? { expected } : { value };
}

function brokenRule(value: string | number, { role, categories, many, constraints = {} }: Field) {
  const { pattern, minimum, maximum } = constraints;
  const text = String(value);
  if (role === "period" && !isPartialDate(text)) return "a date that exists, as precise as stated";
  if (text !== text.trim()) return "no space at either end";
  if (pattern && !new RegExp(`^(?:${pattern})$`).test(text)) return `text like ${pattern}`;
  if (categories && !isOneOf(many ? text.split(" ") : [text], categories))
    return `one of ${categories.map((category) => category.value).join(", ")}`;
  if (minimum !== undefined && Number(value) < minimum) return `at least ${minimum}`;
  if (maximum !== undefined && Number(value) > maximum) return `at most ${maximum}`;
  return null;
}

function isOneOf(values: readonly string[], categories: readonly { value: string }[]): boolean {
  return values.every((value) => categories.some((category) => category.value === value));
}
