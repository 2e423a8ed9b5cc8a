import { expect, test } from "vitest";
import { roles } from "@/data/table/descriptor";
import { columnsOf, slimSchema } from "@/data/view/column";
import { fewFields, field, schema } from "../figures";

test("a table has a column for each field, and value before low", () => {
  expect(columnsOf(fewFields).map(({ name }) => name)).toEqual([
    "id",
    "place",
    "countries",
    "start",
    "as_of",
    "value",
    "low",
    "best",
    "paragraph",
    "note",
  ]);
});

test("a table without estimates has no value", () => {
  expect(columnsOf(schema([field({ name: "id" })])).map(({ name }) => name)).toEqual(["id"]);
});

test("how a column is narrowed follows from its role", () => {
  const ofRoles = schema(roles.map((role) => field({ name: role, role })));
  expect(columnsOf(ofRoles).map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    "identifier: text",
    "dimension: values",
    "period: period",
    "estimate: number",
    "relation: text",
    "text: text",
    "position: number",
  ]);
});

test("a column keeps the title, the description and the categories of its field", () => {
  const categories = [{ value: "counted", label: "counted" }];
  const basis = field({ name: "basis", title: "Basis", description: "How known.", categories });
  expect(columnsOf(schema([{ ...basis, role: "dimension", many: true }]))).toEqual([
    {
      name: "basis",
      title: "Basis",
      description: "How known.",
      kind: "values",
      many: true,
      categories: [{ value: "counted", label: "counted" }],
    },
  ]);
});

test("a schema goes with a page without its constraints and what its categories mean", () => {
  const categories = [{ value: "counted", label: "Counted", description: "By whom." }];
  const basis = field({ name: "basis", title: "Basis", description: "How known.", categories });
  const [slimmed] = slimSchema(schema([{ ...basis, constraints: { required: true } }])).fields;
  expect(slimmed).toEqual({
    ...field({ name: "basis", title: "Basis", description: "How known." }),
    categories: [{ value: "counted", label: "Counted" }],
  });
});
