import { Fragment, useEffect, useRef } from "react";
import { type Box, usePopup } from "./popup";

/** Something a menu offers. */
export interface MenuItem {
  readonly title: string;
  /** The keys that do the same. */
  readonly keys?: string;
  readonly onChoose: () => void;
}

interface Props {
  readonly label: string;
  readonly at: Box;
  /** Groups of items, with a line between them. */
  readonly groups: readonly (readonly MenuItem[])[];
  readonly onClose: () => void;
}

/**
 * A menu at a place of the window, which has the focus while it is open: arrow keys, Home, End and first
 * letters move, Enter and Space choose, Escape and Tab close. The focus then goes back to where it was.
 */
export function PopupMenu({ label, at, groups, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  usePopup(menu, at, onClose);
  useEffect(() => {
    const before = document.activeElement;
    itemsIn(menu.current)[0]?.focus({ preventScroll: true });
    return () => {
      const isLost = !document.activeElement || document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div
      ref={menu}
      className="popup popup-menu"
      role="menu"
      aria-label={label}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => onMenuKey(event, itemsIn(menu.current), onClose)}
    >
      {groups
        .filter((group) => group.length > 0)
        .map((group, index) => (
          <Fragment key={group[0]?.title}>
            {index > 0 && <hr />}
            {group.map(({ title, keys, onChoose }) => (
              <button
                key={title}
                type="button"
                role="menuitem"
                tabIndex={-1}
                onClick={() => {
                  onClose();
                  onChoose();
                }}
              >
                <span className="item-title">{title}</span>
                {keys && (
                  <span className="item-keys" aria-hidden="true">
                    {keys}
                  </span>
                )}
              </button>
            ))}
          </Fragment>
        ))}
    </div>
  );
}

function itemsIn(menu: HTMLElement | null): readonly HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
}

function onMenuKey(event: React.KeyboardEvent, items: readonly HTMLElement[], onClose: () => void) {
  const at = items.indexOf(document.activeElement as HTMLElement);
  const targets: { readonly [key: string]: HTMLElement | undefined } = {
    ArrowDown: items[(at + 1) % items.length],
    ArrowUp: items.at(at - 1),
    Home: items[0],
    End: items.at(-1),
  };
  const target = targets[event.key] ?? startingWith(event.key, items, at);
  const isClosing = event.key === "Escape" || event.key === "Tab";
  // What is typed into a menu is for no one else.
  event.stopPropagation();
  if (target || isClosing) event.preventDefault();
  if (isClosing) onClose();
  target?.focus();
}

/** The next item whose title begins with the letter. */
function startingWith(letter: string, items: readonly HTMLElement[], at: number) {
  if (letter.length !== 1 || letter === " ") return undefined;
  const inTurn = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return inTurn.find(({ textContent }) =>
    textContent?.toLowerCase().startsWith(letter.toLowerCase()),
  );
}
