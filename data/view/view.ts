import { chartKinds } from "../table/chart-kinds";
import type { ChartKind } from "../table/descriptor";
import { firstOf, isProblem, notOneOf, type Parsed, quote } from "../table/problem";
import type { Table } from "../table/table";
import { type Column, columnsOf, comparedColumn, type FilterKind } from "./column";
import { type CountingRule, everyStatement, parseRule } from "./counting-rule";
import { type Filter, formatFilter, isExcept, parseFilter } from "./filter";
import { isBlank } from "./fold";
import { formatIds, parseIds, parseIdsExcept, type Said } from "./ids";
import { parseMended } from "./mend";
import { notAPage, parsePage } from "./page";
import { formatQuery } from "./query";
import { mostWords, toWords } from "./search";
import { type TableKind, tableKinds } from "./table-kind";
import { mendKey, withoutTracking } from "./tracking.mjs";

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** How numbers lie on an axis, as a reader may choose. */
export const scales = ["linear", "log"] as const;
export type ScaleName = (typeof scales)[number];

/** What a reader asked to see of a table. The URL is its only home. */
export interface View {
  readonly filters: readonly Filter[];
  readonly find: string;
  readonly sort: readonly Sort[];
  /** Ids of selected rows. */
  readonly select: readonly string[];
  /** Ids of the only rows to show; none is no such limit. */
  readonly only: readonly string[];
  /** The measure that the chart draws; null is the one its descriptor names. */
  readonly measure: string | null;
  /** How the chart draws it; null is as its descriptor says, or as suits the measure. */
  readonly chart: ChartKind | null;
  readonly scale: ScaleName;
  /** Documents that the chart leaves out; the table keeps them. */
  readonly mute: readonly string[];
  readonly repeats: "fold" | "show";
  /** How one statement a fact is chosen; "all" keeps every statement. */
  readonly count: CountingRule;
  /** The columns of the grid in their order; none is the usual ones. */
  readonly columns: readonly string[];
  /** "grid" is as the reader has chosen for every sheet. */
  readonly table: TableKind;
  /** Which page of a long table, from 1; the grid has all rows at once. */
  readonly page: number;
  /** Which version of the figures; "" is the newest. */
  readonly version: string;
  /** Which list the server sends open, for a reader without a script; no link of a view says it. */
  readonly open: MenuName | null;
}

/** Lists that a page is sent without: a script fills them as they open. */
export const menuNames = ["filters", "columns"] as const;
export type MenuName = (typeof menuNames)[number];

/** The view without a query. */
export const emptyView: View = {
  filters: [],
  find: "",
  sort: [],
  select: [],
  only: [],
  measure: null,
  chart: null,
  scale: "linear",
  mute: [],
  repeats: "fold",
  count: everyStatement,
  columns: [],
  table: "grid",
  page: 1,
  version: "",
  open: null,
};

/** The keys of a view by what they change: rows, marks of the chart, columns, what is selected, how it looks, and whose rows they are. */
export const viewParts = {
  rows: ["filters", "find", "sort", "only", "repeats", "count"],
  chart: ["chart", "measure", "scale", "mute", "sort"],
  columns: ["columns"],
  selection: ["select"],
  look: ["table", "page", "open"],
  source: ["version"],
} as const satisfies { readonly [part: string]: readonly (keyof View)[] };

/** As much of a view as changes one part of what is shown. */
export type ViewPart<P extends keyof typeof viewParts> = Pick<View, (typeof viewParts)[P][number]>;

/** A key of a view that no part has does not compile here. */
const _unlisted: Record<
  Exclude<keyof View, (typeof viewParts)[keyof typeof viewParts][number]>,
  never
> = {};

/** The part of a view that its keys make. */
export function partOf<P extends keyof typeof viewParts>(view: View, part: P): ViewPart<P> {
  const keys: readonly (keyof View)[] = viewParts[part];
  return Object.fromEntries(keys.map((key) => [key, view[key]])) as ViewPart<P>;
}

/** A view with a change: other rows, or another order of them, begin with the first page. */
export function changeView(view: View, change: Partial<View>): View {
  const isOther = viewParts.rows.some((key) => change[key] !== undefined);
  return { ...view, ...(isOther ? { page: emptyView.page } : {}), ...change };
}

/** A view, and one line for each part of the query that was ignored because it says nothing. */
export interface ParsedView {
  readonly view: View;
  readonly problems: readonly string[];
}

interface Option<K extends keyof View> {
  readonly parse: (values: readonly string[], table: Table) => Parsed<View[K]>;
  readonly format: (value: View[K], table?: Table) => readonly Said[];
  /** What the key means with "!" after it, where it may have one. */
  readonly parseExcept?: (values: readonly string[], table: Table) => Parsed<View[K]>;
}

const options: { readonly [K in Exclude<keyof View, "filters">]: Option<K> } = {
  find: {
    parse: ([text = "", ...more]) => {
      if (more.length > 0) return { problem: "_find: expected one text, found several" };
      if (text.length > 200) return { problem: "_find: expected at most 200 characters" };
      const { length } = toWords(text);
      if (length > mostWords) return { problem: `_find: expected at most ${mostWords} words` };
      return length > 0 ? text.trim() : "";
    },
    format: (find) => (find ? [find] : []),
  },
  sort: {
    parse: (values, { schema }) => parseSort(values.join(","), columnsOf(schema)),
    format: (sort) => (sort.length > 0 ? [formatSort(sort)] : []),
  },
  select: idsOption("_select"),
  only: idsOption("_only"),
  measure: {
    parse: ([measure = "", ...more], { rows }) => {
      const known = [...new Set(rows.map((row) => String(row.measure)))];
      if (more.length === 0 && known.includes(measure)) return measure;
      return { problem: notOneOf("_measure", measure, known) };
    },
    format: (measure) => (measure ? [measure] : []),
  },
  chart: {
    parse: (values) => parseChoice("_chart", values, chartKinds),
    format: (chart) => (chart ? [chart] : []),
  },
  scale: {
    parse: (values) => parseChoice("_scale", values, scales),
    format: (scale) => (scale === "log" ? ["log"] : []),
  },
  mute: {
    parse: (values, { rows }) => {
      const known = documentsOf(rows);
      const unknown = values.find((value) => !known.includes(value));
      if (unknown === undefined) return [...new Set(values)].sort();
      return { problem: notOneOf("_mute", unknown, known) };
    },
    format: (mute) => mute,
  },
  repeats: {
    parse: ([value = "", ...more]) =>
      more.length === 0 && (value === "show" || value === "fold")
        ? value
        : { problem: notOneOf("_repeats", value, ["show", "fold"]) },
    format: (repeats) => (repeats === "show" ? ["show"] : []),
  },
  count: {
    parse: (values, { rows, documents = documentsOf(rows) }) => parseRule(values, documents),
    format: (count) => (count === everyStatement ? [] : [count]),
  },
  columns: {
    parse: (values, { schema }) => {
      const names = [...new Set(values.join(",").split(",").filter(Boolean))];
      const known = [...columnsOf(schema), comparedColumn].map(({ name }) => name);
      const unknown = names.find((name) => !known.includes(name));
      if (unknown === undefined) return names;
      return {
        problem: `_columns: expected some of ${known.join(", ")}, found ${quote(unknown)}`,
      };
    },
    format: (columns) => (columns.length > 0 ? [columns.join(",")] : []),
  },
  table: {
    parse: (values) => parseChoice("_table", values, tableKinds),
    format: (table) => (table === "grid" ? [] : [table]),
  },
  page: {
    parse: ([page = "", ...more]) =>
      (more.length === 0 ? parsePage(page) : null) ?? { problem: notAPage(page) },
    format: (page) => (page === 1 ? [] : [String(page)]),
  },
  version: {
    parse: (values, { versions = [] }) => {
      const version = parseChoice("_version", values, versions);
      return version === versions.at(-1) ? "" : version;
    },
    format: (version) => (version ? [version] : []),
  },
  open: {
    parse: (values) => parseChoice("_open", values, menuNames),
    format: () => [],
  },
};

function idsOption(key: string) {
  return {
    parse: (values: readonly string[], table: Table) => parseIds(key, values, table),
    parseExcept: (values: readonly string[], table: Table) =>
      parseIdsExcept(`${key}!`, values, table),
    format: formatIds,
  };
}

function parseChoice<T extends string>(
  key: string,
  [value = "", ...more]: readonly string[],
  known: readonly T[],
): Parsed<T> {
  const choice = known.find((each) => each === value);
  if (choice && more.length === 0) return choice;
  return { problem: notOneOf(key, value, known) };
}

function documentsOf(rows: Table["rows"]): readonly string[] {
  return [...new Set(rows.map((row) => String(row.document ?? "")))].filter(Boolean);
}

/** What the keys of a page mean, for the codebook. */
export const optionHelp: {
  readonly [K in keyof typeof options]: { example: string; says: string };
} = {
  find: {
    example: "_find=krasnogorsk",
    says: "Every word stands in some cell of the row, or in another name of what it is about.",
  },
  sort: {
    example: "_sort=-value,start",
    says: "Columns to sort by, minus for descending. Values sort within their unit; missing ones come last both ways.",
  },
  select: {
    example: "_select=killed-crocus-dawn",
    says: "Figures that are marked, by id, separated by commas; _select!= is all but these, * all.",
  },
  only: {
    example: "_only=killed-crocus-dawn",
    says: "Shows these figures alone, by id; _only!= all but these, * all. A chart links in this way to what it could not draw.",
  },
  measure: { example: "_measure=arrested", says: "The measure that the chart draws." },
  chart: {
    example: "_chart=change",
    says: "How the chart draws it: trend, change (on the year before), ranges, casualties (by event), parts or timeline; another one than fits the measure is passed over.",
  },
  scale: {
    example: "_scale=log",
    says: "A logarithmic axis; zero stands at its edge.",
  },
  mute: {
    example: "_mute=osw-2024",
    says: "Documents that the chart leaves out; the table and the files keep them.",
  },
  repeats: {
    example: "_repeats=show",
    says: "Shows figures that only repeat another one; they are folded otherwise.",
  },
  count: {
    example: "_count=lowest",
    says: "Keeps one statement of each fact: lowest, highest, median, latest, or the id of the document you prefer.",
  },
  columns: {
    example: "_columns=start,value,note",
    says: "The columns of the table, in their order; without it the usual ones.",
  },
  table: {
    example: "_table=plain",
    says: "wrap shows all text of a cell in lines; plain is a simple table in place of the grid, which selects by the number of a row, with or without a script.",
  },
  page: {
    example: "_page=2",
    says: "The next 100 rows of a long plain table; the grid and the files have all of them.",
  },
  version: {
    example: "_version=1.0.0",
    says: "The figures as they were in that version; without it the newest. Every version stays, and Changes says what was corrected.",
  },
  open: {
    example: "_open=filters",
    says: "Opens the list of filters or of columns, where no script does. It is passed on by no link.",
  },
};

/** A query of a table's page → the view it asks for; what it cannot mean is left out and listed. */
export function parseView(query: URLSearchParams, table: Table): ParsedView {
  const columns = columnsOf(table.schema);
  const problems: string[] = [];
  const filters: Filter[] = [];
  const parts: Partial<View> = {};
  const seen = new Set<string>();
  for (const [key, values] of valuesByKey(query, columns)) {
    const { name, column, parse } = keyPartOf(key, columns);
    // A form without a script sends every field that is left empty, the search among them; only a list
    // can ask for "".
    const isEmpty = column?.kind !== "values" && values.every(isBlank);
    const isAsked = column !== undefined && !query.has("_find") && values.join("") === "";
    if (isEmpty && !isAsked) continue;
    const part = seen.has(name)
      ? { problem: `${key}: expected ${name} or ${name}!, found both` }
      : isEmpty
        ? { problem: `${key}: expected what to look for, found nothing` }
        : parseMended(values, (each) => parse(each, table));
    seen.add(name);
    if (isProblem(part)) problems.push(part.problem);
    else if (column) filters.push(part as Filter);
    else Object.assign(parts, { [name.slice(1)]: part });
  }
  const order = columns.map(({ name }) => name);
  filters.sort((a, b) => order.indexOf(a.column) - order.indexOf(b.column));
  return { view: { ...emptyView, ...parts, filters }, problems: firstOf(problems) };
}

/** The values of each key; a column may be called like a key that others add. */
function valuesByKey(query: URLSearchParams, columns: readonly Column[]) {
  const meant = new Set([...withoutTracking(query).keys(), ...columns.map(({ name }) => name)]);
  const values = new Map<string, string[]>();
  for (const [said, value] of query) {
    const key = meant.has(said) ? said : mendKey(said);
    const known = values.get(key);
    if (known) known.push(value);
    else if (meant.has(key)) values.set(key, [value]);
  }
  return values;
}

/** What a key speaks of, and how its values are read: a column or an option of the page. */
interface KeyPart {
  readonly name: string;
  readonly column?: Column;
  readonly parse: (values: readonly string[], table: Table) => Parsed<unknown>;
}

function keyPartOf(key: string, columns: readonly Column[]): KeyPart {
  const column = columns.find(({ name }) => name === key);
  if (column) return { name: key, column, parse: parserOf(column, false) };
  const option = optionOf(key);
  if (option) return { name: key, parse: option.parse };
  const except = key.endsWith("!") ? exceptPartOf(key.slice(0, -1), columns) : null;
  return except ?? { name: key, parse: () => ({ problem: unknownKey(key, columns) }) };
}

/** A key with "!" after it, which leaves out what it names; null where there is no such key. */
function exceptPartOf(name: string, columns: readonly Column[]): KeyPart | null {
  const column = columns.find((each) => each.name === name);
  if (column && exceptKinds.includes(column.kind))
    return { name, column, parse: parserOf(column, true) };
  const parse = optionOf(name)?.parseExcept;
  return parse ? { name, parse } : null;
}

/** Kinds of columns of which a filter may say what is left out. */
const exceptKinds: readonly FilterKind[] = ["values", "text"];

function parserOf(column: Column, isExcept: boolean) {
  return (values: readonly string[], { rows }: Table) =>
    parseFilter(column, values, rows, isExcept);
}

/**
 * The query of a view, without "?", defaults left out; inverse of `parseView`. With its table, a list
 * of most of its ids is written as those that are left out.
 */
export function formatView(view: View, table?: Table): string {
  const query = new URLSearchParams();
  for (const filter of view.filters) {
    const key = isExcept(filter) ? `${filter.column}!` : filter.column;
    for (const value of formatFilter(filter)) query.append(key, value);
  }
  for (const key of Object.keys(options) as (keyof typeof options)[])
    for (const said of formatOptionOf(key, view, table))
      if (typeof said === "string") query.append(`_${key}`, said);
      else query.append(`_${key}!`, said.except);
  return formatQuery(query);
}

/** The address, on its page, of a view with one of its lists open. */
export function formatOpened(view: View, menu: MenuName, table?: Table): string {
  return `?${[formatView(view, table), `_open=${menu}`].filter(Boolean).join("&")}#${menu}`;
}

/** The query of a view that selects nothing → that of the same view with one row selected. */
export function selectIn(query: string, id: string): string {
  return `${query}${query && "&"}${formatQuery(new URLSearchParams({ _select: id }))}`;
}

function formatOptionOf<K extends keyof typeof options>(key: K, view: View, table?: Table) {
  const option: Option<K> = options[key];
  return option.format(view[key], table);
}

function optionOf(key: string): Option<keyof typeof options> | undefined {
  const name = Object.keys(options).find((option) => key === `_${option}`);
  return name ? (options[name as keyof typeof options] as Option<keyof typeof options>) : undefined;
}

/** An order as an address holds it: "-value,start"; "" for none. */
export function formatSort(sort: readonly Sort[]): string {
  return sort.map(({ column, descending }) => (descending ? `-${column}` : column)).join(",");
}

/**
 * The order once a reader has asked for a column: unsorted → ascending → descending → unsorted, alone
 * or besides the columns that rows are sorted by already.
 */
export function nextSort(sort: readonly Sort[], column: string, isAdded: boolean): readonly Sort[] {
  const now = sort.find((each) => each.column === column);
  const next = now?.descending ? [] : [{ column, descending: now !== undefined }];
  if (!isAdded) return next;
  return now ? sort.flatMap((each) => (each === now ? next : [each])) : [...sort, ...next];
}

function parseSort(text: string, columns: readonly Column[]): Parsed<readonly Sort[]> {
  const sorts = text
    .split(",")
    .filter(Boolean)
    .map((name) => ({ column: name.replace(/^-/, ""), descending: name.startsWith("-") }));
  const unknown = sorts.find(({ column }) => !columns.some(({ name }) => name === column));
  if (unknown) {
    const names = columns.map(({ name }) => name);
    return { problem: notOneOf("_sort", unknown.column, names) };
  }
  return sorts.filter(
    ({ column }, index) => sorts.findIndex((sort) => sort.column === column) === index,
  );
}

function unknownKey(key: string, columns: readonly Column[]): string {
  const names = [
    ...columns.map(({ name }) => name),
    ...Object.keys(options).map((name) => `_${name}`),
  ];
  return `${quote(key)}: expected one of ${names.join(", ")}`;
}
