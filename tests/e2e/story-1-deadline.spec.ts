import { expect, test } from "@playwright/test";
import { currentInstant } from "@/lib/core/clock";
import { toDateColumn } from "@/lib/core/local-date";
import { newAddress } from "../support/attendee";
import { siteEvent } from "../support/site-database";

test("story 1: the last day ends where the event is, whatever the day is here", async ({ page }) => {
  // Between these zones lie 25 hours: the day that is today in the west has always ended in the east.
  const west = "Pacific/Pago_Pago";
  const east = "Pacific/Kiritimati";
  const lastRegistrationDay = toDateColumn(currentInstant().toZonedDateTimeISO(west).toPlainDate());
  const open = await siteEvent("vast", { timeZone: west, lastRegistrationDay });
  const closed = await siteEvent("ost", { timeZone: east, lastRegistrationDay });

  await page.goto(`/events/${open.slug}`);
  await expect(page.getByRole("complementary")).toContainText("sista dagen i dag");
  await page.goto(`/events/${open.slug}/register`);
  await expect(page.getByRole("main")).toContainText("Det är i dag.");
  await expect(page.getByRole("button", { name: "Anmäl mig" })).toBeVisible();

  await page.goto(`/events/${closed.slug}`);
  await expect(page.getByRole("complementary")).toContainText("Anmälan är stängd");
  await page.goto(`/events/${closed.slug}/register`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Anmälan är stängd");
  const answer = await page.request.post(`/api/v1/events/${closed.slug}/registrations`, {
    data: { name: "Sen Svensson", email: newAddress("sen"), consent: true },
    headers: { "accept-language": "sv" },
  });
  expect(answer.status()).toBe(409);
  expect(await answer.json()).toMatchObject({ error: { message: "Anmälan är stängd." } });
});
