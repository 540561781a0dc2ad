// A browser for the end-to-end tests: one on this machine, else Debian's, else Playwright's own.
import { existsSync } from "node:fs";
import { runStep, tool } from "./run-step.mjs";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

async function present() {
  if (SYSTEM.some(existsSync)) return true;
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath());
}

/**
 * Finds or installs a browser. Says in one sentence what is missing when neither works.
 * @returns {Promise<boolean>} whether there is one now
 */
export async function ensureBrowser() {
  if (await present()) return true;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("No browser found: installing Debian's chromium.");
    const update = await runStep("apt-get", ["update"]);
    const install = await runStep("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {
      env: { DEBIAN_FRONTEND: "noninteractive" },
    });
    if (await present()) return true;
    console.log(`apt-get could not install chromium: ${lastLine(install.output) || lastLine(update.output)}`);
  }
  console.log("No browser found: downloading Playwright's own.");
  const download = await runStep(process.execPath, [tool("playwright/cli.js"), "install", "chromium"]);
  if (await present()) return true;
  console.log(`No browser: install chromium so that it is at ${SYSTEM[0]} (${lastLine(download.output)}).`);
  return false;
}

const lastLine = (output) => output.trim().split("\n").at(-1);
