import { expect, test } from "@playwright/test";
import { comingEvent } from "../support/attendee";

test("sessions that are on at the same time are refused, both named", async ({ page, request }) => {
  const slug = await comingEvent(request, "socialchefsdagarna-2");
  await page.goto(`/events/${slug}/register`);
  const seminars = page.getByRole("group", { name: /Programpunkter/ }).getByRole("checkbox");
  await seminars.nth(0).check();
  await seminars.nth(1).check();
  await page.getByRole("button", { name: "Anmäl mig" }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: /Seminarium: .* och Seminarium: .* pågår samtidigt/ }),
  ).toBeFocused();
});
