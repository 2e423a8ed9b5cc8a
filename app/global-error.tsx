"use client";

import { Failure } from "@/components/page/failure";
import "./globals.css";

/** What stands in place of everything, where even the frame around the pages failed. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>The workbook could not be shown · ISKP in Figures</title>
        <Failure title="The workbook could not be shown" onRetry={() => window.location.reload()}>
          Something failed before any page could be put together. The figures themselves are not
          affected.
        </Failure>
      </body>
    </html>
  );
}
