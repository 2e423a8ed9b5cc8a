import type { Usage } from "@/data/site/take-along";
import { CodeBox } from "./citation-list";

/** The address of exactly this view, and the HTML that puts its chart on another page. */
export function ShareBox({ address, frame }: Pick<Usage, "address" | "frame">) {
  return (
    <>
      <p>This address leads to exactly this view, for as long as the workbook is there.</p>
      <CodeBox label="Copy address" text={address} />
      {frame && (
        <>
          <p>
            On a page of your own, this shows the chart alone with its sentence and its sources.
          </p>
          <CodeBox label="Copy HTML" text={frame} />
        </>
      )}
    </>
  );
}
