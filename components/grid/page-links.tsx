import { type Page, sayPage, waysFrom } from "@/data/view/page";
import type { View } from "@/data/view/view";
import type { Show } from "../state/use-view";
import { ViewLink } from "../state/view-link";

interface Props {
  readonly page: Page<unknown>;
  readonly of: number;
  readonly view: View;
  readonly onShow: Show;
}

/** The way through a long plain table; nothing where one page holds all of it. */
export function PageLinks({ page, of, view, onShow }: Props) {
  if (page.pages === 1) return null;
  return (
    <nav className="page-links" aria-label="Pages of the table">
      <p>{sayPage(page, of, "Rows")}</p>
      {waysFrom(page).map(({ words, to }) => (
        <ViewLink key={words} change={{ page: to }} view={view} onShow={onShow}>
          {words}
        </ViewLink>
      ))}
    </nav>
  );
}
