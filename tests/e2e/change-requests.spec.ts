import { expect, test } from "@playwright/test";
import { currentInstant } from "@/lib/core/clock";
import { toDateColumn } from "@/lib/core/local-date";
import { newAddress } from "../support/attendee";
import { waitForMail } from "../support/mailbox";
import { comesAs } from "../support/organiser-session";
import { siteEvent } from "../support/site-database";
import { siteRegistration } from "../support/site-registration";

for (const scripts of ["", " @nojs"])
  test(`after the caterer's last day a change is asked for, shown beside what is, and granted with a mail${scripts}`, async ({
    page,
  }) => {
    test.setTimeout(90_000);
    const yesterday = toDateColumn(
      currentInstant().toZonedDateTimeISO("Europe/Stockholm").toPlainDate().subtract({ days: 1 }),
    );
    const event = await siteEvent("onskemal", { dayCount: 2, lastCateringDay: yesterday });
    const email = newAddress("onskar");
    const { link, reference } = await siteRegistration(event, { email, name: "Önska Önskesson" });
    await page.goto(link);
    await page.goto(`/my/${reference}/edit`);
    await expect(page.getByRole("main")).toContainText(/arrangören/i);
    await page.locator('input[name="days"]').last().uncheck();
    await page.locator('main button[type="submit"]').last().click();
    await page.waitForURL(/requested=1$/);
    await expect(page.getByRole("status")).toBeVisible();

    await comesAs(page, "organisator@example.org");
    await page.goto(`/organise/${event.slug}/change-requests`);
    await expect(page.getByRole("heading", { name: "Önska Önskesson" })).toBeVisible();
    await page.locator("main form").first().getByRole("button").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/done=answered/);
    await expect(page.getByRole("status")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Önska Önskesson" })).toHaveCount(0);
    await waitForMail(email, /^Ändringen är gjord/);
    await page.goto(`/my/${reference}`);
    await expect(
      page.locator("dt", { hasText: "Dina dagar" }).locator("xpath=following-sibling::dd").getByRole("listitem"),
    ).toHaveCount(1);
  });
