import { useState, useSyncExternalStore } from "react";
import type { Column } from "@/data/view/column";
import { TextInput } from "../controls/text-input";

interface Props {
  readonly column: Column;
  /** The range as the query says it: "10..20", "2021..", or "". */
  readonly value: string;
  readonly onCommit: (text: string) => void;
}

const hints: { readonly [kind: string]: string } = {
  number: "A number or a range: 45, 100.. or 10..50",
  period: "A date or a range: 2021, 2022.. or 2021-08..2023",
};

const notes: { readonly [kind: string]: string } = {
  number: "Keeps what could lie between, so bounds stay; words state no number.",
  period: "Years, months (2021-08) or days. Keeps what shares a day with it.",
};

const neverChanges = () => () => undefined;

/** From and to as two fields; one field in the query's own words where no script runs. */
export function RangeInput({ column, value, onCommit }: Props) {
  // Two fields from the start where a script makes them: those that replace one would lose its focus.
  const isLive = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const { name, kind, title } = column;
  const [from = "", to = value.includes("..") ? "" : from] = value.split("..");
  /** Both ends as the reader last left them: the address may not have the other one yet. */
  const [ends, setEnds] = useState({ from, to, value });
  if (ends.value !== value) setEnds({ from, to, value });
  const commit = (end: { from: string } | { to: string }) => {
    const next = { ...ends, ...end };
    setEnds(next);
    onCommit(next.from || next.to ? `${next.from}..${next.to}` : "");
  };
  if (!isLive) return <TextInput type="text" name={name} label={hints[kind] ?? ""} value={value} />;
  const format = kind === "number" ? "numeric" : "text";
  return (
    <fieldset className="range-input">
      <legend className="visually-hidden">{title}</legend>
      <TextInput
        type="text"
        mode={format}
        name={`${name}-from`}
        label="From"
        value={from}
        onCommit={(from) => commit({ from })}
      />
      <TextInput
        type="text"
        mode={format}
        name={`${name}-to`}
        label="To"
        value={to}
        onCommit={(to) => commit({ to })}
      />
      <small className="quiet">{notes[kind]}</small>
    </fieldset>
  );
}
