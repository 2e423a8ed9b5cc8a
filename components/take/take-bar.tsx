"use client";

import { useState } from "react";
import { loadNothing, useLoaded } from "../controls/use-loaded";
import { useQuery } from "../state/use-query";
import { type Part, parts } from "./take-parts";

const loadDialog = () => import("./take-dialog").then((module) => module.TakeDialog);

interface Props {
  /** The page by its address, without the slash. */
  readonly page: string;
  readonly site: string;
}

/** Share, cite, download: links to a page that has it all, or a dialog in place with a script. */
export function TakeBar({ page, site }: Props) {
  const query = useQuery();
  const [open, setOpen] = useState<Part | null>(null);
  const [copied, setCopied] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const [Dialog, isMissing] = useLoaded(wasOpen ? loadDialog : loadNothing);
  const about = new URLSearchParams([["_page", page], ...new URLSearchParams(query)]);
  const onOpen = (part: Part) => (event: React.MouseEvent) => {
    if (isMissing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setOpen(part);
    setWasOpen(true);
    setCopied(false);
    const { pathname, search } = window.location;
    if (part !== "share" || !navigator.clipboard) return;
    navigator.clipboard.writeText(`${site}${pathname}${search}`).then(
      () => setCopied(true),
      // The dialog shows the address, so it can still be copied by hand.
      () => undefined,
    );
  };
  return (
    <nav className="take-bar" aria-label="Take it along">
      {(Object.keys(parts) as Part[]).map((part) => (
        <a key={part} href={`/use?${about}#${part}`} className={part} onClick={onOpen(part)}>
          {parts[part].title}
        </a>
      ))}
      {isMissing && (
        <span className="problems" role="status">
          This did not load here; the links open it as a page.
        </span>
      )}
      {Dialog && open && (
        <Dialog part={open} query={String(about)} copied={copied} onClose={() => setOpen(null)} />
      )}
    </nav>
  );
}
