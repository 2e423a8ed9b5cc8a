import { useCallback, useEffect, useState } from "react";

/** A line said to the reader for a while, with a link where it names one. */
export interface Said {
  readonly text: string;
  readonly link?: { readonly href: string; readonly title: string };
}

/** For so many milliseconds a line stays; one with a link longer. */
const short = 2500;
const long = 12_000;

/** A line that is said for a while, and a way to say it. */
export function useNotice(): [Said | null, (said: Said | null) => void] {
  const [said, setSaid] = useState<Said | null>(null);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(null), said.link ? long : short);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, useCallback((next) => setSaid(next), [])];
}

/** Said once, until the page is loaded anew. */
let isReadOnlySaid = false;

/** Says once that figures cannot be changed, with the way to a copy that can. */
export function useReadOnly(sheet: string, say: (said: Said) => void): () => void {
  return useCallback(() => {
    if (isReadOnlySaid) return;
    isReadOnlySaid = true;
    say({
      text: "Published figures cannot be edited.",
      link: { href: `/open#_sheet=${sheet}`, title: "Copy this sheet to a table of my own" },
    });
  }, [sheet, say]);
}

/** The line, over the foot of the table; a screen reader says it. */
export function Notice({ said, onClose }: { said: Said | null; onClose: () => void }) {
  return (
    <div className="notice" role="status">
      {said && (
        <p>
          {said.text} {said.link && <a href={said.link.href}>{said.link.title}</a>}{" "}
          {said.link && (
            <button type="button" aria-label="Close" onClick={onClose}>
              ✕
            </button>
          )}
        </p>
      )}
    </div>
  );
}
