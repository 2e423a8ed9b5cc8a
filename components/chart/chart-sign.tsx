import { signPath } from "../controls/sign-paths";
import type { Length } from "./chart-geometry";

interface SignProps {
  readonly number: number;
  readonly className?: string;
  /** Pixels to the right. */
  readonly dx?: number;
}

/** The sign of a document by its number from 1 on. */
export function Sign({ number, className = "fill", dx }: SignProps) {
  return (
    <path
      className={className}
      d={signPath(number)}
      transform={dx === undefined ? undefined : `translate(${dx})`}
    />
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
