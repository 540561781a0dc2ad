import type { Page } from "@playwright/test";
import sharp from "sharp";

const COLOURS = 64;

/** The page from its top, at most `longest` pixels of it, as a PNG with a palette: flat pages need few colours. */
export async function savePage(page: Page, file: string, longest: number): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const picture = sharp(await page.screenshot({ fullPage: true, animations: "disabled" }));
  const { width = 0, height = 0 } = await picture.metadata();
  await picture
    .extract({ left: 0, top: 0, width, height: Math.min(height, longest) })
    .png({ palette: true, colours: COLOURS, effort: 9, compressionLevel: 9 })
    .toFile(file);
}
