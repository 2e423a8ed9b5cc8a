import { useEffect, useRef, useState } from "react";
import type { ShareData } from "@/data/files/share-data";
import { AddressBox } from "./address-box";
import { ChartFiles } from "./chart-files";
import { CitationList } from "./citation-list";
import { OfferList } from "./offer-list";
import { ReportMistake } from "./report-mistake";
import { type ShareAction, shareActions } from "./share-actions";

interface Props {
  readonly part: ShareAction;
  /** The address of the page "use the data" about the page and its view. */
  readonly more: string;
  readonly onClose: () => void;
}

const bodies: { readonly [part in ShareAction]: (props: { data: ShareData }) => React.ReactNode } =
  {
    share: ({ data }) => <AddressBox {...data} />,
    cite: ({ data }) => (
      <>
        <CitationList {...data} />
        <ReportMistake {...data.report} />
      </>
    ),
    download: ({ data }) => (
      <>
        <OfferList {...data} />
        {data.iframe && <ChartFiles />}
      </>
    ),
  };

/** One part of what the page "use the data" has, over the page it is about. */
export function ShareDialog({ part, more, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const found = useShareData(more);
  useEffect(() => dialog.current?.showModal(), []);
  const Body = bodies[part];
  return (
    <dialog ref={dialog} className="share-dialog" aria-labelledby="share-title" onClose={onClose}>
      <h2 id="share-title">{shareActions[part].heading}</h2>
      <p role="status">{found === "failed" && "The server did not answer."}</p>
      {found && found !== "failed" && <Body data={found} />}
      <form method="dialog">
        <a href={`${more}#${part}`}>Use the data: calls for programs, and all of this</a>
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}

/** What the server says there is to share, cite and download; null until it answers. */
function useShareData(more: string): ShareData | "failed" | null {
  const [found, setFound] = useState<ShareData | "failed" | null>(null);
  useEffect(() => {
    const request = new AbortController();
    fetch(more.replace("/use?", "/use/json?"), { signal: request.signal })
      .then((response) => (response.ok ? response.json() : Promise.reject(response)))
      .then(setFound, () => request.signal.aborted || setFound("failed"));
    return () => request.abort();
  }, [more]);
  return found;
}
