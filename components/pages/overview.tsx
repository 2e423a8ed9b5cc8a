import { describeSeries } from "@/data/chart/words";
import { toDisagreements } from "@/data/facts/disagreement";
import { colorsOf, numberOf } from "@/data/figure/document-sign";
import type { Figure } from "@/data/figure/figure";
import { formatEstimate, formatPeriod, inSentence, joinWith } from "@/data/figure/format";
import type { Names } from "@/data/figure/names";
import { headlineOf, namesMeasure, toShares, toSmallSeries } from "@/data/sheet/small";
import type { Chart, Schema } from "@/data/table/descriptor";
import { formatAddress, isValue } from "@/data/view/address";
import { applyCountingRule, type CountingRule } from "@/data/view/counting-rule";
import { countOf, plural } from "@/data/view/describe";
import { StaticChart } from "../chart/chart-static";
import { Hatch } from "../chart/shapes/hatch";
import { DocumentSign } from "../controls/document-sign";
import { Ignored } from "../controls/ignored";
import { ListTable } from "../controls/list-table";
import { SiteLink } from "../state/site-link";
import { RuleNote } from "./rule-note";

interface Sheet {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly chart: Chart;
  readonly figures: readonly Figure[];
}

interface Props {
  readonly title: string;
  readonly schema: Schema;
  readonly sheets: readonly Sheet[];
  readonly names: Names;
  readonly count: CountingRule;
  readonly problems: readonly string[];
}

/** What the workbook holds and whose numbers these are; everything leads to a sheet with its view set. */
export function Overview({ title, schema, sheets: whole, names, count, problems }: Props) {
  const all = whole.flatMap((sheet) => sheet.figures);
  const figures = applyCountingRule(all, count, names.published);
  const kept = new Set(figures);
  const sheets = whole.map((sheet) => ({
    ...sheet,
    figures: sheet.figures.filter((figure) => kept.has(figure)),
    of: sheet.figures.length,
  }));
  return (
    <main className="overview" id="workbook">
      <header>
        <h1>{title}</h1>
        <p className="lead">
          {countOf(figures.length, all.length, "figure")} on Islamic State Khorasan Province, as
          published analyses state them: each with who says it, how exactly, and what it may be
          compared with. Nothing here is our own count.
        </p>
        <Ignored problems={problems} />
        <RuleNote count={count} names={names} />
        <Documents names={names} />
        <ul className="steps">
          <li>
            <b>Open a sheet</b> to sort, filter and chart its figures.
          </li>
          <li>
            <b>Click a number</b> to see who published it, and where.
          </li>
          <li>
            <b>Share, cite or download</b> exactly what you see.
          </li>
          <li>
            <b>≈, ≥, hatched?</b> <SiteLink href="/codebook#signs">See the signs</SiteLink>
          </li>
        </ul>
      </header>
      <Hatch />
      <ul className="sheet-cards">
        {sheets.map((sheet) => (
          <SheetCard key={sheet.name} sheet={sheet} schema={schema} names={names} />
        ))}
      </ul>
      <Disagreements figures={all} names={names} />
      <Shares sheets={sheets} names={names} />
    </main>
  );
}

function Documents({ names }: { names: Names }) {
  return (
    <ul className="legend" aria-label="The documents">
      {Object.entries(names.documents).map(([id, name]) => (
        <li key={id}>
          <SiteLink href={formatAddress("figures", { filters: [isValue("document", id)] })}>
            <DocumentSign number={numberOf(id, { colors: colorsOf(names) })} className="mark" />
            {name}
          </SiteLink>
        </li>
      ))}
    </ul>
  );
}

interface CardProps {
  /** A sheet with the figures that the rule keeps, and how many it holds. */
  readonly sheet: Sheet & { readonly of: number };
  readonly schema: Schema;
  readonly names: Names;
}

function SheetCard({ sheet, schema, names }: CardProps) {
  const { name, title, figures } = sheet;
  const series = toSmallSeries(sheet, schema, names);
  const facts = headlineOf(sheet)?.facts ?? [];
  const select = facts.flatMap(({ statements }) => statements.map(({ id }) => id));
  return (
    <li>
      <h2>
        <SiteLink href={formatAddress(name, { select })}>{title}</SiteLink>{" "}
        <span className="quiet">{countOf(figures.length, sheet.of, "figure")}</span>
      </h2>
      <Headline sheet={sheet} names={names} />
      <div className="chart-frame">
        <StaticChart
          series={{ ...series, isSmall: true }}
          state={{ colors: colorsOf(names), words: {}, selected: [] }}
          label={describeSeries(series, names)}
        />
      </div>
      {series.layout !== "columns" && series.bands.length < series.of && (
        <p className="quiet">
          The {series.bands.length} largest of {plural(series.of, "figure")}
        </p>
      )}
    </li>
  );
}

/** The event or fact with the sheet's largest figure, and who states it: the card's link selects its figures. */
function Headline({ sheet, names }: Omit<CardProps, "schema">) {
  const headline = headlineOf(sheet);
  if (!headline) return null;
  const { facts, event } = headline;
  const statements = facts.flatMap((fact) => fact.statements);
  const [first] = statements;
  if (!first) return null;
  const measure = inSentence(names.measures[first.measure] ?? first.measure);
  const isSaid = facts.every(({ subject }) => subject === null || namesMeasure(subject, measure));
  const about = [event && names.events[event], formatPeriod(first)].filter(Boolean);
  return (
    <p className="headline">
      <span>
        {isSaid || `${names.measures[first.measure]}: `}
        {facts.map(({ range, unit, subject, statements }, index) => (
          <span key={statements[0]?.id}>
            {index > 0 && " and "}
            <b>{range}</b>
            {unit && ` ${unit}`}
            {(unit || range.endsWith("%")) && ","} {subject ?? measure}
          </span>
        ))}
        {about.map((each) => `, ${each}`)}
      </span>{" "}
      <span className="quiet">— {sourcesOf(statements, names)}</span>
    </p>
  );
}

/** Who states some figures: a claimant only where it is the one of all, then the documents. */
function sourcesOf(figures: readonly Figure[], names: Names): string {
  const claimants = new Set(figures.map(({ claimant }) => claimant));
  const [claimant] = claimants;
  const documents = Object.keys(names.documents).filter((id) =>
    figures.some(({ document }) => document === id),
  );
  const said = joinWith(
    documents.map((id) => names.documents[id] ?? id),
    "and",
  );
  return claimants.size === 1 && claimant ? `${claimant}, in ${said}` : said;
}

/** The facts on which documents are furthest apart. */
function Disagreements({ figures, names }: { figures: readonly Figure[]; names: Names }) {
  const all = toDisagreements(figures, names.follows).filter(({ verdict }) => verdict !== "agree");
  const against = all.filter(({ verdict }) => verdict === "contradict").length;
  return (
    <section>
      <h2>
        Where documents differ{" "}
        <span className="quiet">
          {plural(all.length, "fact")}, {plural(against, "contradiction")}
        </span>
      </h2>
      <ul className="apart">
        {all.slice(0, 3).map(({ fact, statements, verdict }) => (
          <li key={fact}>
            <SiteLink
              href={formatAddress("figures", {
                filters: [{ kind: "text", column: "fact", text: fact }],
                chart: "ranges",
                measure: statements[0]?.measure ?? null,
              })}
            >
              {titleOf(statements[0], names)}
            </SiteLink>{" "}
            {statements.map((figure, index) => (
              <span key={figure.id}>
                {index > 0 && " · "}
                <b>{formatEstimate(figure)}</b> {names.documents[figure.document]}
              </span>
            ))}{" "}
            <span className={`verdict ${verdict}`}>{verdict}</span>
          </li>
        ))}
      </ul>
      <p>
        <SiteLink href="/disagreements">All disagreements</SiteLink>
      </p>
    </section>
  );
}

function titleOf(figure: Figure | undefined, names: Names): string {
  if (!figure) return "";
  const about = figure.event ? names.events[figure.event] : figure.subject;
  return [names.measures[figure.measure], about].filter(Boolean).join(", ");
}

/** How much each document says on each sheet; an empty cell is what it does not speak of. */
function Shares({ sheets, names }: Pick<Props, "sheets" | "names">) {
  const documents = Object.keys(names.documents);
  return (
    <section>
      <h2>Coverage: which source covers what</h2>
      <ListTable
        caption="Figures by sheet and document"
        head={["Sheet", ...documents.map((id) => names.documents[id] ?? id)]}
        rows={sheets.map(({ name, title, figures }) => ({
          key: name,
          cells: [
            <SiteLink key={name} href={formatAddress(name)}>
              {title}
            </SiteLink>,
            ...toShares(figures, documents).map(({ document, count }) =>
              count > 0 ? (
                <SiteLink
                  key={document}
                  href={formatAddress(name, {
                    filters: [isValue("document", document)],
                    repeats: "show",
                  })}
                >
                  {count}
                </SiteLink>
              ) : null,
            ),
          ],
        }))}
      />
      <p>
        <SiteLink href="/documents#coverage">Coverage by measure, year and document</SiteLink>
      </p>
    </section>
  );
}
