"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { useCarriedQuery } from "./use-query";

interface Props {
  readonly tabs: readonly { readonly name: string; readonly title: string }[];
  readonly current: string;
}

/** The sheets, as at the foot of a spreadsheet; the counting rule goes along to each. */
export function Tabs({ tabs, current }: Props) {
  const query = useCarriedQuery();
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has another tab to show
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>("[aria-current]");
    if (tab) list.current?.parentElement?.scrollTo({ left: tab.offsetLeft - 60 });
  }, [current]);
  return (
    <nav className="tabs" aria-label="Sheets">
      <ul ref={list}>
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
