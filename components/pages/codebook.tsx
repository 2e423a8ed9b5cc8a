import { verdicts } from "@/data/facts/disagreement";
import { precisions } from "@/data/figure/figure";
import { glyphs } from "@/data/figure/format";
import type { Names } from "@/data/figure/names";
import { rules, shapes } from "@/data/figure/rule";
import { totalRules } from "@/data/figure/total";
import { pivotHelp } from "@/data/sheet/pivot-request";
import type { Descriptor, Field, Schema } from "@/data/table/descriptor";
import type { Row, Table } from "@/data/table/table";
import { columnsOf } from "@/data/view/column";
import { countingRules, preferredSays } from "@/data/view/counting-rule";
import { filterHelp } from "@/data/view/filter";
import { formatPage, pageOf } from "@/data/view/page";
import { optionHelp } from "@/data/view/view";
import { LegendSigns } from "../chart/legend-signs";
import { Code } from "../controls/code";
import { ListTable } from "../controls/list-table";
import { ListPages } from "./list-pages";

interface Props {
  readonly descriptor: Descriptor;
  readonly figureSchema: Schema;
  readonly tables: { readonly [resource: string]: Table };
  readonly names: Pick<Names, "documents" | "groups">;
  /** Which page of the events, from 1. */
  readonly page: number;
}

/** Every field, measure, category and rule, taken from where the code itself takes them. */
export function Codebook({ descriptor, figureSchema, tables, names, page }: Props) {
  return (
    <main className="prose wide" id="workbook">
      <h1>Codebook</h1>
      <p>
        A row is one figure as one document states it. Version {descriptor.version} of the data. The
        files say the same: <a href="/data/datapackage.json">datapackage.json</a>,{" "}
        <a href="/data/figure.schema.json">figure.schema.json</a>.
      </p>
      <h2 id="signs">Signs and names</h2>
      <LegendSigns names={names} />
      <h2>Fields of a figure</h2>
      <Fields schema={figureSchema} />
      <h2>Precision</h2>
      <Precisions schema={figureSchema} />
      <h2>Basis</h2>
      <Categories field={figureSchema.fields.find(({ name }) => name === "basis")} />
      <h2>Measures</h2>
      <Measures rows={tables.measures?.rows ?? []} />
      <h2>Kinds of measure</h2>
      <Categories field={fieldOf(tables.measures?.schema, "kind")} />
      <h2>Counting rules</h2>
      <p>
        Where documents state the same fact, a rule keeps one statement of it, everywhere at once.
      </p>
      <dl>
        {Object.entries(countingRules).map(([name, { title, says }]) => (
          <div key={name} id={`count-${name}`}>
            <dt>{title}</dt>
            <dd>{says}</dd>
          </div>
        ))}
        <div>
          <dt>A document</dt>
          <dd>{preferredSays}</dd>
        </div>
      </dl>
      <h2>Totals</h2>
      <ul>
        {totalRules.map((says) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
      <h2>Disagreements</h2>
      <dl>
        {Object.values(verdicts).map(({ title, says }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <h2 id="events">Events</h2>
      <Events rows={tables.events?.rows ?? []} asked={page} />
      <h2>Names for one thing</h2>
      <p>A search for one of these names finds all of them.</p>
      <ul>
        {descriptor.aliases.map((group) => (
          <li key={group[0]}>{group.join(" · ")}</li>
        ))}
      </ul>
      <h2>What the build checks</h2>
      <ul>
        {rules.map(({ says }) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
      <h2>Addresses</h2>
      <p>
        The query of a page is its view, and the same query narrows its file. A name of a field
        narrows; a name with an underscore belongs to the page.
      </p>
      <Query schema={figureSchema} />
    </main>
  );
}

function fieldOf(schema: Schema | undefined, name: string): Field | undefined {
  return schema?.fields.find((field) => field.name === name);
}

function Fields({ schema }: { schema: Schema }) {
  const rows = schema.fields.map(({ name, title, type, description, constraints }) => ({
    key: name,
    cells: [
      <Code key="name">{name}</Code>,
      title,
      type,
      constraints?.required ? "always" : "may be missing",
      description,
    ],
  }));
  return (
    <ListTable
      caption="Fields"
      head={["Field", "Title", "Type", "Filled", "What it holds"]}
      rows={rows}
    />
  );
}

function Precisions({ schema }: { schema: Schema }) {
  const categories = fieldOf(schema, "precision")?.categories ?? [];
  const rows = precisions.map((precision) => ({
    key: `precision-${precision.replaceAll(" ", "-")}`,
    cells: [
      precision,
      glyphs[precision] || "–",
      shapes[precision].replaceAll(" ", ", ") || "none",
      categories.find(({ value }) => value === precision)?.description,
    ],
  }));
  return (
    <ListTable caption="Precision" head={["Precision", "Sign", "Filled", "Meaning"]} rows={rows} />
  );
}

function Categories({ field }: { field: Field | undefined }) {
  return (
    <dl>
      {field?.categories?.map(({ value, description }) => (
        <div key={value}>
          <dt>{value}</dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  );
}

function Measures({ rows }: { rows: readonly Row[] }) {
  const cells = rows.map(({ id, title, unit, kind, additive, definition }) => ({
    key: String(id),
    cells: [title, unit, kind, additive, definition],
  }));
  const head = ["Measure", "Unit", "Kind", "Additive", "What is in and what is out"];
  return <ListTable caption="Measures" head={head} rows={cells} />;
}

function Events({ rows, asked }: { rows: readonly Row[]; asked: number }) {
  const page = pageOf(rows, asked);
  const cells = page.rows.map(({ id, name, aliases, date, place }) => ({
    key: String(id),
    cells: [name, aliases ?? "–", date ?? "–", place ?? "–"],
  }));
  return (
    <>
      <ListTable caption="Events" head={["Event", "Also called", "Date", "Place"]} rows={cells} />
      <ListPages
        page={page}
        of={rows.length}
        noun="Events"
        addressOf={(to) => `/codebook${formatPage(to)}#events`}
      />
    </>
  );
}

function Query({ schema }: { schema: Schema }) {
  const columns = columnsOf(schema);
  const filters = Object.entries(filterHelp).map(([kind, { example, says }]) => ({
    key: `filter-${kind}`,
    cells: [
      <Code key="example">{example}</Code>,
      says,
      columns
        .filter((column) => column.kind === kind)
        .map(({ name }) => name)
        .join(", "),
    ],
  }));
  const options = Object.entries(optionHelp).map(([key, { example, says }]) => ({
    key: `option-${key}`,
    cells: [<Code key="example">{example}</Code>, says, ""],
  }));
  const groups = pivotHelp.map(({ example, says }) => ({
    key: `pivot-${example}`,
    cells: [<Code key="example">{example}</Code>, says, ""],
  }));
  return (
    <ListTable
      caption="Query"
      head={["Example", "Meaning", "Fields"]}
      rows={[...filters, ...options, ...groups]}
    />
  );
}
