import type { Metadata, Viewport } from "next";
import { servedSite } from "@/components/page/request";
import { choicesScript } from "@/components/state/choices";
import "./globals.css";

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(servedSite()),
    title: { default: "ISKP in Figures", template: "%s · ISKP in Figures" },
    description:
      "Every number that published analyses of Islamic State Khorasan Province state, with who said it, how exactly, and what it may be compared with.",
    alternates: { canonical: "./" },
    openGraph: { type: "website", siteName: "ISKP in Figures", locale: "en_GB", url: "./" },
    twitter: { card: "summary_large_image" },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a script of ours; the policy knows its hash */}
        <script dangerouslySetInnerHTML={{ __html: choicesScript }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
