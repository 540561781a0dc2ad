import { expect, test } from "@playwright/test";
import { newAddress } from "../support/attendee";
import { expectNoAxeFindings, expectSoundWhenNarrow } from "../support/axe";
import { comesAs } from "../support/organiser-session";
import { siteDatabase, siteEvent } from "../support/site-database";
import { siteRegistration } from "../support/site-registration";

for (const scripts of ["", " @nojs"])
  test(`an organiser raises the places, and who waits is offered one; what is wrong is said by its field${scripts}`, async ({
    page,
  }) => {
    const event = await siteEvent("installningar", { waitingList: true, capacity: 1 });
    await siteRegistration(event, { email: newAddress("klar"), name: "Klara Klar" });
    await siteRegistration(event, { email: newAddress("vantar"), name: "Vera Väntar", state: "WAITLISTED" });
    await comesAs(page, "organisator@example.org");
    await page.goto(`/organise/${event.slug}/settings`);
    await page.getByLabel("Hela evenemanget").fill("två");
    await page.getByLabel("Sista anmälningsdag").fill("");
    await page.getByRole("button", { name: "Spara inställningarna" }).click();
    await expect(page).toHaveTitle(/^Fel: Inställningar/);
    await expect(page.locator(".error-summary")).toContainText("Skriv ett antal platser med siffror");
    await expect(page.getByLabel("Hela evenemanget")).toHaveValue("två");

    await page.getByLabel("Hela evenemanget").fill("2");
    await page.getByLabel("Sista anmälningsdag").fill(event.lastRegistrationDay.toISOString().slice(0, 10));
    await page.getByLabel("Bara när det är få kvar").check();
    await page.getByRole("button", { name: "Spara inställningarna" }).click();
    await expect(page.getByRole("status")).toContainText("Inställningarna är sparade.");
    await expect(page.getByLabel("Hela evenemanget")).toHaveValue("2");
    await expect(page.getByLabel("Bara när det är få kvar")).toBeChecked();
    const waiting = await siteDatabase().registration.findFirstOrThrow({
      where: { eventId: event.id, name: "Vera Väntar" },
    });
    expect(waiting.state).toBe("OFFERED");
  });

test("two who edit at once: the second sees what is stored, keeps what was typed, and may save again", async ({
  page,
  context,
}) => {
  const event = await siteEvent("samtidigt");
  await comesAs(page, "organisator@example.org");
  const other = await context.newPage();
  for (const each of [page, other]) await each.goto(`/en/organise/${event.slug}/settings`);
  await other.getByLabel("The whole event").fill("70");
  await other.getByRole("button", { name: "Save the settings" }).click();
  await expect(other.getByRole("status")).toContainText("The settings are saved.");

  await page.getByLabel("The whole event").fill("80");
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.locator(".error-summary")).toContainText("Somebody else has changed the settings");
  await expect(page.getByText("Stored now: 70").first()).toBeVisible();
  await expect(page.getByLabel("The whole event")).toHaveValue("80");
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByRole("status")).toContainText("The settings are saved.");
  await expect(page.getByLabel("The whole event")).toHaveValue("80");
});

for (const [locale, prefix] of [
  ["sv", ""],
  ["en", "/en"],
] as const)
  test(`the settings pass axe, wide and narrow, as they are and with what is wrong (${locale})`, async ({ page }) => {
    const event = await siteEvent("axe-installningar");
    await comesAs(page, "organisator@example.org");
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${prefix}/organise/${event.slug}/settings`);
      await expectNoAxeFindings(page);
      await page.locator("#offerHours").fill("0");
      await page.locator("form.form button[type=submit]").click();
      await expect(page.locator(".error-summary")).toBeVisible();
      if (width === 320) await expectSoundWhenNarrow(page, locale);
      else await expectNoAxeFindings(page);
    }
  });
