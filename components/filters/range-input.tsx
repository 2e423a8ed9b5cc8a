import { useId, useState } from "react";
import { isProblem } from "@/data/table/problem";
import type { Column } from "@/data/view/column";
import { parseDates, parseNumbers } from "@/data/view/value-range";
import { TextInput } from "../controls/text-input";
import { useLive } from "../controls/use-live";

interface Props {
  readonly column: Column;
  /** The range as the query says it: "10..20", "2021..", or "". */
  readonly value: string;
  readonly onCommit: (text: string) => void;
}

const hints: { readonly [kind: string]: string } = {
  number: "A number or a range: 45, 1,000.. or 10..50",
  period: "A date or a range: 2021, Aug 2022.. or 2021-08..2023",
};

const notes: { readonly [kind: string]: string } = {
  number: "Keeps “at least 17” where it could fall in the range; hides values given only in words.",
  period: "Years, months (Aug 2021) or days. Includes periods that overlap.",
};

const parsers = { number: parseNumbers, period: parseDates };

/** What is wrong with a range as it was typed, as a sentence, and at which end; null for nothing. */
function problemOf(kind: string, from: string, to: string) {
  const parse = kind === "number" ? parsers.number : parsers.period;
  const parsed = from || to ? parse(`${from}..${to}`) : null;
  if (!isProblem(parsed)) return null;
  const [isFrom, isTo] = [from, to].map((end) => end !== "" && isProblem(parse(`${end}..`)));
  const { problem } = parsed;
  const sentence = `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`;
  return { sentence, isFrom: isFrom || !isTo, isTo: isTo || !isFrom };
}

/** From and to as two fields; one field in the query's own words where no script runs. */
export function RangeInput({ column, value, onCommit }: Props) {
  // Two fields from the start where a script makes them: those that replace one would lose its focus.
  const isLive = useLive();
  const { name, kind, title } = column;
  const [from = "", to = value.includes("..") ? "" : from] = value.split("..");
  /** Both ends as the reader last left them: the address may not have the other one yet. */
  const [ends, setEnds] = useState({ from, to, value });
  if (ends.value !== value) setEnds({ from, to, value });
  const [problem, setProblem] = useState<ReturnType<typeof problemOf>>(null);
  const id = useId();
  const commit = (end: { from: string } | { to: string }) => {
    const next = { ...ends, ...end };
    setEnds(next);
    const problem = problemOf(kind, next.from, next.to);
    setProblem(problem);
    if (!problem) onCommit(next.from || next.to ? `${next.from}..${next.to}` : "");
  };
  if (!isLive) return <TextInput type="text" name={name} label={hints[kind] ?? ""} value={value} />;
  const format = kind === "number" ? "decimal" : "text";
  return (
    <fieldset className="range-input">
      <legend className="visually-hidden">{title}</legend>
      <TextInput
        type="text"
        mode={format}
        name={`${name}-from`}
        label="From"
        value={from}
        problemId={problem?.isFrom ? id : undefined}
        onCommit={(from) => commit({ from })}
      />
      <TextInput
        type="text"
        mode={format}
        name={`${name}-to`}
        label="To"
        value={to}
        problemId={problem?.isTo ? id : undefined}
        onCommit={(to) => commit({ to })}
      />
      <small id={id} className="problems" role="status">
        {problem?.sentence}
      </small>
      <small className="quiet">{notes[kind]}</small>
    </fieldset>
  );
}
