import { type ReactNode, useEffect, useState } from "react";
import {
  type Entry,
  type EntryColumn,
  type EntryKind,
  type EntryView,
  entryColumns,
} from "@/data/change/entries";
import type { EntriesShown } from "@/data/compare/differ";
import { formatNumber } from "@/data/figure/format";
import { TextInput } from "../controls/text-input";
import type { Compared } from "./use-differences";

interface Props {
  readonly compared: Compared;
  readonly titles: { readonly before: string; readonly after: string };
  readonly onProblem: (message: string) => void;
  /** What stands beside the filters. */
  readonly children: ReactNode;
}

/** So many lines are shown at once. */
const most = 100;

const all: EntryView = { kind: null, field: null, find: "", sort: null };

const kindTitles: { readonly [kind in EntryKind]: string } = {
  "changed cell": "changed",
  "new row": "row new",
  "row gone": "row gone",
  "cell of a new column": "column new",
  "cell of a column gone": "column gone",
};

/** What differs, a line each: narrowed, searched, sorted, and so many at a time. */
export function DifferencesTable({ compared, titles, onProblem, children }: Props) {
  const { differ, differences, id } = compared;
  const [view, setView] = useState(all);
  const [from, setFrom] = useState(0);
  const [shown, setShown] = useState<EntriesShown | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another comparison has other entries
  useEffect(() => {
    let isLatest = true;
    differ.entries(view, from, from + most).then(
      (found) => isLatest && setShown(found),
      ({ message }: Error) => isLatest && onProblem(message),
    );
    return () => {
      isLatest = false;
    };
  }, [differ, id, view, from, onProblem]);
  const ask = (change: Partial<EntryView>) => {
    setView((now) => ({ ...now, ...change }));
    setFrom(0);
  };
  if (!shown) return null;
  const { count, entries } = shown;
  return (
    <>
      <div className="open-choice differences-tools">
        <ListOf
          label="Kind of difference"
          title="every kind"
          values={differences.kinds}
          titles={kindTitles}
          value={view.kind}
          onChoose={(kind) => ask({ kind })}
        />
        <ListOf
          label="Column"
          title="every column"
          values={differences.fields}
          titles={{}}
          value={view.field}
          onChoose={(field) => ask({ field })}
        />
        <TextInput
          className="find"
          type="search"
          name="find-difference"
          label="Find in the differences"
          value={view.find}
          onChange={(find) => ask({ find })}
        />
        {children}
      </div>
      <p className="quiet differences-count" role="status">
        {count === 0
          ? "No difference has all of this."
          : `${formatNumber(from + 1)} to ${formatNumber(from + entries.length)} of ${formatNumber(count)}${count < differences.total ? `, of ${formatNumber(differences.total)} in all` : ""}`}{" "}
        {count > most && (
          <>
            <button type="button" disabled={from === 0} onClick={() => setFrom(from - most)}>
              Previous
            </button>{" "}
            <button
              type="button"
              disabled={from + most >= count}
              onClick={() => setFrom(from + most)}
            >
              Next
            </button>
          </>
        )}
      </p>
      {count > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key
        <section className="differences-table" aria-label="What differs" tabIndex={0}>
          <table>
            <caption className="visually-hidden">What differs</caption>
            <thead>
              <tr>
                {entryColumns.map((column) => (
                  <Heading
                    key={column}
                    {...{ column, titles, view }}
                    keyName={differences.key.join(" + ") || "Row"}
                    onSort={(sort) => ask({ sort })}
                  />
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: keys may repeat
                <Line key={at} entry={entry} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

interface ListProps {
  readonly label: string;
  readonly title: string;
  readonly values: readonly (readonly [value: string, count: number])[];
  readonly titles: { readonly [value: string]: string };
  readonly value: string | null;
  readonly onChoose: (value: string | null) => void;
}

function ListOf({ label, title, values, titles, value, onChoose }: ListProps) {
  if (values.length < 2 && value === null) return null;
  const at = values.findIndex(([each]) => each === value);
  return (
    <select
      aria-label={label}
      value={at}
      onChange={({ target }) => onChoose(values[Number(target.value)]?.[0] ?? null)}
    >
      <option value={-1}>{title}</option>
      {values.map(([each, count], place) => (
        <option key={each} value={place}>
          {Object.hasOwn(titles, each) ? titles[each] : each} ({formatNumber(count)})
        </option>
      ))}
    </select>
  );
}

interface HeadingProps {
  readonly column: EntryColumn;
  readonly titles: Props["titles"];
  /** What the rows are matched by. */
  readonly keyName: string;
  readonly view: EntryView;
  readonly onSort: (sort: EntryView["sort"]) => void;
}

const directions = { true: "descending", false: "ascending" } as const;

function Heading({ column, titles, keyName, view: { sort }, onSort }: HeadingProps) {
  const words: { readonly [column in EntryColumn]: readonly [title: string, more: string] } = {
    kind: ["Kind", ""],
    key: [keyName, ""],
    field: ["Column", ""],
    before: ["Before", titles.before],
    after: ["After", titles.after],
  };
  const [title, more] = words[column];
  const descending = sort?.by === column ? sort.descending : null;
  // As in the grid: ascending, descending, as it was.
  const next =
    descending === null
      ? { by: column, descending: false }
      : descending
        ? null
        : { by: column, descending: true };
  return (
    <th scope="col" aria-sort={descending === null ? undefined : directions[`${descending}`]}>
      <button type="button" className="compare-period" onClick={() => onSort(next)}>
        {title}
        {descending !== null && <span aria-hidden="true">{descending ? " ↓" : " ↑"}</span>}
      </button>
      {more && <small>{more}</small>}
    </th>
  );
}

function Line({ entry: { kind, key, field, before, after } }: { readonly entry: Entry }) {
  return (
    <tr>
      <td>
        <span className={`verdict ${kind.replaceAll(" ", "-")}`}>{kindTitles[kind]}</span>
      </td>
      <th scope="row" data-heading="Row">
        {key ?? "–"}
      </th>
      <td data-heading="Column">{field ?? <span className="quiet">whole row</span>}</td>
      <td data-heading="Before">{before ?? "–"}</td>
      <td data-heading="After">{after ?? "–"}</td>
    </tr>
  );
}
