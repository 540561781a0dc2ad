import { expect, test } from "@playwright/test";
import { currentInstant } from "@/lib/core/clock";
import { fillIn, newAddress } from "../support/attendee";
import { createRegistration } from "../support/factories/registration";
import { siteDatabase, siteEvent } from "../support/site-database";

test("an event that is full says so on its page and on the form's, with what one can do instead", async ({ page }) => {
  const event = await siteEvent("fullt", { capacity: 1 });
  await page.goto(`/events/${event.slug}`);
  const facts = page.getByRole("complementary");
  await expect(facts).toContainText("en plats kvar");
  await expect(facts.getByRole("link", { name: "Anmäl dig" })).toBeVisible();

  await createRegistration(
    siteDatabase(),
    event,
    { email: newAddress("sista-platsen"), reference: event.slug },
    currentInstant(),
  );
  for (const [prefix, word, heading, ask] of [
    ["", "Fullbokad", "Alla platser är tagna", "Fråga Konferenskansliet"],
    ["/en", "Fully booked", "All places are taken", "Ask Konferenskansliet"],
  ] as const) {
    // The page may be a second old.
    await expect(async () => {
      await page.goto(`${prefix}/events/${event.slug}`);
      await expect(facts).toContainText(word, { timeout: 100 });
    }).toPass({ timeout: 5_000 });
    await expect(facts.getByRole("link", { name: ask })).toHaveAttribute("href", /^mailto:/);
    await expect(facts.getByRole("link", { name: /Anmäl dig|Register/ })).toHaveCount(0);
    await page.goto(`${prefix}/events/${event.slug}/register`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(page.getByRole("main").getByRole("link", { name: ask })).toBeVisible();
    await expect(page.locator("form")).toHaveCount(0);
  }
});

test("whoever was writing while the last place went is told so and loses nothing", async ({ page }) => {
  const event = await siteEvent("for-sen", { capacity: 1 });
  await page.goto(`/events/${event.slug}/register`);
  await page.locator("#jobTitle").fill("Utredare");
  await fillIn(page, "sv", { name: "Sena Svensson", email: newAddress("for-sen") });
  await createRegistration(
    siteDatabase(),
    event,
    { email: newAddress("snabbare"), reference: event.slug },
    currentInstant(),
  );
  await page.getByRole("button", { name: "Anmäl mig" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Alla platser är tagna" })).toBeFocused();
  await expect(page).toHaveTitle(/^Fel: /);
  await expect(page.locator("#jobTitle")).toHaveValue("Utredare");
  expect(await siteDatabase().registration.count({ where: { eventId: event.id } })).toBe(1);
});
