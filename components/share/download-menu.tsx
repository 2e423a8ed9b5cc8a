import type { Offer } from "@/data/files/offer";
import { Menu } from "../controls/menu";
import { OfferList } from "./offer-list";

interface Props {
  readonly offers: readonly Offer[];
  /** The address of the page with everything else: calls, citations, addresses. */
  readonly more: string;
}

/** The files of a view: a list of plain links that opens without a script too. */
export function DownloadMenu({ offers, more }: Props) {
  return (
    <Menu
      className="menu download-menu"
      title="Download"
      inside={() => (
        <div className="menu-body">
          <OfferList offers={offers} />
          <p className="menu-foot">
            <a href={more}>Calls for programs, citations, addresses</a>
          </p>
        </div>
      )}
    />
  );
}
