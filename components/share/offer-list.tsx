import type { Offer } from "@/data/files/offer";

/** What can be downloaded: how much it is, in words, and a link for each kind of file. */
export function OfferList({ offers }: { offers: readonly Offer[] }) {
  return (
    <>
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
      <p className="quiet">{forExcel}</p>
    </>
  );
}

const forExcel =
  "CSV for Excel opens by a double click, and runs no text as a formula. Excel turns months such as 2024-03 into days: to keep them, import the plain CSV (Data, From Text/CSV) with these columns as text.";
