"use client";

import { Failure } from "@/components/page/failure";

/** What stands in place of a page that failed. */
export default function PageError() {
  return (
    <Failure title="This page could not be shown" onRetry={() => window.location.reload()}>
      Something in the workbook failed while it put this page together. The figures themselves are
      not affected.
    </Failure>
  );
}
