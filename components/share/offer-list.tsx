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
      <p className="quiet">{whichFile}</p>
    </>
  );
}

const whichFile =
  "Excel opens in LibreOffice and Google Sheets too, and has a sheet that says what it holds. CSV as shown reads like the page. CSV for programs has ids and ISO dates; a spreadsheet would turn its months into days.";
