import type { Report } from "@/data/files/report";
import { CodeBox } from "./citation-list";

/** How to report a mistake: a link that is filled in, or what to write where no address is set. */
export function ReportMistake({ href, text }: Report) {
  if (href)
    return (
      <p>
        <a href={href}>Report a mistake</a>
      </p>
    );
  return (
    <details>
      <summary>Report a mistake</summary>
      <p>
        This copy of the workbook names no address for reports. Send this to whoever runs it; who
        runs it sets the address as “report” in datapackage.json.
      </p>
      <CodeBox label="Copy report" text={text} />
    </details>
  );
}
