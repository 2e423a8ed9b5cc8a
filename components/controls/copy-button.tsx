"use client";

import { Changing } from "./changing";
import { useCopy } from "./use-copy";

interface Props {
  readonly label: string;
  /** The text, or how to get it. */
  readonly text: string | (() => Promise<string>);
}

/** Copies a text, and says whether that worked; where a browser forbids it, the text stands there selected. */
export function CopyButton({ label, text }: Props) {
  const { said, byHand, onCopy, onCopyLater } = useCopy();
  const onPress = () => (typeof text === "string" ? onCopy({ text }) : onCopyLater(text()));
  return (
    <span className="copy">
      <button type="button" onClick={onPress}>
        <Changing text={said || label} />
      </button>
      <span className="visually-hidden" role="status">
        <Changing text={said} />
      </span>
      {byHand}
    </span>
  );
}
