import { expect, type Page, test } from "@playwright/test";
import { toTimestamp } from "@/lib/core/clock";
import { atLocalTime, fromDateColumn } from "@/lib/core/local-date";
import { comingEvent, fillIn, introduce, newAddress } from "../support/attendee";
import { createSession } from "../support/factories/session";
import { linkIn, waitForMail } from "../support/mailbox";
import { readList } from "../support/organiser";
import { comesAs } from "../support/organiser-session";
import { siteDatabase, siteEvent } from "../support/site-database";

const submit = (page: Page) => page.getByRole("button", { name: "Anmäl mig" }).click();
const THANKS = "Tack, anmälan är mottagen";

test("story 3: a delegate who books only the second day is not counted on the first", async ({ page, request }) => {
  const slug = await comingEvent(request, "integration-arbetsmarknad-2");
  const email = newAddress("andra-dagen");
  await page.goto(`/events/${slug}/register`);
  const days = page.locator('input[name="days"]');
  const [firstDate, secondDate] = await days.evaluateAll((boxes) => boxes.map((box) => box.getAttribute("value")));
  await days.first().uncheck();
  await introduce(page, email);

  const ofFirstDay = page.locator(`#sessions-${firstDate}`);
  await ofFirstDay.check();
  await submit(page);
  await expect(page.getByRole("alert").filter({ hasText: "äger rum en dag som du inte har valt" })).toBeFocused();
  await ofFirstDay.uncheck();
  await submit(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(THANKS);

  await page.goto(linkIn(await waitForMail(email), "/r/"));
  const chosen = page.locator("dt", { hasText: "Dina dagar" }).locator("xpath=following-sibling::dd");
  await expect(chosen.getByRole("listitem")).toHaveCount(1);
  const calendar = await (await page.request.get(`${page.url()}/registration.ics`)).text();
  expect(calendar.match(/^DTSTART;TZID.*$/gm)?.map((line) => line.trim().split(":")[1]?.slice(0, 8))).toEqual([
    secondDate?.replaceAll("-", ""),
  ]);
});

test("story 3: who comes on two of three days is in their lunches and lists, and left out of the first day's", async ({
  page,
}) => {
  test.setTimeout(90_000);
  const event = await siteEvent("lunch", { dayCount: 3 });
  for (const day of event.days) {
    const startsAt = toTimestamp(atLocalTime(fromDateColumn(day.date), "12:00", event.timeZone));
    const hours = { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) };
    await createSession(siteDatabase(), event, { kind: "MEAL", dayId: day.id, ...hours });
  }
  for (const who of ["Alla Dagar", "Torsdag Fredag"]) {
    await page.goto(`/events/${event.slug}/register`);
    if (who === "Torsdag Fredag") {
      await page.locator('input[name="days"]').first().uncheck();
      await page.locator("#diet").fill("Vegan");
    }
    await fillIn(page, "sv", { name: who, email: newAddress("lunch") });
    await submit(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(THANKS);
  }
  await comesAs(page, "organisator@example.org");
  const counts = (await readList(page, `/organise/${event.slug}/meals`)).map(
    ([, , , diet, count]) => `${diet} ${count}`,
  );
  const withVegan = ["Alla bekräftade 2", "Ingen specialkost angiven 1", "vegan 1"];
  expect(counts).toEqual(["Alla bekräftade 1", "Ingen specialkost angiven 1", ...withVegan, ...withVegan]);

  // The list of a day is what its badges and its door go by.
  const [first, second, third] = event.days.map(({ date }) => date.toISOString().slice(0, 10));
  const list = async (day: string | undefined) =>
    (await readList(page, `/organise/${event.slug}/registrations?day=${day}`)).map(([name]) => name).toSorted();
  expect(await list(first)).toEqual(["Alla Dagar"]);
  for (const day of [second, third]) expect(await list(day)).toEqual(["Alla Dagar", "Torsdag Fredag"]);
});
