import { type ReactNode, useEffect, useRef, useState } from "react";
import { useClosing } from "./use-closing";

interface Props {
  readonly className: string;
  readonly title: string;
  readonly inside: () => ReactNode;
}

/** The same object each time, as React would empty the element for another. */
const unset = { __html: "" };

/**
 * A panel that opens below its title and closes as a menu does. Closed, it keeps what the server put
 * inside, as it is: without a script, or before it comes, that answers. The first opening makes it anew;
 * to take over what all menus hold would be a third of a page's work.
 */
export function Menu({ className, title, inside }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  const [wasOpened, setWasOpened] = useState(false);
  useClosing(menu);
  useEffect(() => {
    // A reader may have opened it before the script came.
    if (menu.current?.open) setWasOpened(true);
  }, []);
  const isMade = wasOpened || typeof window === "undefined";
  return (
    <details ref={menu} className={className}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button, by keys too */}
      <summary onClick={() => setWasOpened(true)}>{title}</summary>
      {isMade ? (
        <div key="made">{inside()}</div>
      ) : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: React leaves what is there; it holds no data
        <div suppressHydrationWarning dangerouslySetInnerHTML={unset} />
      )}
    </details>
  );
}
