import { useEffect, useRef, useState } from "react";
import type { Usage } from "@/data/site/take-along";
import { CitationList } from "./citation-list";
import { OfferList } from "./offer-list";
import { ShareBox } from "./share-box";
import { type Part, parts } from "./take-parts";

interface Props {
  readonly part: Part;
  /** The page and its view, as the page "use the data" takes them. */
  readonly query: string;
  /** The address is already on the clipboard. */
  readonly copied: boolean;
  readonly onClose: () => void;
}

const bodies: { readonly [part in Part]: (props: { usage: Usage }) => React.ReactNode } = {
  share: ({ usage }) => <ShareBox {...usage} />,
  cite: ({ usage }) => <CitationList {...usage} />,
  download: ({ usage }) => <OfferList {...usage} />,
};

/** One part of what the page "use the data" has, over the page it is about. */
export function TakeDialog({ part, query, copied, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const found = useUsage(query);
  useEffect(() => dialog.current?.showModal(), []);
  const Body = bodies[part];
  return (
    <dialog ref={dialog} className="take" aria-labelledby="take-title" onClose={onClose}>
      <h2 id="take-title">{parts[part].heading}</h2>
      <p role="status">
        {found === "failed" && "The server did not answer."}
        {copied && "The address is copied."}
      </p>
      {found && found !== "failed" && <Body usage={found} />}
      <form method="dialog">
        <a href={`/use?${query}#${part}`}>Use the data: calls for programs, and all of this</a>
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}

/** What the server says can be taken along; null until it answers. */
function useUsage(query: string): Usage | "failed" | null {
  const [found, setFound] = useState<Usage | "failed" | null>(null);
  useEffect(() => {
    const asked = new AbortController();
    fetch(`/use/json?${query}`, { signal: asked.signal })
      .then((response) => (response.ok ? response.json() : Promise.reject(response)))
      .then(setFound, () => asked.signal.aborted || setFound("failed"));
    return () => asked.abort();
  }, [query]);
  return found;
}
