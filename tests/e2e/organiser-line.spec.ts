import { expect, type Page, test } from "@playwright/test";
import { currentInstant } from "@/lib/core/clock";
import { createRegistration } from "../support/factories/registration";
import { comesAs } from "../support/organiser-session";
import { siteDatabase, siteEvent } from "../support/site-database";

type State = "CONFIRMED" | "WAITLISTED" | "PENDING_APPROVAL";

/** Six places: one taken, three kept for who waits for a yes, two free; three wait in line while offers are paused. */
async function eventWithLine() {
  const event = await siteEvent("kon", { waitingList: true, offersPaused: true, capacity: 6 });
  const enter = (name: string, state: State) => {
    const reference = `${name}-${event.slug}`.toUpperCase().slice(0, 30);
    const email = `${name}-${event.slug}@example.org`.toLowerCase();
    return createRegistration(siteDatabase(), event, { name, state, email, reference }, currentInstant());
  };
  await enter("Klara", "CONFIRMED");
  for (const name of ["Pia", "Per", "Paul"]) await enter(name, "PENDING_APPROVAL");
  for (const name of ["Wilma", "Valter", "Viola"]) await enter(name, "WAITLISTED");
  return event;
}

const row = (page: Page, name: string) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
/** Presses a button as somebody without a mouse does. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("button", { name }).focus();
  await page.keyboard.press("Enter");
}

for (const scripts of ["", " @nojs"])
  test(`an organiser offers by hand, lets offers go on, and answers several at once, by keyboard${scripts}`, async ({
    page,
  }) => {
    test.setTimeout(90_000);
    const event = await eventWithLine();
    await comesAs(page, "organisator@example.org");
    await page.goto(`/organise/${event.slug}/line`);
    await expect(page.getByRole("main")).toContainText("De automatiska erbjudandena är pausade.");
    await expect(row(page, "Wilma")).toContainText("Står på tur");
    await expect(row(page, "Viola")).toContainText("Alla platser är tagna.");

    // Past who is first in line: the organiser's choice.
    await press(page, "Erbjud Valter en plats");
    await expect(row(page, "Valter")).toContainText("Erbjuden till");
    await expect(row(page, "Wilma")).toContainText("Står på tur");
    await press(page, "Fortsätt erbjuda platser");
    await expect(row(page, "Wilma")).toContainText("Erbjuden till");
    await expect(page.getByRole("button", { name: "Pausa erbjudanden" })).toBeVisible();
    await expect(row(page, "Viola")).toContainText("1");

    // No place is left: an offer by hand is refused in words.
    await press(page, "Erbjud Viola en plats");
    await expect(page.getByRole("alert").filter({ hasText: "Det finns ingen ledig plats att erbjuda." })).toBeFocused();

    await press(page, "Avslå de valda");
    await expect(page.getByText("Välj minst en anmälan.")).toBeVisible();
    for (const name of ["Pia", "Per"]) {
      await page.getByRole("checkbox", { name: `Välj ${name}` }).focus();
      await page.keyboard.press("Space");
    }
    await press(page, "Godkänn de valda");
    await expect(page.getByRole("heading", { name: "Godkänna 2 anmälningar?" })).toBeVisible();
    await press(page, "Ja, skicka svaren");
    await expect(page.getByRole("status").filter({ hasText: "2 anmälningar är besvarade." })).toBeVisible();

    // A no gives the place to the next in line.
    await page.getByRole("checkbox", { name: "Välj Paul" }).check();
    await press(page, "Avslå de valda");
    await page.getByLabel(/Skäl till avslag/).fill("Konferensen är för kommunanställda.");
    await press(page, "Ja, skicka svaren");
    await expect(page.getByRole("status").filter({ hasText: "En anmälan är besvarad." })).toBeVisible();
    await expect(row(page, "Viola")).toContainText("Erbjuden till");
    const states = await siteDatabase().registration.groupBy({
      by: ["state"],
      where: { eventId: event.id },
      _count: true,
      orderBy: { state: "asc" },
    });
    expect(Object.fromEntries(states.map(({ state, _count }) => [state, _count]))).toEqual({
      CONFIRMED: 3,
      OFFERED: 3,
      REJECTED: 1,
    });
  });
