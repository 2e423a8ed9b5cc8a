import { usePendingValue } from "./use-pending-value";

interface Props {
  readonly name?: string;
  readonly value?: string;
  readonly isOn: boolean;
  readonly isFixed?: boolean;
  readonly isHidden?: boolean;
  readonly onTick: (isOn: boolean) => void;
  readonly children: React.ReactNode;
}

/** A box with its label; it shows the reader's tick at once. */
export function Tick({ name, value, isOn, isFixed, isHidden, onTick, children }: Props) {
  const [isTicked, ask] = usePendingValue(isOn);
  return (
    <label hidden={isHidden}>
      <input
        type="checkbox"
        name={name}
        value={value}
        checked={isTicked}
        disabled={isFixed}
        onChange={({ target }) => {
          ask(target.checked);
          onTick(target.checked);
        }}
      />{" "}
      {children}
    </label>
  );
}
