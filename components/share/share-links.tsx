import { type ShareAction, shareActions } from "./share-actions";

/** The same bar where nothing is to open in place: links to the parts of the page that has it all. */
export function ShareLinks({ page }: { page: "" | "/use" }) {
  return (
    <nav className="share-bar" aria-label="Share and download">
      {(Object.keys(shareActions) as ShareAction[]).map((part) => (
        <a key={part} href={`${page}#${part}`} className={part}>
          {shareActions[part].title}
        </a>
      ))}
    </nav>
  );
}
