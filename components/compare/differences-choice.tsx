import { groupBy } from "@/data/table/order";
import type { OtherTable } from "./use-differences";

interface Props {
  readonly others: readonly OtherTable[];
  readonly against: string;
  readonly onAgainst: (against: string) => void;
  /** The columns by which rows are matched; none where that is their place. */
  readonly matched: readonly string[];
  /** The columns that both tables have. */
  readonly common: readonly string[];
  readonly onMatched: (key: readonly string[]) => void;
}

/** Which table is the one before, and by which columns rows of both are known for the same. */
export function DifferencesChoice(props: Props) {
  const { others, against, onAgainst, matched, common, onMatched } = props;
  // One more than there are, for a further column.
  const places = common.length > matched.length ? [...matched, ""] : matched;
  return (
    <fieldset className="open-choice">
      <legend className="visually-hidden">What is compared</legend>
      <span>against</span>
      <select
        aria-label="Other table"
        value={against}
        onChange={({ target }) => onAgainst(target.value)}
      >
        {[...groupBy(others, ({ group }) => group)].map(([group, tables]) => (
          <optgroup key={group} label={group}>
            {tables.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {common.length > 0 && <span>rows matched by</span>}
      {places.map((name, at) => (
        <select
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the key is what is chosen
          key={at}
          aria-label={at === 0 ? "Column of the key" : `Column ${at + 1} of the key`}
          value={name}
          onChange={({ target }) => onMatched(replaceAt(matched, at, target.value))}
        >
          <option value="">{at === 0 ? "their place" : at < matched.length ? "–" : "and…"}</option>
          {common
            .filter((each) => each === name || !matched.includes(each))
            .map((each) => (
              <option key={each}>{each}</option>
            ))}
        </select>
      ))}
    </fieldset>
  );
}

function replaceAt(names: readonly string[], at: number, name: string): readonly string[] {
  return [...names.slice(0, at), name, ...names.slice(at + 1)].filter(Boolean);
}
