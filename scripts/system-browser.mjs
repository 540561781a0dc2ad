import { existsSync } from "node:fs";

/** The headless shell costs two thirds of the processor time of the browser with a window, and shows the same pages. */
export const SHELL = { path: "/usr/bin/chromium-headless-shell", debianPackage: "chromium-headless-shell" };
export const WITH_WINDOW = "/usr/bin/chromium";

/**
 * Where a browser of this machine is, the cheapest to run first.
 * @returns {string | undefined} undefined when there is none but perhaps Playwright's own
 */
export function systemBrowser() {
  return [SHELL.path, WITH_WINDOW, "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
}
