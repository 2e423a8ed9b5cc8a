import { formatView, type View } from "@/data/view/view";
import type { Show } from "./use-view";

interface ViewLinkProps {
  readonly change: Partial<View>;
  readonly isCurrent?: boolean;
  readonly view: View;
  readonly onShow: Show;
  readonly children: React.ReactNode;
}

/** A link to another view of the page, which a script shows in place. */
export function ViewLink({ change, isCurrent = false, view, onShow, children }: ViewLinkProps) {
  return (
    <a
      href={`?${formatView({ ...view, ...change })}`}
      aria-current={isCurrent ? "true" : undefined}
      onClick={(event) => {
        event.preventDefault();
        onShow(change);
      }}
    >
      {children}
    </a>
  );
}
