import { useEffect, useRef } from "react";

interface Props {
  readonly type: "search" | "text";
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly className?: string;
  /** The label is only heard: what the field is for stands beside it. */
  readonly isBare?: boolean;
  readonly mode?: "text" | "decimal";
  /** The id of the sentence that says what is wrong with what stands in it. */
  readonly problemId?: string;
  /** On each key stroke; the first since the field was entered starts a new step. */
  readonly onChange?: (text: string, isFirst: boolean) => void;
  /** On Enter, and on leaving the field. */
  readonly onCommit?: (text: string) => void;
}

/** A text field that follows a value from outside, but not under the reader's hands. */
export function TextInput({
  type,
  name,
  label,
  value,
  className,
  isBare = type === "search",
  mode,
  problemId,
  onChange,
  onCommit,
}: Props) {
  const input = useRef<HTMLInputElement>(null);
  const changes = useRef(0);
  const known = useRef(value);
  /** What was typed and has not come back yet as the value; any other value comes from outside. */
  const pending = useRef<string[]>([]);
  useEffect(() => {
    if (!input.current || value === known.current) return;
    known.current = value;
    const at = pending.current.indexOf(value);
    pending.current = at < 0 ? [] : pending.current.slice(at + 1);
    if (at < 0) input.current.value = value;
  }, [value]);
  const tell = (text: string, act: () => void) => {
    pending.current.push(text);
    act();
  };
  const commit = () => {
    const text = input.current?.value.trim() ?? "";
    if (text !== value && onCommit) tell(text, () => onCommit(text));
  };
  return (
    <label className={className}>
      <span className={isBare ? "visually-hidden" : undefined}>{label}</span>
      <input
        ref={input}
        type={type}
        name={name}
        placeholder={type === "search" ? label : undefined}
        inputMode={mode}
        aria-invalid={problemId ? true : undefined}
        aria-describedby={problemId}
        maxLength={200}
        defaultValue={value}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => {
          const text = target.value.trim();
          if (onChange) tell(text, () => onChange(text, changes.current++ === 0));
        }}
        onKeyDown={({ key }) => key === "Enter" && commit()}
        onBlur={() => {
          changes.current = 0;
          commit();
        }}
      />
    </label>
  );
}
