import { type ReactNode, useCallback, useEffect, useState } from "react";
import { type Copied, copy, copyLater } from "./copy";

interface Copying {
  /** What came of it, for a moment; "" before and after. */
  readonly said: string;
  /** Where no way to copy works: the text, selected, to be copied by hand. */
  readonly byHand: ReactNode;
  readonly onCopy: (copied: Copied) => Promise<void>;
  /** Copies a text that is yet to come. */
  readonly onCopyLater: (text: Promise<string>) => Promise<void>;
  readonly say: (text: string) => void;
}

/** Copies what it is given, says whether that worked and, where not, leaves the text to copy by hand. */
export function useCopy(): Copying {
  const [said, say] = useState("");
  const [left, setLeft] = useState<string | null>(null);
  useEffect(() => {
    const timer = said ? setTimeout(() => say(""), 2500) : undefined;
    return () => clearTimeout(timer);
  }, [said]);
  const onCopy = useCallback(async (copied: Copied) => {
    setLeft(null);
    const isCopied = await copy(copied);
    say(isCopied ? "Copied" : "The browser did not allow copying");
    if (!isCopied) setLeft(copied.text);
  }, []);
  const onCopyLater = useCallback(async (text: Promise<string>) => {
    setLeft(null);
    try {
      const isCopied = await copyLater(text);
      say(isCopied ? "Copied" : "The browser did not allow copying");
      if (!isCopied) setLeft(await text);
    } catch {
      say("The server did not answer");
    }
  }, []);
  const byHand = left !== null && (
    <textarea
      className="by-hand"
      aria-label="To copy by hand"
      readOnly
      rows={2}
      value={left}
      ref={select}
    />
  );
  return { said, byHand, onCopy, onCopyLater, say };
}

function select(field: HTMLTextAreaElement | null) {
  field?.focus();
  field?.select();
}
