"use client";

import Link from "next/link";
import { useCarriedQuery } from "./use-view";

interface Props {
  readonly tabs: readonly { readonly name: string; readonly title: string }[];
  readonly current: string;
}

/** The sheets, as at the foot of a spreadsheet; the counting rule goes along to each. */
export function Tabs({ tabs, current }: Props) {
  const query = useCarriedQuery();
  return (
    <nav className="tabs" aria-label="Sheets">
      <ul>
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
