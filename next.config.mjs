import { readFileSync } from "node:fs";
import { isSheet } from "./data/table/is-sheet.mjs";

/** @type {{ resources: { name: string, schema: unknown }[] }} */
const descriptor = JSON.parse(
  readFileSync(new URL("data/package/datapackage.json", import.meta.url), "utf8"),
);
const sheets = descriptor.resources.filter(isSheet).map(({ name }) => name);

/** One part of an address that names no sheet: a pattern for routes. */
const noSheet = `:name((?!(?:figures|${sheets.join("|")})(?:/|$))[^/]+)`;

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  agentRules: false,
  allowedDevOrigins: ["127.0.0.1"],
  experimental: { agentUpgrade: false },
  // A page that finds nothing for its address answers with an empty shell, which only a script fills.
  // So what names no sheet leads past the page, to where the server renders all of "not found".
  rewrites: async () => ({
    beforeFiles: [],
    afterFiles: [
      // Some browsers ask for it whatever the page says.
      { source: "/favicon.ico", destination: "/icon.svg" },
      ...[`/${noSheet}`, `/embed/${noSheet}`].map((source) => ({
        source,
        destination: "/not/a/sheet",
      })),
    ],
    fallback: [],
  }),
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        {
          key: "Permissions-Policy",
          value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        },
      ],
    },
  ],
};
