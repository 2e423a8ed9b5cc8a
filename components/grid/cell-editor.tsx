import { useEffect, useId, useRef, useState } from "react";

/** A value that is offered, and what it is called where it does not say that itself. */
export interface Option {
  readonly value: string;
  readonly label?: string;
}

/** What an editor is told of its column. */
export interface EditorParams {
  readonly label: string;
  /** What may stand in the column; null where that is no list. */
  readonly optionsOf: (() => Promise<readonly Option[]>) | null;
  /** What is wrong with a text in this column, in a sentence; "" where nothing is. */
  readonly check: (text: string) => string;
  readonly onDraft: (problem: string) => void;
}

interface Props extends EditorParams {
  readonly value: string;
  /** The key that it was opened by. */
  readonly eventKey: string;
  readonly onValueChange: (text: string) => void;
  readonly onLeave: () => void;
}

const presses = ["mousedown", "click", "dblclick", "touchstart"];

/** A field in the place of a cell. What began by typing starts with that sign, else with what stands there. */
export function CellEditor(props: Props) {
  const { value, onValueChange, onLeave, eventKey, label, optionsOf, check, onDraft } = props;
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [options, setOptions] = useState<readonly Option[]>([]);
  const [first] = useState(() => ([...eventKey].length === 1 ? eventKey : value));
  const [problem, setProblem] = useState("");
  const tell = (text: string) => {
    onValueChange(text);
    const found = check(text);
    setProblem(found);
    onDraft(found);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the field comes
  useEffect(() => {
    const { current } = input;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
    if (first !== value) tell(first);
    optionsOf?.().then(setOptions, () => setOptions([]));
    // A press in the field is none on its row.
    const keep = (event: Event) => event.stopPropagation();
    for (const type of presses) current?.addEventListener(type, keep);
    return () => onDraft("");
  }, []);
  return (
    <>
      <input
        ref={input}
        type="text"
        className="cell-editor"
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        title={problem || undefined}
        defaultValue={first}
        list={options.length > 0 ? listId : undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => tell(target.value)}
        onBlur={onLeave}
      />
      {options.length > 0 && (
        <datalist id={listId}>
          {options.map(({ value, label }) => (
            <option key={value} value={value} label={label || undefined} />
          ))}
        </datalist>
      )}
    </>
  );
}
