import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import playwright from "../playwright.config";
import { startDemo } from "./screenshots/demo";
import { savePage } from "./screenshots/save-page";
import { openScenes } from "./screenshots/scenes";

const FOLDER = "docs/screenshots";

/** A telephone and a laptop; how much of a long page is shown. */
const SIZES = [
  { width: 360, height: 780, longest: 2400 },
  { width: 1280, height: 800, longest: 1600 },
] as const;
const SCHEMES = ["light", "dark"] as const;

/** `npm run screenshots`: the main pages of the demo as pictures, in both widths, light and dark. */
async function takeScreenshots(browser: Browser): Promise<void> {
  const demo = await startDemo();
  try {
    const context = await browser.newContext({ baseURL: demo.url, locale: "sv-SE", timezoneId: "Europe/Stockholm" });
    const page = await context.newPage();
    await rm(FOLDER, { recursive: true, force: true });
    await mkdir(FOLDER, { recursive: true });
    for (const { name, path } of await openScenes(page, demo)) {
      await page.goto(path);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        for (const size of SIZES) {
          await page.setViewportSize({ width: size.width, height: size.height });
          await savePage(page, join(FOLDER, `${name}-${size.width}-${colorScheme}.png`), size.longest);
        }
      }
    }
  } finally {
    await demo.stop();
  }
  console.log(`${(await readdir(FOLDER)).length} pictures in ${FOLDER}`);
}

const browser = await chromium.launch(playwright.use?.launchOptions);
try {
  await takeScreenshots(browser);
} finally {
  await browser.close();
}
