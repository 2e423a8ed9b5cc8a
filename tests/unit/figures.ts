import fc from "fast-check";
import { type Figure, type Precision, precisions } from "@/data/figure/figure";
import type { Names } from "@/data/figure/names";
import { shapes } from "@/data/figure/rule";
import type { Field, Schema } from "@/data/table/descriptor";
import type { Row, Table } from "@/data/table/table";

/** A figure that keeps every rule, except for what a test says of it: exactly `best`, 10 unless said. */
export function figure(said: Partial<Figure> = {}): Figure {
  const number = (said.precision ?? "exact") === "exact" ? (said.best ?? 10) : null;
  const usual: Figure = {
    id: "a",
    measure: "attacks",
    unit: "attacks",
    fact: null,
    event: null,
    actor: null,
    subject: null,
    place: null,
    countries: null,
    start: null,
    end: null,
    as_of: null,
    low: number,
    best: number,
    high: number,
    precision: "exact",
    as_printed: "ten attacks",
    basis: "reported",
    claimant: null,
    document: "first-2024",
    section: null,
    paragraph: 1,
    part_of: null,
    share_of: null,
    echoes: null,
    note: null,
  };
  return Object.assign(usual, said);
}

/** A field of text, except for what a test says of it. */
export function field(said: Partial<Field> & Pick<Field, "name">): Field {
  const title = said.name.charAt(0).toUpperCase() + said.name.slice(1);
  return { title, description: "", type: "string", role: "text", ...said };
}

export function schema(fields: readonly Field[]): Schema {
  return { fields: [...fields], missingValues: [""], primaryKey: ["id"] };
}

/** A schema with one field of each kind that a reader filters by. */
export const fewFields = schema([
  field({ name: "id", title: "Figure", role: "identifier" }),
  field({ name: "place", role: "dimension" }),
  field({ name: "countries", role: "dimension", many: true }),
  field({ name: "start", title: "Period", role: "period" }),
  field({ name: "as_of", title: "As of", role: "period" }),
  field({ name: "low", type: "number", role: "estimate" }),
  field({ name: "best", type: "number", role: "estimate" }),
  field({ name: "paragraph", type: "integer", role: "position" }),
  field({ name: "note" }),
]);

export function tableOf<R extends Row>(rows: readonly R[]): Table<R> {
  return { schema: fewFields, rows };
}

export const names: Names = {
  documents: { "first-2024": "First", "second-2024": "Second" },
  sheets: {},
  events: { "crocus-2024": "Crocus City Hall" },
  measures: { attacks: "Attacks", killed: "Killed" },
  kinds: {
    attacks: { kind: "flow", additive: "yes" },
    killed: { kind: "flow", additive: "yes" },
  },
  published: { "first-2024": "2024-03", "second-2024": "2024-05" },
  aliases: { "crocus-2024": "Krasnogorsk; Moscow concert hall" },
  compared: {},
  shared: [],
  addresses: {},
  follows: {},
  groups: [
    ["ISK", "ISKP", "Islamic State Khorasan"],
    ["IS", "Daesh", "ISIL"],
  ],
  stated: {},
};

const anyBounds = fc.tuple(fc.nat(60), fc.nat(30));

type Value = Pick<Figure, "precision" | "low" | "best" | "high">;

/** Every shape that a value may have, words too, each with the bounds that its precision fills. */
export const anyValue: fc.Arbitrary<Value> = fc
  .tuple(fc.constantFrom(...precisions), anyBounds)
  .map(([precision, [low, more]]) => toValue(precision, low, low + more));

export function toValue(precision: Precision, from: number, to: number): Value {
  const filled = shapes[precision].split(" ");
  const high = precision === "exact" ? from : to;
  const bound = (name: string, value: number) => (filled.includes(name) ? value : null);
  return {
    precision,
    low: bound("low", from),
    best: bound("best", from),
    high: bound("high", high),
  };
}
