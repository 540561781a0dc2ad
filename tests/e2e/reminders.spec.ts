import { expect, test } from "@playwright/test";
import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { newAddress } from "../support/attendee";
import { expectNoAxeFindings, expectSoundWhenNarrow } from "../support/axe";
import { createInvitation } from "../support/factories/invitation";
import { createReminderRule } from "../support/factories/reminder-rule";
import { comesAs } from "../support/organiser-session";
import { siteDatabase, siteEvent } from "../support/site-database";
import { siteOrganiser } from "../support/site-organiser";

for (const scripts of ["", " @nojs"])
  test(`an organiser switches a ladder on, sees who gets a reminder, changes it and takes it away${scripts}`, async ({
    page,
  }) => {
    const event = await siteEvent("trappa");
    const [karin, unsent] = [newAddress("karin"), newAddress("oskickad")];
    await createInvitation(siteDatabase(), event.id, { email: karin, name: "Karin Ek", groupName: "Chefer" });
    await createInvitation(siteDatabase(), event.id, { email: unsent, name: "Olle Ny", sentAt: null });
    await comesAs(page, await siteOrganiser());
    await page.goto(`/organise/${event.slug}/mail`);
    await page.getByRole("navigation", { name: "Mejlsidor" }).getByRole("link", { name: "Påminnelser" }).click();
    await expect(page.getByRole("heading", { name: "Inga påminnelser inställda" })).toBeVisible();
    if (!scripts) await expectNoAxeFindings(page);

    await page.getByRole("button", { name: "Slå på 14 / 7 / 3 / 1: Inbjudna som inte svarat" }).click();
    await expect(page.getByText("Trappan är på.")).toBeVisible();
    const list = page.getByRole("list").filter({ hasText: "före sista anmälningsdag" });
    const third = list.getByRole("listitem").filter({ hasText: "3 dagar före sista anmälningsdag" });
    await expect(third).toContainText(/kl\. 09:00/);
    await expect(third).toContainText("inbjudna som inte svarat · 1 får den");
    if (!scripts) await expectNoAxeFindings(page);
    await third.getByRole("button", { name: /^Stäng av/ }).click();
    await expect(page.getByText("Påminnelsen är av.")).toBeVisible();
    await expect(third).toContainText("Av");

    await third.getByRole("link", { name: /^Se vilka och ändra/ }).click();
    await expect(page.getByRole("row", { name: /Karin Ek/ })).toContainText(karin);
    if (!scripts) await expectNoAxeFindings(page);
    await page.getByRole("link", { name: /^Får den inte/ }).click();
    await expect(page.getByRole("row", { name: /Olle Ny/ })).toContainText("Inbjudan är inte skickad");

    await page.getByLabel("Antal dagar").fill("tre");
    await page.getByRole("button", { name: "Spara" }).click();
    await expect(page.locator("p[role=alert]")).toContainText("Skriv antalet dagar");
    await expect(page.getByLabel("Antal dagar")).toHaveValue("tre");
    if (!scripts) await expectNoAxeFindings(page);
    await page.getByLabel("Antal dagar").fill("2");
    await page.getByLabel("Klockan").fill("14:30");
    await page.getByLabel("Bara inbjudningsgruppen").selectOption("Chefer");
    await page.getByRole("button", { name: "Spara" }).click();
    await expect(page.getByText("Påminnelsen är sparad.")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("gruppen Chefer");

    // Meanwhile somebody else changes it.
    const where = { eventId: event.id, localTime: "14:30" };
    await siteDatabase().reminderRule.updateMany({ where, data: { revision: { increment: 1 } } });
    await page.getByRole("button", { name: "Ta bort påminnelsen" }).click();
    await expect(page.locator("p[role=alert]")).toContainText("Någon annan har ändrat påminnelsen");
    await page.goto(page.url());
    await page.getByRole("button", { name: "Ta bort påminnelsen" }).click();
    await expect(page.getByText("Påminnelsen är borttagen.")).toBeVisible();
    await expect(page.getByText("2 dagar före sista anmälningsdag")).toHaveCount(0);
  });

test("a new reminder is made in English, and what was sent and missed is told", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const event = await siteEvent("paminnelser");
  const rule = await createReminderRule(siteDatabase(), event.id, { enabled: false });
  const handledAt = toTimestamp(currentInstant());
  const run = { ruleId: rule.id, outcome: "ENQUEUED", recipients: 1, handledAt } as const;
  await siteDatabase().reminderRun.createMany({
    data: [
      { ...run, scheduledAt: new Date("2026-01-10T08:00:00Z") },
      { ...run, scheduledAt: new Date("2026-01-03T08:00:00Z"), outcome: "MISSED", recipients: 0 },
    ],
  });
  await comesAs(page, await siteOrganiser());
  await page.goto(`/en/organise/${event.slug}/mail/reminders`);
  await expect(page.getByRole("row", { name: /3 January 2026/ })).toContainText("Missed");
  await expect(page.getByRole("row", { name: /10 January 2026/ })).toContainText("Sent");
  await expectSoundWhenNarrow(page);
  await page.getByRole("link", { name: "Add a reminder" }).click();
  await expectSoundWhenNarrow(page);
  await page.getByRole("link", { name: "those on the waiting list" }).click();
  await page.getByLabel("Number of days").fill("1");
  await page.getByRole("button", { name: "Add and show who gets it" }).click();
  await expect(page.getByText("The reminder is added and on.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nobody is in the group now" })).toBeVisible();
  await expectSoundWhenNarrow(page);
});
