"use client";

import { Changing } from "./changing";
import { useCopy } from "./use-copy";

interface Props {
  readonly label: string;
  readonly text: string;
}

/** Copies a text, and says whether that worked; where a browser forbids it, the text stands there selected. */
export function CopyButton({ label, text }: Props) {
  const { said, byHand, onCopy } = useCopy();
  return (
    <span className="copy">
      <button type="button" onClick={() => onCopy({ text })}>
        <Changing text={said || label} />
      </button>
      <span className="visually-hidden" role="status">
        <Changing text={said} />
      </span>
      {byHand}
    </span>
  );
}
