import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules whose verdict depends on the colours. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** Fails with rule, element and remedy for everything axe finds in the page's present state. */
export function expectNoAxeFindings(page: Page): Promise<void> {
  return expectNone(page, axeOn(page).withTags(STANDARD));
}

/**
 * The same in light and dark, and that nothing sticks out sideways: for a page that is as narrow as the standard's 320 px.
 */
export async function expectSoundWhenNarrow(page: Page): Promise<void> {
  expect(page.viewportSize()?.width).toBe(320);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await expectNoAxeFindings(page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expectNone(page, axeOn(page).withRules(OF_COLOUR));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `sideways scroll on ${page.url()}`).toBeLessThanOrEqual(0);
}

/** Axe runs in the page itself, without opening another for each analysis: no page holds a frame but with a letter in it, and letters are looked at as such. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
}

async function expectNone(page: Page, axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze();
  const findings = violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${node.target.join(" ")}: ${node.failureSummary ?? violation.help}`,
    ),
  );
  expect(findings, `axe on ${page.url()}`).toEqual([]);
}
