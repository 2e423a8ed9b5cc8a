"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { useCarriedQuery } from "../state/use-query";

interface Props {
  readonly tabs: readonly { readonly name: string; readonly title: string }[];
  readonly current?: string;
  /** What goes along to each sheet, with "?" before it. */
  readonly query: string;
}

let isFirstPage = true;
let isByTab = false;

/** On a page that was not loaded but gone to, the focus would be nowhere: it goes to its tab or its content. */
function arrive(tab: HTMLElement | null | undefined) {
  const main = document.getElementById("workbook");
  if (!isFirstPage && main && document.activeElement === document.body) {
    main.tabIndex = -1;
    (isByTab && tab ? tab : main).focus({ preventScroll: true });
  }
  isFirstPage = false;
  isByTab = false;
}

/** The tabs of a page with a view: the counting rule goes along to each sheet. */
export function CarryingTabs(props: Omit<Props, "query">) {
  return <Tabs {...props} query={useCarriedQuery()} />;
}

/** The sheets, as at the foot of a spreadsheet. */
export function Tabs({ tabs, current, query }: Props) {
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has another tab to show
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>("[aria-current]");
    if (tab) list.current?.parentElement?.scrollTo({ left: tab.offsetLeft - 60 });
    arrive(tab);
  }, [current]);
  return (
    <nav className="tabs" aria-label="Sheets">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key on a link is a click */}
      <ul
        ref={list}
        onClick={({ currentTarget }) => {
          isByTab = currentTarget.contains(document.activeElement);
        }}
      >
        {tabs.map(({ name, title }) => (
          <li key={name}>
            <Link
              href={`/${name}${query}`}
              prefetch={false}
              aria-current={name === current ? "page" : undefined}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
