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
  /** All of a text of which the cell has the beginning alone; null where it has all. */
  readonly wholeOf: (() => Promise<string>) | null;
}

/** The key of a text that several keys compose, as browsers call it before the first sign is there. */
export const composing = "Process";

const presses = ["mousedown", "click", "dblclick", "touchstart"];

/** A longer text, or one of several lines, is written in a field that shows more of it. */
const longLine = 120;

/** A field in the place of a cell. What began by typing starts with that sign, else with what stands there. */
export function CellEditor(props: Props) {
  const { value, onValueChange, onLeave, eventKey, label, optionsOf, check, onDraft } = props;
  const { wholeOf } = props;
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const listId = useId();
  const [options, setOptions] = useState<readonly Option[]>([]);
  const isTyped = [...eventKey].length === 1;
  const [first] = useState(() => (isTyped ? eventKey : eventKey === composing ? "" : value));
  /** It has the beginning of a text alone, and the rest cannot be had. */
  const [isCut, setCut] = useState(false);
  const [problem, setProblem] = useState("");
  const tell = (text: string) => {
    onValueChange(text);
    const found = check(text);
    setProblem(found);
    onDraft(found);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the field comes
  useEffect(() => {
    const { current } = field;
    let isThere = true;
    toEnd(current);
    if (first !== value) tell(first);
    optionsOf?.().then(setOptions, () => setOptions([]));
    // A press in the field is none on its row.
    const keep = (event: Event) => event.stopPropagation();
    for (const type of presses) current?.addEventListener(type, keep);
    if (first === value && wholeOf && current) {
      const takeEarly = holdInput(current);
      wholeOf().then(
        (text) => {
          if (!isThere) return;
          const early = takeEarly();
          current.value = text + early;
          toEnd(current);
          if (early) tell(current.value);
        },
        ({ message }: Error) => {
          if (!isThere) return;
          setCut(true);
          onDraft(message);
        },
      );
    }
    return () => {
      isThere = false;
      onDraft("");
    };
  }, []);
  const known = {
    ref: field,
    className: "cell-editor",
    "aria-label": label,
    "aria-invalid": problem ? true : undefined,
    title: problem || undefined,
    defaultValue: first,
    readOnly: isCut,
    autoComplete: "off",
    spellCheck: false,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => tell(target.value),
    onBlur: onLeave,
  };
  if (!isTyped && (first.length > longLine || /[\r\n]/.test(first))) return <textarea {...known} />;
  return (
    <>
      <input {...known} type="text" list={options.length > 0 ? listId : undefined} />
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

/** Keeps what is typed out of a field, until it is asked for. */
function holdInput(field: HTMLElement): () => string {
  let typed = "";
  const hold = (event: InputEvent) => {
    event.preventDefault();
    typed += event.data ?? "";
  };
  field.addEventListener("beforeinput", hold);
  return () => {
    field.removeEventListener("beforeinput", hold);
    return typed;
  };
}

function toEnd(field: HTMLInputElement | HTMLTextAreaElement | null): void {
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}
