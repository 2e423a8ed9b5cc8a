import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { useClosing } from "./use-closing";

interface Props {
  readonly ref?: RefObject<HTMLDetailsElement | null>;
  readonly className: string;
  readonly title: string;
  /** Something else than its title opens it. */
  readonly isAsked?: boolean;
  readonly inside: () => ReactNode;
}

/**
 * A panel that opens below its title and closes as a menu does. Its inside is made when a reader first
 * opens it, as the insides of all are a third of a page's elements; without a script the server's is there.
 */
export function Menu({ ref, className, title, isAsked = false, inside }: Props) {
  const own = useRef<HTMLDetailsElement>(null);
  const menu = ref ?? own;
  const [wasOpened, setWasOpened] = useState(false);
  useClosing(menu);
  useEffect(() => {
    // A reader may have opened it before the script came.
    if (isAsked || menu.current?.open) setWasOpened(true);
  }, [isAsked, menu]);
  return (
    <details ref={menu} className={className}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button, by keys too */}
      <summary onClick={() => setWasOpened(true)}>{title}</summary>
      {wasOpened || isAsked ? (
        inside()
      ) : (
        <noscript>{typeof window === "undefined" && inside()}</noscript>
      )}
    </details>
  );
}
