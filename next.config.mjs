/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  agentRules: false,
  allowedDevOrigins: ["127.0.0.1"],
  experimental: { agentUpgrade: false },
  images: { unoptimized: true },
  // `npm test` checks the types once, for all files; a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // The server before it compresses, whatever the answer is.
  compress: false,
  // Title and previews stand in the head for everybody: a page is sent as a whole.
  htmlLimitedBots: /.*/,
};
