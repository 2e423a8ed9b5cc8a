import type { Length } from "./chart-geometry";

/** A sign for each document beside its colour, so that documents are told apart without colour. */
const paths: readonly string[] = [
  "M5 0A5 5 0 1 1-5 0A5 5 0 1 1 5 0Z",
  "M-4.4-4.4H4.4V4.4H-4.4Z",
  "M0-6L6 0L0 6L-6 0Z",
  "M0-5.6L5.8 4.4H-5.8Z",
  "M0 5.6L5.8-4.4H-5.8Z",
  "M-1.8-5.4H1.8V-1.8H5.4V1.8H1.8V5.4H-1.8V1.8H-5.4V-1.8H-1.8Z",
];

/** The sign of a document by its number from 1 on. */
export function Sign({ number, className = "fill" }: { number: number; className?: string }) {
  return <path className={className} d={paths[(number - 1) % paths.length]} />;
}

/** Moves what it holds to a place that may be a percentage, which a transform cannot do. */
export function At({ x, y, children }: { x: Length; y: Length; children: React.ReactNode }) {
  return (
    <svg x={x} y={y} width={1} height={1} overflow="visible" aria-hidden="true">
      {children}
    </svg>
  );
}
