import type { Table } from "@/data/table/table";
import { formatOpened, formatView, type MenuName, type View } from "@/data/view/view";
import type { SentMenu } from "../controls/menu";

interface HiddenProps {
  readonly view: View;
  readonly table?: Table | undefined;
}

/** What a form that is sent without a script says of a view, besides its fields. */
export function HiddenView({ view, table }: HiddenProps) {
  return [...new URLSearchParams(formatView(view, table))].map(([key, value]) => (
    <input key={`${key}=${value}`} type="hidden" name={key} value={value} />
  ));
}

/**
 * A list of a sheet as its page is sent: closed, and empty but for a link to the same view with the list
 * open, which only a reader without a script needs, or one who is quicker than the script.
 * @param more what stands beside the link: fields of a form around the list, or what needs no list
 */
export function sentMenu(
  name: MenuName,
  view: View,
  table?: Table,
  more?: React.ReactNode,
): SentMenu {
  return {
    id: name,
    isOpen: view.open === name,
    instead: () => (
      <p className="menu-body menu-foot">
        <a href={formatOpened(view, name, table)} rel="nofollow">
          All {name}
        </a>
        {more}
      </p>
    ),
  };
}
