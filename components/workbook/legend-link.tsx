import { useState } from "react";
import { isPlainClick } from "../controls/plain-click";
import { loadNothing, useLoaded } from "../controls/use-loaded";
import type { LegendProps } from "./legend-dialog";

/** Where the same stands without a script. */
const inCodebook = "/codebook#signs";

const loadDialog = () => import("./legend-dialog").then((module) => module.LegendDialog);

/** Opens the key to signs and columns; without a script it leads to the same in the codebook. */
export function LegendLink(props: LegendProps) {
  const [isOpen, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const [Dialog, isMissing] = useLoaded(wasOpen ? loadDialog : loadNothing);
  return (
    <>
      <a
        className="legend-link"
        href={inCodebook}
        title="What the signs and columns mean"
        onClick={(event) => {
          if (isMissing || !isPlainClick(event)) return;
          event.preventDefault();
          setOpen(true);
          setWasOpen(true);
        }}
      >
        <span aria-hidden="true">?</span>
        <span className="visually-hidden">What the signs and columns mean</span>
      </a>
      {Dialog && isOpen && <Dialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
