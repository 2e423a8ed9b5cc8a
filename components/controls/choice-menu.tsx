import { useRef } from "react";

interface Props {
  readonly title: React.ReactNode;
  readonly className?: string;
  readonly children: React.ReactNode;
}

/** A list that opens below its title; a choice, Escape or leaving it closes it. */
export function ChoiceMenu({ title, className = "", children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute("open");
  return (
    <details
      ref={menu}
      className={`chart-menu ${className}`}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) close();
      }}
      onKeyDown={({ key }) => {
        if (key !== "Escape") return;
        close();
        menu.current?.querySelector("summary")?.focus();
      }}
      onClick={({ target }) => {
        if (!(target instanceof Element && target.closest("li"))) return;
        close();
        menu.current?.querySelector("summary")?.focus();
      }}
    >
      <summary>
        {title} <span aria-hidden="true">▾</span>
      </summary>
      <ul>{children}</ul>
    </details>
  );
}
