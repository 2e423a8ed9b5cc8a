import { type Page, sayPage, waysFrom } from "@/data/view/page";
import { SiteLink } from "../state/site-link";

interface Props {
  readonly page: Page<unknown>;
  readonly of: number;
  /** What the list is of, as its first word: "Facts". */
  readonly noun: string;
  /** The address of another page of it. */
  readonly addressOf: (page: number) => string;
}

/** The way through a long list of a page of text; nothing where one page holds all of it. */
export function ListPages({ page, of, noun, addressOf }: Props) {
  if (page.pages === 1) return null;
  return (
    <nav className="page-links" aria-label={`Pages: ${noun.toLowerCase()}`}>
      <p>{sayPage(page, of, noun)}</p>
      {waysFrom(page).map(({ words, to }) => (
        <SiteLink key={words} href={addressOf(to)}>
          {words}
        </SiteLink>
      ))}
    </nav>
  );
}
