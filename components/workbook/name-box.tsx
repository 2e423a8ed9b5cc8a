import { useId, useState } from "react";
import { isProblem } from "@/data/table/problem";
import { type CellRange, parseCellRange, type TableSize } from "@/data/view/cell-range";

interface Props {
  /** What is selected, as a spreadsheet names it. */
  readonly value: string;
  readonly size: TableSize;
  readonly onGo: (range: CellRange) => void;
}

/** Names the cells that are selected, and goes to those whose name is typed into it. */
export function NameBox({ value, size, onGo }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const leave = () => {
    setTyped(null);
    setProblem(null);
  };
  const go = () => {
    if (typed === null) return;
    const range = parseCellRange(typed, size);
    if (isProblem(range)) return setProblem(range.problem);
    leave();
    onGo(range);
  };
  return (
    <span className="name-box">
      <input
        aria-label="Name box"
        title="Type a cell or a range, such as D6 or B2:C5, and Enter"
        value={typed ?? value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? id : undefined}
        autoComplete="off"
        spellCheck={false}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === "Enter") go();
          if (event.key === "Escape") leave();
        }}
      />
      <small id={id} className="problems" role="status">
        {problem && `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`}
      </small>
    </span>
  );
}
