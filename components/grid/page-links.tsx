import type { Page } from "@/data/view/page";
import type { View } from "@/data/view/view";
import type { Show } from "../state/use-view";
import { ViewLink } from "../state/view-link";

interface Props {
  readonly page: Page<unknown>;
  readonly of: number;
  readonly view: View;
  readonly onShow: Show;
}

const said = (count: number) => count.toLocaleString("en-GB");

/** The way through a long plain table; nothing where one page holds all of it. */
export function PageLinks({ page: { page, pages, from, rows }, of, view, onShow }: Props) {
  if (pages === 1) return null;
  const ways: readonly (readonly [words: string, to: number])[] = [
    ["First", 1],
    ["Previous", page - 1],
    ["Next", page + 1],
    ["Last", pages],
  ];
  return (
    <nav className="page-links" aria-label="Pages of the table">
      <p>
        Rows {said(from + 1)}–{said(from + rows.length)} of {said(of)}
      </p>
      {ways
        .filter(([, to]) => to !== page && to >= 1 && to <= pages)
        .map(([words, to]) => (
          <ViewLink key={words} change={{ page: to }} view={view} onShow={onShow}>
            {words}
          </ViewLink>
        ))}
    </nav>
  );
}
