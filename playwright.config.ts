import { defineConfig, devices } from "@playwright/test";
import { systemBrowser } from "./scripts/system-browser.mjs";
import { freePort } from "./tests/support/free-port";

// The first process to load this file chooses the ports; Playwright's workers inherit them.
process.env["E2E_PORT"] ??= String(await freePort());
process.env["E2E_MAILBOX_PORT"] ??= String(await freePort());
process.env["E2E_SMTP_PORT"] ??= String(await freePort());

const browser = systemBrowser();

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results/artifacts",
  globalSetup: "./tests/support/site-setup.ts",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // One more than the cores that CI has: a walk waits for mail and for pages more than it works.
  workers: 3,
  // Several times what a walk takes on a quiet machine: a busy one is not a fault of the product.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: process.env["E2E_REPORT"] ?? "test-results/playwright.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://localhost:${process.env["E2E_PORT"]}`,
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  projects: [
    { name: "chromium", grepInvert: /@nojs/ },
    { name: "no-js", grep: /@nojs/, use: { javaScriptEnabled: false } },
  ],
});
