import { expect, test } from "@playwright/test";
import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { newAddress } from "../support/attendee";
import { expectNoAxeFindings, expectSoundWhenNarrow } from "../support/axe";
import { createUndelivered } from "../support/factories/undelivered";
import { linkIn, waitForMail } from "../support/mailbox";
import { comesAs } from "../support/organiser-session";
import { siteDatabase, siteEvent } from "../support/site-database";
import { siteRegistration } from "../support/site-registration";

for (const scripts of ["", " @nojs"])
  test(`an organiser sees which mail did not arrive, mends the address and sends again${scripts}`, async ({ page }) => {
    const event = await siteEvent("utskick");
    const people = [newAddress("felstavad"), newAddress("stangd")];
    for (const [n, email] of people.entries()) {
      const name = n === 0 ? "Frida Felstavad" : "Stina Stängd";
      const { registrationId } = await siteRegistration(event, { email, name });
      const about = { organisationId: event.organisationId, eventId: event.id, registrationId, name, email };
      await createUndelivered(siteDatabase(), about, currentInstant());
    }
    await comesAs(page, "organisator@example.org");
    await page.goto(`/organise/${event.slug}/mail`);
    const table = page.getByRole("table", { name: /^Brev från/ });
    await expect(table).toContainText("Adressen finns inte");
    await page.getByRole("link", { name: "Åtgärda brevet till Frida Felstavad" }).click();
    const section = page.getByRole("region", { name: "Brevet till Frida Felstavad" });
    const mended = newAddress("ratt");
    await section.getByLabel("E-postadress").fill(people[1] ?? "");
    await section.getByRole("button", { name: "Skicka igen" }).click();
    await expect(section.getByRole("alert")).toContainText("Någon annan på evenemanget har redan den adressen.");
    if (!scripts) await expectNoAxeFindings(page);
    await section.getByLabel("E-postadress").fill(mended);
    await section.getByRole("button", { name: "Skicka igen" }).click();
    await expect(page.getByRole("status")).toContainText("Brevet skickas igen.");
    await expect(table).toContainText(mended);
    expect(await waitForMail(mended)).toBeTruthy();
    await page.getByRole("button", { name: `Adressen ${people[1]} fungerar` }).click();
    await expect(page.getByRole("status")).toContainText("Samling skickar till adressen igen.");
  });

for (const prefix of ["", "/en"])
  test(`the page of mails is sound when narrow, empty, full and filtered to nothing (${prefix || "sv"})`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const event = await siteEvent("smal");
    await comesAs(page, "organisator@example.org");
    const path = `${prefix}/organise/${event.slug}/mail`;
    await page.goto(path);
    await expectSoundWhenNarrow(page);
    const email = newAddress("smal");
    const { registrationId } = await siteRegistration(event, { email, name: "Nora Norén" });
    const about = {
      organisationId: event.organisationId,
      eventId: event.id,
      registrationId,
      name: "Nora Norén",
      email,
    };
    const mail = await createUndelivered(siteDatabase(), about, currentInstant());
    await page.goto(`${path}?mail=${mail}`);
    await expectSoundWhenNarrow(page);
    await page.goto(`${path}?q=ingen-alls`);
    await expectSoundWhenNarrow(page);
  });

for (const [scripts, locale] of [
  ["", "en"],
  [" @nojs", "sv"],
] as const)
  test(`a recipient declines reminders from the mail's own link, and may change that (${locale})${scripts}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const event = await siteEvent("avbojer");
    const email = newAddress("avbojer");
    const { registrationId } = await siteRegistration(event, { email, name: "Disa Avböjer" });
    await siteDatabase().outboxMail.create({
      data: {
        ...{ message: "event-reminder", locale, eventId: event.id, registrationId, toEmail: email },
        notBefore: toTimestamp(currentInstant()),
      },
    });
    await page.goto(linkIn(await waitForMail(email), "/u/"));
    if (!scripts) await expectSoundWhenNarrow(page);
    const boxes = page.getByRole("checkbox");
    await expect(boxes.nth(1)).toBeChecked();
    await page.locator("main button").first().click();
    await expect(page.getByRole("status")).toBeVisible();
    await expect(boxes.nth(0)).toBeChecked();
    await expect(boxes.nth(1)).not.toBeChecked();
    if (!scripts) await expectSoundWhenNarrow(page);
    await boxes.nth(1).check();
    await boxes.nth(2).uncheck();
    await page.locator("main button").last().click();
    await expect(boxes.nth(1)).toBeChecked();
    await expect(boxes.nth(2)).not.toBeChecked();
    const kept = async () => {
      const rows = await siteDatabase().suppressedAddress.findMany({ where: { address: email.toLowerCase() } });
      return rows.map(({ scope }) => scope);
    };
    await expect.poll(kept).toEqual(["NEWS"]);
  });
