import { type APIRequestContext, expect, test } from "@playwright/test";
import { comingEvent } from "../support/attendee";
import { expectNoAxeFindings } from "../support/axe";

/** The demo's event whose registration is in a state, listed or not. */
async function eventInState(request: APIRequestContext, state: string, invitationOnly = false): Promise<string> {
  const { events } = (await (await request.get("/api/v1/events?per_page=100")).json()) as {
    events: { slug: string; registration: { state: string; invitationOnly: boolean } }[];
  };
  const found = events.find(
    ({ registration }) => registration.state === state && registration.invitationOnly === invitationOnly,
  );
  if (!found) throw new Error(`the demo has no event that is ${state}`);
  return found.slug;
}

const STATES = [
  ["not-yet-open", "Anmälan har inte öppnat än", "Registration has not opened yet"],
  ["closed", "Anmälan är stängd", "Registration is closed"],
  ["cancelled", "Evenemanget är inställt", "The event is cancelled"],
  ["over", "Evenemanget är genomfört", "The event has taken place"],
] as const;

for (const [state, swedish, english] of STATES) {
  test(`an event that is ${state} says so, and what one can do instead`, async ({ page, request }) => {
    const slug = await eventInState(request, state);
    for (const [prefix, heading] of [
      ["", swedish],
      ["/en", english],
    ]) {
      await page.goto(`${prefix}/events/${slug}/register`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading ?? "");
      await expect(
        page
          .getByRole("main")
          .getByRole("link")
          .filter({ hasText: /Fråga|Ask/ }),
      ).toBeVisible();
      await expect(page.getByRole("button", { name: /Anmäl mig|Register me/ })).toHaveCount(0);
      await expectNoAxeFindings(page);
    }
  });
}

test("an event by invitation says so to whoever was not invited", async ({ page, request }) => {
  await page.goto(`/events/${await eventInState(request, "open", true)}/register`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bara för inbjudna");
  await expectNoAxeFindings(page);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const locale of ["sv", "en"] as const) {
    test(`the form is accessible at 320 px, ${colorScheme}, empty and with errors (${locale})`, async ({
      page,
      request,
    }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.emulateMedia({ colorScheme });
      const slug = await comingEvent(request, "socialchefsdagarna-2");
      await page.goto(`${locale === "en" ? "/en" : ""}/events/${slug}/register`);
      await expectNoAxeFindings(page);
      await page.getByRole("button", { name: locale === "en" ? "Register me" : "Anmäl mig" }).click();
      await expect(page).toHaveTitle(locale === "en" ? /^Error: / : /^Fel: /);
      await expectNoAxeFindings(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}

for (const [path, status] of [
  ["/my", 200],
  ["/no-such-page", 404],
  ["/en/events/no-such-event/register", 404],
  ["/events/demo-open/confirmation/AAAA-AAAA.made-up", 404],
  ["/series/no-such-series", 404],
] as const) {
  test(`${path} is answered with ${status} and an accessible page`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(status);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", path.startsWith("/en") ? "en" : "sv");
    await expectNoAxeFindings(page);
  });
}
