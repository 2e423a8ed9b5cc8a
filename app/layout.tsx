import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import { readTheme } from "@/components/page/read-choices";
import { siteOf } from "@/components/page/request";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  return {
    metadataBase: new URL(await siteOf()),
    title: { default: "ISKP in Figures", template: "%s · ISKP in Figures" },
    description:
      "Every number that five published analyses of Islamic State Khorasan Province state, with who said it, how exactly, and what it may be compared with.",
    alternates: { canonical: "./" },
    openGraph: { type: "website", siteName: "ISKP in Figures", locale: "en_GB", url: "./" },
    twitter: { card: "summary_large_image" },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function Layout({ children }: { children: React.ReactNode }) {
  // The policy's nonce is new for each request, so no page may be rendered before one.
  await connection();
  return (
    <html lang="en" data-theme={await readTheme()}>
      <body>{children}</body>
    </html>
  );
}
