import type { ShareData } from "@/data/files/share-data";
import { CodeBox } from "./citation-list";

/** The address of exactly this view, and the HTML that puts its chart on another page. */
export function AddressBox({ address, iframe }: Pick<ShareData, "address" | "iframe">) {
  return (
    <>
      <p>
        This address leads to exactly this view, for as long as the workbook is there. Light or
        dark, the width of the chart and a plain table are no part of it: each reader keeps his own.
      </p>
      <CodeBox label="Copy address" text={address} />
      {iframe && (
        <>
          <p>
            On a page of your own, this shows the chart alone with its sentence and its sources.
          </p>
          <CodeBox label="Copy HTML" text={iframe} />
        </>
      )}
    </>
  );
}
