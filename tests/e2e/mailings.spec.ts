import { expect, test } from "@playwright/test";
import { newAddress } from "../support/attendee";
import { expectNoAxeFindings, expectSoundWhenNarrow } from "../support/axe";
import { comesAs } from "../support/organiser-session";
import { siteDatabase, siteEvent } from "../support/site-database";
import { siteRegistration } from "../support/site-registration";

for (const scripts of ["", " @nojs"])
  test(`an organiser filters the list, writes to those in it, reads it as one of them, sends it and takes it back${scripts}`, async ({
    page,
  }) => {
    const event = await siteEvent("utskick");
    await siteRegistration(event, { email: newAddress("kerstin"), name: "Kerstin Klar" });
    await siteRegistration(event, { email: newAddress("vilgot"), name: "Vilgot Väntar", state: "WAITLISTED" });
    await comesAs(page, "organisator@example.org");
    await page.goto(`/organise/${event.slug}/registrations?status=confirmed`);
    await page.getByRole("link", { name: "Skriv till dem som visas" }).click();
    await expect(page.getByText("1 person får mejlet.")).toBeVisible();

    await page.getByLabel("Ämne på svenska").fill("Praktiskt inför dagen");
    await page.getByLabel("Text på svenska").fill("Hej {{förnamn}}");
    await page.getByRole("button", { name: "Spara utkastet och förhandsgranska" }).click();
    await expect(page.locator("p[role=alert]")).toContainText("{{förnamn}} kan inte bytas ut");
    await expect(page.getByLabel("Ämne på svenska")).toHaveValue("Praktiskt inför dagen");
    await page.getByLabel("Text på svenska").fill("Vi ses {{datum}}, {{namn}}. Ta med inneskor.");
    await page.getByRole("button", { name: "Spara utkastet och förhandsgranska" }).click();

    await expect(page.getByText("Utkastet är sparat.")).toBeVisible();
    await expect(
      page
        .frameLocator("iframe")
        .getByRole("paragraph")
        .filter({ hasText: /Kerstin Klar\. Ta med inneskor\./ }),
    ).toBeVisible();
    await page.getByRole("button", { name: "Skicka till 1 person" }).click();
    await expect(page.getByText(/Utskicket ligger i utkorgen och går/)).toBeVisible();
    await expect(page.getByRole("row", { name: /Kerstin Klar/ })).toContainText("väntar");
    await page.getByRole("button", { name: "Ångra utskicket" }).click();
    await expect(page.getByText("Inget mejl hade gått. Utskicket är ett utkast igen.")).toBeVisible();
    expect(await siteDatabase().outboxMail.count({ where: { eventId: event.id, message: "mailing" } })).toBe(0);
    await page.getByRole("button", { name: "Kasta utkastet" }).click();
    await expect(page.getByText("Utkastet är kastat.")).toBeVisible();
  });

for (const [locale, prefix, title] of [
  ["sv", "", "Utskick"],
  ["en", "/en", "Mailings"],
] as const)
  test(`the pages of mailings have nothing for axe to find, empty, written and sent, and fit a telephone (${locale})`, async ({
    page,
  }) => {
    const event = await siteEvent(`utskick-${locale}`);
    await siteRegistration(event, { email: newAddress("axel"), name: "Axel Ek" });
    await comesAs(page, "organisator@example.org");
    const pages = `${prefix}/organise/${event.slug}/mailings`;
    await page.goto(pages);
    await expect(page).toHaveTitle(new RegExp(title));
    await expectNoAxeFindings(page);
    await page.goto(`${pages}/new?status=confirmed`);
    await page.locator("form[aria-busy] button").click();
    await expect(page.locator("p[role=alert]")).toBeVisible();
    await expectNoAxeFindings(page);
    await page.locator("[name=subjectSv]").fill("Praktiskt");
    await page.locator("[name=bodySv]").fill("Ta med skor.");
    await page.locator("form[aria-busy] button").click();
    await expect(page.locator("iframe")).toBeVisible();
    await expectNoAxeFindings(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectSoundWhenNarrow(page, locale);
    await page.locator("form:has([name=date]) button").click();
    await expect(page.getByRole("status")).toBeVisible();
    await expectSoundWhenNarrow(page, locale);
    await page.goto(pages);
    await expectSoundWhenNarrow(page, locale);
  });
