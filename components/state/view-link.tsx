import { changeView, formatView, type View } from "@/data/view/view";
import { isPlainClick } from "../controls/plain-click";
import type { Change, Show } from "./use-view";

interface ViewLinkProps {
  readonly change: Change;
  readonly isCurrent?: boolean;
  readonly className?: string | undefined;
  readonly title?: string | undefined;
  readonly view: View;
  readonly onShow: Show;
  readonly children: React.ReactNode;
}

/**
 * A link to another view of the page, which a script shows in place. A click that asks the browser for
 * a tab, a window or a file of its own is left to it.
 */
export function ViewLink(props: ViewLinkProps) {
  const { change, isCurrent, className, title, view, onShow, children } = props;
  const next = typeof change === "function" ? change(view) : change;
  return (
    <a
      className={className}
      title={title}
      href={`?${formatView(changeView(view, next))}`}
      aria-current={isCurrent ? "true" : undefined}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        onShow(change);
      }}
    >
      {children}
    </a>
  );
}
