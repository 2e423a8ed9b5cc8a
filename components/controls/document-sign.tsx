import { signPath } from "./sign-paths";

/** A document's sign in its colour, as in the chart, beside its name in a text. */
export function DocumentSign({ number }: { number: number }) {
  return (
    <svg
      width="12"
      height="12"
      viewBox="-6 -6 12 12"
      aria-hidden="true"
      className={`sign color-${number}`}
    >
      <path d={signPath(number)} />
    </svg>
  );
}
