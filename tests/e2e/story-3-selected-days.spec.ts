import { expect, type Page, test } from "@playwright/test";
import { toTimestamp } from "@/lib/core/clock";
import { atLocalTime, fromDateColumn } from "@/lib/core/local-date";
import { comingEvent, fillIn, introduce, newAddress } from "../support/attendee";
import { createSession } from "../support/factories/session";
import { linkIn, waitForMail } from "../support/mailbox";
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

test("story 3: who books only the second day is counted at its lunch, and not at the first day's", async ({ page }) => {
  const event = await siteEvent("lunch", { dayCount: 2 });
  for (const day of event.days) {
    const startsAt = toTimestamp(atLocalTime(fromDateColumn(day.date), "12:00", event.timeZone));
    const hours = { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) };
    await createSession(siteDatabase(), event, { kind: "MEAL", dayId: day.id, ...hours });
  }
  for (const [n, days] of [
    ["både", 2],
    ["andra", 1],
  ] as const) {
    await page.goto(`/events/${event.slug}/register`);
    if (days === 1) await page.locator('input[name="days"]').first().uncheck();
    await page.locator("#diet").fill(days === 1 ? "Vegan" : "");
    await fillIn(page, "sv", { name: `Delegat ${n}`, email: newAddress(`lunch-${days}`) });
    await submit(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(THANKS);
  }
  await comesAs(page, "organisator@example.org");
  await page.goto(`/organise/${event.slug}/meals`);
  const rows = await page.locator("tbody tr").allInnerTexts();
  const counts = rows.map((row) => row.trim().split(/\s*\t\s*/)).map((cells) => [cells[3], cells[4]].join(" "));
  expect(rows.filter((row) => row.includes("egan"))).toHaveLength(1);
  expect(counts.filter((row) => row.endsWith(" 2")).length, rows.join("\n")).toBeGreaterThan(0);
  expect(rows.findIndex((row) => row.includes("egan"))).toBeGreaterThan(0);
});
