import { z } from "zod";
import { chartKinds } from "./chart-kinds";
import { parseJson } from "./json";
import type { Problem } from "./problem";

const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

function isPattern(text: string): boolean {
  try {
    return new RegExp(`^(?:${text})$`) !== null;
  } catch {
    return false;
  }
}

export type ChartKind = (typeof chartKinds)[number];

/** What a field is to a reader; the filter, the sort order and the alignment follow from it. */
export const roles = [
  "identifier",
  "dimension",
  "period",
  "estimate",
  "relation",
  "text",
  "position",
] as const;

const constraints = z.strictObject({
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  pattern: z.string().refine(isPattern, "a pattern that is none").optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

const category = z.strictObject({
  value: z.string(),
  label: z.string(),
  description: z.string().optional(),
});

const field = z.strictObject({
  name: z.string().regex(/^[a-z][a-z_]*$/),
  title: z.string(),
  description: z.string(),
  type: z.enum(["string", "integer", "number"]),
  role: z.enum(roles),
  categories: z.array(category).optional(),
  /** Several codes in one cell, parted by a space. */
  many: z.boolean().optional(),
  constraints: constraints.optional(),
});

const schema = z
  .strictObject({
    $schema: z.string().optional(),
    fields: z.array(field).min(1),
    fieldsMatch: z.array(z.literal("exact")).optional(),
    missingValues: z.tuple([z.literal("")]),
    primaryKey: z.tuple([z.string()]),
    foreignKeys: z
      .array(
        z.strictObject({
          fields: z.tuple([z.string()]),
          reference: z.strictObject({ resource: z.string(), fields: z.tuple([z.string()]) }),
        }),
      )
      .optional(),
  })
  .superRefine(({ fields, primaryKey, foreignKeys = [] }, context) => {
    const names = fields.map((field) => field.name);
    const check = (isRight: boolean, path: PropertyKey[], message: string) =>
      isRight || context.addIssue({ code: "custom", path, message });
    names.forEach((each, index) => {
      check(names.indexOf(each) === index, ["fields", index, "name"], `${each} for a second time`);
    });
    check(names.includes(primaryKey[0]), ["primaryKey", 0], `${primaryKey[0]}, which is no field`);
    foreignKeys.forEach(({ fields: [each] }, index) => {
      check(
        names.includes(each),
        ["foreignKeys", index, "fields", 0],
        `${each}, which is no field`,
      );
    });
  });

const chart = z.strictObject({
  kind: z.enum(chartKinds),
  measure: name,
  /** A second measure, which casualties draw beside the first, on an axis of its own. */
  beside: name.optional(),
});

const resource = z.strictObject({
  name,
  title: z.string(),
  description: z.string(),
  type: z.literal("table"),
  path: z.string().regex(/^[a-z0-9-]+\.csv$/),
  format: z.literal("csv"),
  mediatype: z.literal("text/csv"),
  encoding: z.literal("utf-8"),
  schema: z.union([z.literal("figure.schema.json"), schema]),
  chart: chart.optional(),
});

const datapackage = z.strictObject({
  $schema: z.string(),
  name,
  title: z.string(),
  description: z.string(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  created: z.string(),
  keywords: z.array(z.string()),
  licenses: z.array(z.strictObject({ name: z.string(), path: z.string(), title: z.string() })),
  sources: z.array(z.strictObject({ title: z.string(), path: z.string().optional() })),
  /** Where readers report a mistake: an https or mailto address; `{title}` and `{body}` in it are filled in. */
  report: z
    .string()
    .regex(/^(https:\/\/|mailto:)\S+$/)
    .optional(),
  /** Groups of names for one thing; a search for any of them finds all. */
  aliases: z.array(z.array(z.string()).min(2)),
  resources: z.array(resource).min(1),
});

export type Role = (typeof roles)[number];
export type Category = z.infer<typeof category>;
export type Field = z.infer<typeof field>;
export type Schema = z.infer<typeof schema>;
export type Chart = z.infer<typeof chart>;
export type Resource = z.infer<typeof resource>;
export type Descriptor = z.infer<typeof datapackage>;

/** Text of a `datapackage.json` → descriptor, or every place where it is not one. */
export function parseDescriptor(text: string, file: string) {
  return parseAs(datapackage, text, file);
}

/** Text of a `figure.schema.json` → schema, or every place where it is not one. */
export function parseSchema(text: string, file: string) {
  return parseAs(schema, text, file);
}

function parseAs<T>(shape: z.ZodType<T>, text: string, file: string) {
  const { fault, value, placeOf = () => ({ line: 1, column: 1 }) } = parseJson(text);
  if (fault) return { value: null, problems: [{ file, ...fault }], placeOf };
  const result = shape.safeParse(value);
  if (result.success) return { value: result.data, problems: [], placeOf };
  const problems = result.error.issues.flatMap(innermost).map(({ path, message }): Problem => {
    const field = path.join(".") || "(root)";
    return { file, ...placeOf(path), field, expected: "a valid descriptor", found: message };
  });
  return { value: null, problems, placeOf };
}

/** What is at fault inside of one of several shapes that a part may have: the one that fits furthest. */
function innermost(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string }[] {
  const { path, message } = issue;
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...path, key], message: "a key that nobody reads" }));
  if (issue.code !== "invalid_union") return [{ path, message }];
  const shapes = issue.errors.map((issues) => issues.flatMap(innermost));
  const best = shapes.find((inner) => inner.some((each) => each.path.length > 0));
  return best
    ? best.map((each) => ({ ...each, path: [...path, ...each.path] }))
    : [{ path, message }];
}
