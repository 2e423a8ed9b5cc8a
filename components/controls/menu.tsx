import { type ReactNode, useEffect, useRef, useState } from "react";
import { useClosing } from "./use-closing";

interface Props {
  readonly className: string;
  readonly title: string;
  readonly inside: () => ReactNode;
  /** Of a menu that a page is sent with. */
  readonly sent?: SentMenu;
}

export interface SentMenu {
  /** The fragment of an address that leads to it. */
  readonly id: string;
  /** The address asks for it open: the server makes what is inside, too. */
  readonly isOpen: boolean;
  /** What the server puts inside else: a way to a page with it open. */
  readonly instead: () => ReactNode;
}

/** The same object each time, as React would empty the element for another. */
const unset = { __html: "" };

/**
 * A panel that opens below its title and closes as a menu does. Its first opening makes what is inside; until
 * then it keeps what the server put there, as it is: without a script, or before it comes, that answers.
 */
export function Menu({ className, title, inside, sent }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  const [wasOpened, setWasOpened] = useState(false);
  // Once the page is there it is the reader who opens and closes it.
  const [isOpen] = useState(sent?.isOpen ?? false);
  useClosing(menu);
  useEffect(() => {
    // The address, or a reader before the script came, may have opened it.
    if (menu.current?.open) setWasOpened(true);
  }, []);
  const isServer = typeof window === "undefined";
  return (
    <details ref={menu} id={sent?.id} className={className} open={isOpen}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button, by keys too */}
      <summary onClick={() => setWasOpened(true)}>{title}</summary>
      {wasOpened ? (
        <div key="made">{inside()}</div>
      ) : isServer ? (
        <div>{isOpen ? inside() : sent?.instead()}</div>
      ) : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: React leaves what is there; it holds no data
        <div suppressHydrationWarning dangerouslySetInnerHTML={unset} />
      )}
    </details>
  );
}
