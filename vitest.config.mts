import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: {
      "@": import.meta.dirname,
      // Next's own: a file that is for the server alone throws in the browser and is nothing on the server.
      "server-only": "next/dist/compiled/server-only/empty.js",
    },
  },
  test: { include: ["tests/unit/**/*.test.ts", "tests/unit/**/*.test.tsx"] },
});
