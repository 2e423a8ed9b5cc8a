import type { ShareData } from "@/data/files/share-data";
import { CodeBox } from "./citation-list";

/** The address of exactly this view, and the HTML that puts its chart on another page. */
export function AddressBox({ address, iframe }: Pick<ShareData, "address" | "iframe">) {
  return (
    <>
      <p>
        This link opens exactly this view. Light or dark, the width of the chart and a plain table
        are no part of it: each reader keeps their own.
      </p>
      <CodeBox label="Copy address" text={address} />
      {iframe && (
        <>
          <p>
            Embed this chart on your website, as high as it is at a width of 640 pixels. It needs no
            script.
          </p>
          <CodeBox label="Copy HTML" text={iframe.html} />
          <details>
            <summary>With a script, for a column of any width</summary>
            <p>The frame takes the height that the chart says it has.</p>
            <CodeBox label="Copy HTML with script" text={iframe.growing} />
          </details>
        </>
      )}
    </>
  );
}
