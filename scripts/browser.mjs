// A browser for the end-to-end tests: Debian's, installed when that can be done, else one on this machine, else Playwright's own.
import { existsSync } from "node:fs";
import { runStep, tool } from "./run-step.mjs";
import { SHELL, systemBrowser, WITH_WINDOW } from "./system-browser.mjs";

/**
 * Finds or installs a browser. Says in one sentence what is missing when neither works.
 * @returns {Promise<boolean>} whether there is one now
 */
export async function ensureBrowser() {
  if (existsSync(SHELL.path)) return true;
  const refused = await installShell();
  if (await present()) return true;
  if (refused) console.log(`apt-get could not install ${SHELL.debianPackage}: ${refused}`);
  console.log("No browser found: downloading Playwright's own.");
  const download = await runStep(process.execPath, [tool("playwright/cli.js"), "install", "chromium"]);
  if (await present()) return true;
  console.log(`No browser: install chromium so that it is at ${WITH_WINDOW} (${lastLine(download.output)}).`);
  return false;
}

async function present() {
  if (systemBrowser()) return true;
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath());
}

/** Debian's package, where we may install one. Answers with what apt-get said when it could not. */
async function installShell() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return "";
  console.log(`Installing Debian's ${SHELL.debianPackage}.`);
  const update = await runStep("apt-get", ["update"]);
  const install = await runStep("apt-get", ["install", "-y", "--no-install-recommends", SHELL.debianPackage], {
    env: { DEBIAN_FRONTEND: "noninteractive" },
  });
  return install.ok ? "" : lastLine(install.output) || lastLine(update.output);
}

const lastLine = (output) => output.trim().split("\n").at(-1);
