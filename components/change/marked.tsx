import { Code } from "../controls/code";

/** A text in which what stands between backticks is for programs. */
export function Marked({ text }: { text: string }) {
  return text.split("`").map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text are their places in it
    index % 2 === 1 ? <Code key={index}>{part}</Code> : part,
  );
}
