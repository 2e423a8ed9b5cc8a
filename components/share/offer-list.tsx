import type { Offer } from "@/data/files/offer";

/** What can be downloaded: how much it is, in words, and a link for each kind of file. */
export function OfferList({ offers }: { offers: readonly Offer[] }) {
  return (
    <ul className="offers">
      {offers.map(({ title, says, files }) => (
        <li key={title}>
          <b>{title}</b> <span className="quiet">{says}</span>{" "}
          <span className="files">
            {files.map((file) => (
              <a key={file.href} href={file.href} download>
                <span className="visually-hidden">{title}: </span>
                {file.title}
              </a>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
