import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test";
import playwright from "../../../playwright.config";
import type { Measure } from "../measure";
import { type Spread, spread } from "../statistics";

/** "Slow 4G" as the browser's own developer tools set it: what a request waits, and bytes a second. */
const SLOW_4G = { latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375, offline: false };
const CPU_SLOWDOWN = 4;
const TELEPHONE = { width: 360, height: 780 };
/** The browser tells of no event that took less. */
const SHORTEST_EVENT_MS = 16;

const WATCH = `
  window.seen = { lcp: 0, cls: 0, inp: ${SHORTEST_EVENT_MS} };
  const watch = (type, each, more) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...more });
  watch("largest-contentful-paint", (entry) => { seen.lcp = entry.startTime; });
  watch("layout-shift", (entry) => { if (!entry.hadRecentInput) seen.cls += entry.value; });
  watch("event", (entry) => { if (entry.interactionId) seen.inp = Math.max(seen.inp, entry.duration); },
    { durationThreshold: ${SHORTEST_EVENT_MS} });
`;

type Seen = { readonly lcp: number; readonly cls: number; readonly inp: number };
type Visit = { readonly name: string; readonly path: string; readonly use: (page: Page) => Promise<void> };

/** What a telephone on a slow line sees of the two pages that everybody meets, with an empty cache each time. */
export const slowNetwork: Measure = async ({ small, rounds }) => {
  const event = `/events/${small.event.slug}`;
  const visits: readonly Visit[] = [
    { name: "event page", path: event, use: readOn },
    { name: "form", path: `${event}/register`, use: fillIn },
  ];
  const browser = await chromium.launch(playwright.use?.launchOptions);
  const seen = new Map<string, Seen[]>(visits.map(({ name }) => [name, []]));
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const visit of visits) seen.get(visit.name)?.push(await look(browser, small.url, visit));
  } finally {
    await browser.close();
  }
  const finding = (what: string, pick: (one: Seen) => number, limit: number, unit?: string) => {
    const pages = [...seen].map(([name, all]) => ({ name, figure: spread(all.map(pick)) }));
    const worst = pages.map(({ figure }) => figure).reduce((a, b): Spread => (b.median > a.median ? b : a));
    return {
      number: "7",
      what: `${what} on slow 4G with a ${CPU_SLOWDOWN} times slower processor, the slower of event page and form`,
      against: "headless Chromium, empty cache",
      figure: worst,
      ...(unit && { unit }),
      target: `≤ ${limit}${unit ? ` ${unit}` : ""}`,
      met: worst.median <= limit,
      detail: `${pages.map(({ name, figure }) => `${name} ${figure.median.toFixed(3)}`).join(", ")}${unit ? ` ${unit}` : ""}; ${SLOW_4G.latency} ms a request, ${(SLOW_4G.downloadThroughput * 8) / 1e6} Mbit/s.`,
    };
  };
  return [
    finding("LCP", ({ lcp }) => lcp / 1000, 1.5, "s"),
    finding("CLS", ({ cls }) => cls, 0.01),
    finding("INP", ({ inp }) => inp, 100, "ms"),
  ];
};

async function look(browser: Browser, url: string, { path, use }: Visit): Promise<Seen> {
  const context = await browser.newContext({ viewport: TELEPHONE, deviceScaleFactor: 2, locale: "sv-SE" });
  try {
    const page = await context.newPage();
    await slowDown(await context.newCDPSession(page));
    await page.addInitScript({ content: WATCH });
    await page.goto(url + path, { waitUntil: "load", timeout: 60_000 });
    await page.waitForLoadState("networkidle");
    await use(page);
    // The browser tells of an event after the frame that follows it.
    await page.waitForTimeout(500);
    const seen = await page.evaluate<Seen>("seen");
    if (seen.lcp === 0) throw new Error(`${url}${path}: nothing was painted`);
    return seen;
  } finally {
    await context.close();
  }
}

async function slowDown(session: CDPSession): Promise<void> {
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW_4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
}

async function readOn(page: Page): Promise<void> {
  await page.locator("h1").first().click();
  for (let times = 0; times < 3; times += 1) await page.keyboard.press("Tab");
}

async function fillIn(page: Page): Promise<void> {
  await page.getByRole("textbox").first().pressSequentially("Anna Exempel", { delay: 30 });
  await page.getByRole("checkbox").first().click();
}
