import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "ISKP in Figures", template: "%s · ISKP in Figures" },
  description:
    "Every number that five published analyses of Islamic State Khorasan Province state, with who said it, how exactly, and what it may be compared with.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function Layout({ children }: { children: React.ReactNode }) {
  // The policy's nonce is new for each request, so no page may be rendered before one.
  await connection();
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
