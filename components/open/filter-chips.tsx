import type { OpenedColumn } from "@/data/open/session";
import { type Asked, narrowTo, nothingAsked } from "./asked";

interface Props {
  readonly asked: Asked;
  readonly columns: readonly OpenedColumn[];
  readonly onAsk: (asked: Asked) => void;
}

/** Each filter with a way to take it off. */
export function FilterChips({ asked, columns, onAsk }: Props) {
  const chips = [...asked.filters].map(([id, values]) => ({
    key: id,
    words: `${columns.find((column) => column.id === id)?.name ?? id}: ${values
      .map((value) => (value === "" || value === "=" ? "(missing)" : value.replace(/^=/, "")))
      .join(" or ")}`,
    without: narrowTo(asked, id, []),
  }));
  const find = asked.find
    ? [{ key: "_find", words: `Contains “${asked.find}”`, without: { ...asked, find: "" } }]
    : [];
  const all = [...chips, ...find];
  if (all.length === 0) return null;
  return (
    <ul className="chips open-chips" aria-label="Filters">
      {all.map(({ key, words, without }) => (
        <li key={key}>
          <button type="button" className="chip" onClick={() => onAsk(without)}>
            <span className="visually-hidden">Remove </span>
            <span className="chip-words">{words}</span> <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="chip"
          onClick={() => onAsk({ ...nothingAsked, sort: asked.sort })}
        >
          Clear all
        </button>
      </li>
    </ul>
  );
}
