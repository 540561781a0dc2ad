import { expect, type Page, test } from "@playwright/test";
import { comingEvent, fillIn, newAddress } from "../support/attendee";
import { expectSoundWhenNarrow } from "../support/axe";
import { type EventState, eventThatIs } from "../support/event-states";
import { linkIn, waitForMail } from "../support/mailbox";
import { readForm, sendForm } from "../support/plain-form";
import { invite, siteEvent } from "../support/site-database";

test.use({ viewport: { width: 320, height: 640 } });

const STATES: [state: EventState, swedish: string, english: string][] = [
  ["not yet open", "Anmälan har inte öppnat än", "Registration has not opened yet"],
  ["closed", "Anmälan är stängd", "Registration is closed"],
  ["full", "Alla platser är tagna", "All places are taken"],
  ["cancelled", "Evenemanget är inställt", "The event is cancelled"],
  ["over", "Evenemanget är genomfört", "The event has taken place"],
  ["invitation only", "Bara för inbjudna", "By invitation only"],
];

for (const locale of ["sv", "en"] as const) {
  const prefix = locale === "en" ? "/en" : "";
  const word = (swedish: string, english: string) => (locale === "en" ? english : swedish);

  test(`every event nobody can register for says so, what one can do instead, and is accessible (${locale})`, async ({
    page,
  }) => {
    test.setTimeout(90_000);
    for (const [state, swedish, english] of STATES) {
      const slug = await eventThatIs(state);
      await page.goto(`${prefix}/events/${slug}`);
      await expect(page.getByRole("complementary").getByRole("link", { name: /^(Anmäl dig|Register)$/ })).toHaveCount(
        0,
      );
      await expectSoundWhenNarrow(page, locale);
      await page.goto(`${prefix}/events/${slug}/register`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(word(swedish, english));
      await expect(page.getByRole("main").getByRole("link", { name: /^(Fråga|Ask) / })).toBeVisible();
      await expect(page.locator("form")).toHaveCount(0);
      await expectSoundWhenNarrow(page, locale);
    }
  });

  test(`an open event, its form and an attendee's own pages are accessible in every state (${locale})`, async ({
    page,
    request,
  }) => {
    test.setTimeout(90_000);
    const sound = async (path: string) => {
      await page.goto(prefix + path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectSoundWhenNarrow(page, locale);
    };
    const conference = await comingEvent(request, "socialchefsdagarna-2");
    await sound(`/events/${conference}`);
    await sound(`/events/${conference}/register`);
    await page.locator('main button[type="submit"]').click();
    await expect(page).toHaveTitle(word("Fel: ", "Error: ") + (await page.locator("h1").innerText()));
    await expectSoundWhenNarrow(page, locale);

    const email = newAddress("smal");
    await page.goto(`${prefix}/events/demo-open/register`);
    await fillIn(page, locale, { name: "Maximiliana Oxenstierna af Kronoborg", email });
    await page.locator('main button[type="submit"]').click();
    await page.waitForURL(/\/confirmation\//);
    await expectSoundWhenNarrow(page, locale);
    await page.goto(linkIn(await waitForMail(email), "/r/"));
    await expectSoundWhenNarrow(page, locale);
    const mine = new URL(page.url()).pathname.slice(prefix.length);
    await sound(`${mine}/edit`);
    await page.locator("#jobTitle").fill("å".repeat(300));
    await page.locator('main button[type="submit"]').click();
    await expect(page.getByRole("alert").filter({ has: page.getByRole("link") })).toBeFocused();
    await expectSoundWhenNarrow(page, locale);
    await sound(`${mine}/cancel`);
    await page.locator('main button[type="submit"]').click();
    await page.waitForURL(`**${mine}`);
    await expectSoundWhenNarrow(page, locale);
  });

  test(`invitations, lists and what is not there are accessible (${locale})`, async ({ page, request }) => {
    test.setTimeout(90_000);
    const { path } = await invite(await siteEvent("smal-inbjudan"), newAddress("smal-inbjudan"));
    await page.goto(prefix + path);
    await expectSoundWhenNarrow(page, locale);
    await page.locator('main button[type="submit"]').click();
    await expect(page.getByRole("status")).toBeVisible();
    await expectSoundWhenNarrow(page, locale);

    const series = await seriesOf(page, await comingEvent(request, "socialchefsdagarna-2"));
    for (const [address, status] of [
      ["/", 200],
      [series, 200],
      ["/my", 200],
      ["/no-such-page", 404],
      ["/events/no-such-event/register", 404],
      ["/events/demo-open/confirmation/AAAA-AAAA.made-up", 404],
      ["/series/no-such-series", 404],
    ] as const) {
      const answer = await page.goto(prefix + address);
      expect([answer?.status(), address]).toEqual([status, address]);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectSoundWhenNarrow(page, locale);
    }
  });

  test(`what a visitor sees when something fails is accessible (${locale})`, async ({ page }) => {
    await page.goto(`${prefix}/events/demo-open/register`);
    await fillIn(page, locale, { name: "Otur Olsson", email: newAddress("otur") });
    await page.route("**/register", (route) => route.fulfill({ status: 500, contentType: "text/plain", body: "" }));
    await page.locator('main button[type="submit"]').click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      word("Något gick fel hos oss", "Something went wrong on our side"),
    );
    await expectSoundWhenNarrow(page, locale);

    // The page that the server draws by itself when the app cannot.
    const form = await readForm(`${prefix}/events/demo-open/register`);
    await page.setContent((await sendForm(form, { "$ACTION_1:1": ["{"] })).html);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      word("Formuläret gick inte att läsa", "The form could not be read"),
    );
    await expectSoundWhenNarrow(page, locale);
  });
}

/** The path of the series an event belongs to, as its page links to it. */
async function seriesOf(page: Page, slug: string): Promise<string> {
  await page.goto(`/events/${slug}`);
  const series = await page.locator('main a[href^="/series/"]').first().getAttribute("href");
  if (!series) throw new Error(`${slug} belongs to no series`);
  return series;
}
