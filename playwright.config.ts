import { defineConfig } from "@playwright/test";
import { serverAt } from "./app/_server/command.mjs";
import { findChromium } from "./tests/chromium.mjs";

const port = 3210;
const baseURL = `http://127.0.0.1:${port}`;
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

// Found once: Playwright reads this file again in each worker, which inherits the variable.
process.env.CHROMIUM_PATH ||= findChromium();

// A page for several tests, emptied in between: half of the time of a test is a cold start. Not in
// Playwright's documentation; without it the tests are as good, and slower.
process.env.PW_TEST_REUSE_CONTEXT ||= "1";

/**
 * Chromium loads a page of its own, the list under its address bar, for each window: a process more,
 * and a quarter of a second. The others are those that Playwright turns off; a second list replaces it.
 */
const unused = [
  ...["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"],
  ...["AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync"],
  ...["DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades"],
  ...["LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints"],
  ...["PaintHolding", "PreconnectToSearch", "ThirdPartyStoragePartitioning"],
];

/** Serves what `npm run build` has built; nothing here leaves the machine. */
export default defineConfig({
  testDir: "tests/e2e",
  // No test needs another, so that no worker waits for the tests of a long file.
  fullyParallel: true,
  forbidOnly: true,
  // Once more, since three browsers share two cores; what needed it is listed as flaky.
  retries: 1,
  // A busy machine is slow, not wrong.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 2,
  reporter: report ? [["list"], ["json", { outputFile: report }]] : [["list"]],
  use: {
    baseURL,
    // Debian's Chromium comes without the program that Playwright records with.
    video: "off",
    trace: "off",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        // What draws is a processor in any case; a GPU in software in between is a detour.
        "--disable-gpu",
        // One process draws all pages of a worker: a new one for each test costs as much as its page.
        "--disable-site-isolation-trials",
        "--renderer-process-limit=1",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        `--disable-features=${unused.join()}`,
      ],
    },
  },
  webServer: {
    command: ["node", ...serverAt(port, "127.0.0.1")].join(" "),
    url: baseURL,
    reuseExistingServer: false,
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  },
});
