import { defineConfig } from "vitest/config";
import { isolated } from "./tests/unit/isolated.mjs";

export default defineConfig({
  resolve: {
    alias: {
      "@": import.meta.dirname,
      // Next's own: a file that is for the server alone throws in the browser and is nothing on the server.
      "server-only": "next/dist/compiled/server-only/empty.js",
    },
  },
  test: {
    // A busy machine is slow, not wrong.
    testTimeout: 60_000,
    setupFiles: ["tests/unit/seed.ts"],
    // Vitest leaves one core idle; on two cores that is half of the machine.
    maxWorkers: "100%",
    projects: [
      { extends: true, test: { name: "isolated", include: isolated } },
      {
        extends: true,
        test: {
          name: "shared",
          include: ["tests/unit/**/*.test.ts", "tests/unit/**/*.test.tsx"],
          exclude: isolated,
          // Modules are loaded, and the package is read, once a worker and not once a file.
          isolate: false,
        },
      },
    ],
  },
});
