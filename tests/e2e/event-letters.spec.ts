import { expect, test } from "@playwright/test";
import { newAddress } from "../support/attendee";
import { expectNoAxeFindings, expectSoundWhenNarrow } from "../support/axe";
import { comesAs } from "../support/organiser-session";
import { siteDatabase, siteEvent } from "../support/site-database";
import { siteRegistration } from "../support/site-registration";

test("an organiser reads every letter, tells a change, and calls the event off; visitors see that it is", async ({
  page,
}) => {
  const event = await siteEvent("brev");
  await siteRegistration(event, { email: newAddress("kerstin"), name: "Kerstin Klar" });
  await comesAs(page, "organisator@example.org");

  await page.goto(`/organise/${event.slug}/mail`);
  await page.getByRole("link", { name: "Alla brev" }).click();
  await expectNoAxeFindings(page);
  await page.getByRole("link", { name: "Bekräftelse", exact: true }).click();
  await expect(page.frameLocator("iframe").first().getByRole("heading", { name: "Du är anmäld" })).toBeVisible();
  await expect(page.frameLocator("iframe").last().getByRole("heading", { name: "You are registered" })).toBeVisible();
  await expectNoAxeFindings(page);
  await page.locator("a[rel=next]").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Gruppbokning");

  // Nobody is told of an edit until the organiser says so.
  await siteDatabase().$executeRaw`
    UPDATE event_day SET closes_at = closes_at + interval '1 hour' WHERE event_id = ${event.id}::uuid`;
  await page.goto(`/organise/${event.slug}`);
  await page.getByRole("link", { name: /Evenemanget har ändrats/ }).click();
  await expect(page.getByText("Ändrad tid").first()).toBeVisible();
  await expectNoAxeFindings(page);
  await page.getByRole("button", { name: "Berätta för 1 person" }).click();
  await expect(page.getByRole("status")).toContainText("Breven är på väg");
  await expectNoAxeFindings(page);

  await page.goto(`/organise/${event.slug}/settings`);
  await page.getByRole("link", { name: "Ställ in evenemanget …" }).click();
  await expectNoAxeFindings(page);
  await page.getByLabel("Meddelande (valfritt)").fill("Vi ses i vår.");
  await page.getByRole("button", { name: "Ställ in och meddela 1 person" }).click();
  await expect(page.locator("p[role=alert]")).toContainText("Kryssa i rutan");
  await expect(page.getByLabel("Meddelande (valfritt)")).toHaveValue("Vi ses i vår.");
  await page.getByRole("checkbox").check();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectSoundWhenNarrow(page);
  await page.getByRole("button", { name: "Ställ in och meddela 1 person" }).click();
  await expect(page.getByRole("status")).toContainText("1 person får besked med mejl");
  await page.setViewportSize({ width: 1280, height: 720 });
  await expectNoAxeFindings(page);

  await page.goto(`/events/${event.slug}`);
  await expect(page.getByText("Inställt").first()).toBeVisible();
  await page.goto(`/events/${event.slug}/register`);
  await expect(page.getByRole("heading", { name: "Evenemanget är inställt" })).toBeVisible();
});
