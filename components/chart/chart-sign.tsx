import { type Colors, numberOf } from "@/data/figure/document-sign";
import { signPath } from "../controls/sign-paths";
import type { Length } from "./chart-geometry";

/** The sign of a document by its number from 1 on. */
export function Sign({ number, className = "fill" }: { number: number; className?: string }) {
  return <path className={className} d={signPath(number)} />;
}

/** A document's sign in its colour, beside a text that names it. */
export function DocumentSign({ document, colors }: { document: string; colors: Colors }) {
  const number = numberOf(document, { colors });
  return (
    <svg
      width="12"
      height="12"
      viewBox="-6 -6 12 12"
      aria-hidden="true"
      className={`mark color-${number}`}
    >
      <Sign number={number} />
    </svg>
  );
}

/** Moves what it holds to a place that may be a percentage, which a transform cannot do. */
export function At({ x, y, children }: { x: Length; y: Length; children: React.ReactNode }) {
  return (
    <svg x={x} y={y} width={1} height={1} overflow="visible" aria-hidden="true">
      {children}
    </svg>
  );
}
