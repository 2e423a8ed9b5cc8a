import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: {
      "@": join(import.meta.dirname, "../.."),
      "server-only": "next/dist/compiled/server-only/empty.js",
    },
  },
  test: {
    include: ["tests/browsers/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Node 20 has a WebSocket behind this option only; later ones take it and change nothing.
    execArgv: ["--experimental-websocket"],
  },
});
