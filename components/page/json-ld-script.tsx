"use client";

import { useState } from "react";
import { providedText } from "@/data/sheet/provided-text";

/**
 * A script of data that stands in the server's page alone: a component of the server would put its text into
 * the page a second time, for React. In the browser React leaves what is there.
 */
export function JsonLdScript({ text }: { text: string }) {
  const [html] = useState(() => ({ __html: providedText(text) }));
  return (
    <script
      type="application/ld+json"
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React would write entities, which no JSON has; `toScript` leaves no sign that could end the element
      dangerouslySetInnerHTML={html}
    />
  );
}
