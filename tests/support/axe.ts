import { expect, type Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules whose verdict depends on the colours. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** Fails with rule, element and remedy for everything axe finds in the page's present state. */
export function expectNoAxeFindings(page: Page): Promise<void> {
  return expectNone(page, { type: "tag", values: STANDARD });
}

/** A page that is looked at in both languages is looked at in light in one and in dark in the other: what colours do is the same. */
export const SCHEME = { sv: "light", en: "dark" } as const;

/**
 * The same on a page as narrow as the standard's 320 px, and that nothing sticks out sideways; in light and dark, or in the
 * language's own of the two when the test looks at the page in both languages.
 */
export async function expectSoundWhenNarrow(page: Page, locale?: keyof typeof SCHEME): Promise<void> {
  expect(page.viewportSize()?.width).toBe(320);
  await page.emulateMedia({ colorScheme: locale ? SCHEME[locale] : "light", reducedMotion: "reduce" });
  await expectNoAxeFindings(page);
  if (!locale) {
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await expectNone(page, { type: "rule", values: OF_COLOUR });
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `sideways scroll on ${page.url()}`).toBeLessThanOrEqual(0);
}

/**
 * Axe is put into the page once and asked there directly: the wrapper that Playwright has for it costs twice the time, putting it
 * in anew each time and looking into frames. No page holds a frame but with a letter in it, and letters are looked at as such.
 */
async function expectNone(page: Page, runOnly: NonNullable<RunOptions["runOnly"]>): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (options) => (await (window as unknown as { axe: typeof axe }).axe.run(document, options)).violations,
    { runOnly, resultTypes: ["violations"], iframes: false } satisfies RunOptions,
  );
  const findings = violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${node.target.join(" ")}: ${node.failureSummary ?? violation.help}`,
    ),
  );
  expect(findings, `axe on ${page.url()}`).toEqual([]);
}
