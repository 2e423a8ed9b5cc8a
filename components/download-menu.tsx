import { useRef } from "react";
import type { Offer } from "@/data/offer";
import { OfferList } from "./offer-list";
import { useClosing } from "./use-closing";

interface Props {
  readonly offers: readonly Offer[];
  /** Where everything else that can be taken along stands. */
  readonly more: string;
}

/** The files of a view: a list of plain links that opens without a script too. */
export function DownloadMenu({ offers, more }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu);
  return (
    <details ref={menu} className="menu download-menu">
      <summary>Download</summary>
      <div className="menu-body">
        <OfferList offers={offers} />
        <p className="menu-foot">
          <a href={more}>Calls for programs, citations, addresses</a>
        </p>
      </div>
    </details>
  );
}
