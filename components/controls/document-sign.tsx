import { signPath } from "./sign-paths";

interface Props {
  /** The document's place among all documents, from 1 on. */
  readonly number: number;
  /** Whose style it follows: a text's, or a chart's marks. */
  readonly className?: "sign" | "mark";
  /** In CSS pixels. */
  readonly size?: number;
}

/** A document's sign in its colour, as in the chart, beside its name. */
export function DocumentSign({ number, className = "sign", size = 12 }: Props) {
  return (
    <svg
      width={size}
      height={size}
      viewBox={`${-size / 2} ${-size / 2} ${size} ${size}`}
      aria-hidden="true"
      className={`${className} color-${number}`}
    >
      <path className="fill" d={signPath(number)} />
    </svg>
  );
}
