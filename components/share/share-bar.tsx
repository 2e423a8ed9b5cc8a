"use client";

import { useState } from "react";
import { formatSharePage } from "@/data/files/share-data";
import { isPlainClick } from "../controls/plain-click";
import { loadNothing, useLoaded } from "../controls/use-loaded";
import { sharedQuery, useQuery } from "../state/use-query";
import { type ShareAction, shareActions } from "./share-actions";

const loadDialog = () => import("./share-dialog").then((module) => module.ShareDialog);

interface Props {
  /** The page by its address, without the slash. */
  readonly page: string;
}

/** Share, cite, download: links to a page that has it all, or a dialog in place with a script. */
export function ShareBar({ page }: Props) {
  const query = useQuery();
  const [open, setOpen] = useState<ShareAction | null>(null);
  const [shared, setShared] = useState("");
  const [wasOpen, setWasOpen] = useState(false);
  const [Dialog, isMissing] = useLoaded(wasOpen ? loadDialog : loadNothing);
  const onOpen = (part: ShareAction) => (event: React.MouseEvent) => {
    if (isMissing || !isPlainClick(event)) return;
    event.preventDefault();
    setOpen(part);
    setWasOpen(true);
    setShared(sharedQuery());
  };
  return (
    <nav className="share-bar" aria-label="Share and download">
      {(Object.keys(shareActions) as ShareAction[]).map((part) => (
        <a
          key={part}
          href={`${formatSharePage(page, query)}#${part}`}
          className={part}
          onClick={onOpen(part)}
        >
          {shareActions[part].title}
        </a>
      ))}
      {isMissing && (
        <span className="problems" role="status">
          This did not load here; the links open it as a page.
        </span>
      )}
      {Dialog && open && (
        <Dialog part={open} more={formatSharePage(page, shared)} onClose={() => setOpen(null)} />
      )}
    </nav>
  );
}
