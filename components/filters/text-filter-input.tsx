import { useState } from "react";
import { formatFilter, type TextFilter, toTextFilter } from "@/data/view/filter";
import { TextInput } from "../controls/text-input";
import type { FilterProps } from "./narrow";

/** How a text is looked for, in the order in which a reader is offered it. */
const modes: {
  readonly [title: string]: Pick<TextFilter, "whole" | "except"> & { readonly isMissing?: true };
} = {
  contains: {},
  "does not contain": { except: true },
  is: { whole: true },
  "is not": { whole: true, except: true },
  "is empty": { whole: true, isMissing: true },
  "is not empty": { whole: true, except: true, isMissing: true },
};

function modeOf({ text, whole, except }: TextFilter): string {
  const isMissing = whole && text === "";
  const found = Object.entries(modes).find(
    ([, mode]) =>
      (mode.isMissing ?? false) === (isMissing ?? false) &&
      mode.whole === whole &&
      mode.except === except,
  );
  return found?.[0] ?? "contains";
}

/** Words that the text of a column contains or is, or contains or is not; or that there is none. */
export function TextFilterInput({ column, filter, onNarrow }: FilterProps) {
  const { name, title } = column;
  const text = filter?.kind === "text" ? filter.text : "";
  const said = filter?.kind === "text" ? modeOf(filter) : null;
  const [chosen, setChosen] = useState({ mode: said ?? "contains", said });
  // Another filter from outside has another mode; without one the reader may yet be about to type.
  if (chosen.said !== said) setChosen({ mode: said ?? chosen.mode, said });
  const { mode } = chosen;
  // Without a script the field has the words of the address.
  const isServer = typeof window === "undefined";
  const { whole = false, except = false, isMissing = false } = modes[mode] ?? {};
  const ask = (mode: string, text: string) => {
    const { whole = false, except = false, isMissing = false } = modes[mode] ?? {};
    const isAsked = isMissing || text !== "";
    onNarrow(name, () =>
      isAsked ? toTextFilter(name, isMissing ? "" : text, whole, except) : null,
    );
  };
  return (
    <div className="text-filter">
      <select
        className="mode"
        aria-label={`How ${title} is looked for`}
        value={mode}
        onChange={({ target }) => {
          setChosen({ mode: target.value, said });
          ask(target.value, text);
        }}
      >
        {Object.keys(modes).map((title) => (
          <option key={title}>{title}</option>
        ))}
      </select>
      {(isServer || !isMissing) && (
        <TextInput
          type="text"
          name={isServer && except ? `${name}!` : name}
          label={whole || except ? "Text" : "Some of its text"}
          value={isServer && filter ? (formatFilter(filter)[0] ?? "") : text}
          onCommit={(text) => ask(mode, text)}
        />
      )}
    </div>
  );
}
