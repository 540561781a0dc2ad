import { expect, test } from "@playwright/test";
import { comingEvent, introduce, newAddress } from "../support/attendee";
import { createSession } from "../support/factories/session";
import { linkIn, waitForMail } from "../support/mailbox";
import { siteDatabase, siteEvent } from "../support/site-database";

test("story 4: the evening before has its own places and adds no day", async ({ page, request }) => {
  const slug = await comingEvent(request, "socialchefsdagarna-2");
  const email = newAddress("kvallen-fore");
  await page.goto(`/events/${slug}/register`);
  const beside = page.getByRole("group", { name: /Vid sidan om programmet/ });
  await expect(beside).toContainText("Har egna platser och räknas inte som en dag.");
  await expect(beside.locator("label", { hasText: "Kvällen före" })).toContainText(/plats(er)? kvar/);
  const [first] = await page.locator('input[name="days"]').all();
  await first?.uncheck();
  await beside.getByLabel(/Kvällen före/).check();
  await introduce(page, email);
  await page.getByRole("button", { name: "Anmäl mig" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tack, anmälan är mottagen");

  await page.goto(linkIn(await waitForMail(email), "/r/"));
  const fact = (term: string) => page.locator("dt", { hasText: term }).locator("xpath=following-sibling::dd");
  await expect(fact("Dina dagar").getByRole("listitem")).toHaveCount(2);
  await expect(fact("Dina programpunkter")).toContainText("Kvällen före");
});

test("story 4: three colleagues fill the evening before, and the conference itself stays open", async ({ page }) => {
  const event = await siteEvent("kvallen-fore", { dayCount: 2 });
  const [day] = event.days;
  const before = {
    startsAt: new Date(Number(day?.opensAt) - 15 * 3_600_000),
    endsAt: new Date(Number(day?.opensAt) - 12 * 3_600_000),
  };
  const evening = await createSession(siteDatabase(), event, { kind: "MINGLE", dayId: null, capacity: 3, ...before });
  for (let colleague = 1; colleague <= 3; colleague++) {
    await page.goto(`/events/${event.slug}/register`);
    await page.locator(`input[name="sessions"][value="${evening.id}"]`).check();
    await introduce(page, newAddress(`kollega-${colleague}`));
    await page.getByRole("button", { name: "Anmäl mig" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tack, anmälan är mottagen");
  }
  await page.goto(`/events/${event.slug}/register`);
  await expect(page.locator(`input[name="sessions"][value="${evening.id}"]`)).toBeDisabled();
  const used = await siteDatabase().quota.findMany({ where: { eventId: event.id }, orderBy: { capacity: "asc" } });
  expect(used.map(({ capacity, used: taken }) => [capacity, taken])).toEqual([
    [3, 3],
    [100, 3],
  ]);
  await introduce(page, newAddress("fjarde"));
  await page.getByRole("button", { name: "Anmäl mig" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tack, anmälan är mottagen");
});
