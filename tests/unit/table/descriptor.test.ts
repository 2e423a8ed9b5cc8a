import { describe, expect, test } from "vitest";
import { parseDescriptor, parseSchema } from "@/data/table/descriptor";
import { formatProblem } from "@/data/table/problem";

const id = { name: "id", title: "Id", description: "", type: "string", role: "identifier" };
const schema = { fields: [id], missingValues: [""], primaryKey: ["id"] };
const sheet = {
  name: "attacks",
  title: "Attacks",
  description: "",
  type: "table",
  path: "attacks.csv",
  format: "csv",
  mediatype: "text/csv",
  encoding: "utf-8",
  schema: "figure.schema.json",
  chart: { kind: "trend", measure: "attacks" },
};
const descriptor = {
  $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
  name: "figures",
  title: "Figures",
  description: "",
  version: "1.0.0",
  created: "2024-01-01",
  keywords: [],
  licenses: [],
  sources: [],
  aliases: [["IS", "Daesh"]],
  resources: [sheet],
};

const problemsOf = (value: object) =>
  parseDescriptor(JSON.stringify(value, null, 2), "datapackage.json").problems.map(formatProblem);
const fieldsAtFault = (resource: object) =>
  parseDescriptor(
    JSON.stringify({ ...descriptor, resources: [{ ...sheet, ...resource }] }),
    "datapackage.json",
  ).problems.map(({ field }) => field);

test("reads a descriptor as it is written", () => {
  expect(parseDescriptor(JSON.stringify(descriptor), "datapackage.json")).toMatchObject({
    value: descriptor,
    problems: [],
  });
});

test("reads a schema as it is written", () => {
  expect(parseSchema(JSON.stringify(schema), "figure.schema.json")).toMatchObject({
    value: schema,
    problems: [],
  });
});

describe("says which part of a resource is wrong", () => {
  test.each([
    ["a name with a capital", { name: "Attacks" }, "resources.0.name"],
    ["a file in another folder", { path: "../attacks.csv" }, "resources.0.path"],
    ["an encoding other than UTF-8", { encoding: "latin1" }, "resources.0.encoding"],
    [
      "a chart of a kind that is not drawn",
      { chart: { kind: "pie", measure: "a" } },
      "resources.0.chart.kind",
    ],
    ["a key that nobody reads", { delimiter: ";" }, "resources.0.delimiter"],
    [
      "a field of a schema of its own",
      { schema: { ...schema, fields: [{ ...id, type: "date" }] } },
      "resources.0.schema.fields.0.type",
    ],
    ["a schema in a file of another name", { schema: "other.json" }, "resources.0.schema"],
  ])("%s", (_, resource, field) => {
    expect(fieldsAtFault(resource)).toEqual([field]);
  });
});

describe("says which part of a schema is wrong", () => {
  test.each([
    ["two fields of one name", { fields: [id, id] }, "fields.1.name"],
    ["a key that is no field", { primaryKey: ["name"] }, "primaryKey.0"],
    ["two keys", { primaryKey: ["id", "name"] }, "primaryKey"],
    ["a type that is not cast", { fields: [{ ...id, type: "date" }] }, "fields.0.type"],
    ["a role without a filter", { fields: [{ ...id, role: "colour" }] }, "fields.0.role"],
    ["another text for missing", { missingValues: ["n/a"] }, "missingValues.0"],
  ])("%s", (_, said, field) => {
    const { problems } = parseSchema(JSON.stringify({ ...schema, ...said }), "x.json");
    expect(problems.map((problem) => problem.field)).toEqual([field]);
  });
});

test("says all at once what is wrong with a descriptor", () => {
  expect(problemsOf({ ...descriptor, version: "1", aliases: [["IS"]] })).toEqual([
    "datapackage.json:6:14 version: expected a valid descriptor, found Invalid string: must match pattern /^\\d+\\.\\d+\\.\\d+$/",
    "datapackage.json:12:5 aliases.0: expected a valid descriptor, found Too small: expected array to have >=2 items",
  ]);
});

test("says where a file stops being JSON", () => {
  const { problems } = parseDescriptor('{\n  "name": }', "datapackage.json");
  expect(problems.map(formatProblem)).toEqual([
    'datapackage.json:2:11: expected a value, found "}"',
  ]);
});
