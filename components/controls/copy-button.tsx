"use client";

import { useEffect, useState } from "react";

interface Props {
  readonly label: string;
  readonly text: string;
}

/** Copies a text, and says whether that worked: a browser may forbid it. */
export function CopyButton({ label, text }: Props) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = said ? setTimeout(() => setSaid(""), 2500) : undefined;
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      // Without HTTPS a browser has no clipboard at all.
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      setSaid("The browser did not allow copying");
    }
  };
  return (
    <span className="copy">
      <button type="button" onClick={copy}>
        {said || label}
      </button>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </span>
  );
}
