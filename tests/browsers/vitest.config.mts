import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/browsers/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Node 20 has a WebSocket behind this option only; later ones take it and change nothing.
    execArgv: ["--experimental-websocket"],
  },
});
