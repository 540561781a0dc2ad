import { expect, test } from "@playwright/test";
import { currentInstant } from "@/lib/core/clock";
import { newAddress } from "../support/attendee";
import { expectNoAxeFindings, expectSoundWhenNarrow } from "../support/axe";
import { createMember } from "../support/factories/member";
import { createOrganisation } from "../support/factories/organisation";
import { comesAs } from "../support/organiser-session";
import { siteDatabase } from "../support/site-database";

const today = currentInstant().toZonedDateTimeISO("Europe/Stockholm").toPlainDate();
const inDays = (days: number) => today.add({ days }).toString();

for (const scripts of ["", " @nojs"])
  test(`a newcomer makes a two-day conference out of nothing, publishes it, and somebody registers${scripts}`, async ({
    page,
  }) => {
    test.slow();
    const db = siteDatabase();
    const { id } = await createOrganisation(db, { slug: `ny-${crypto.randomUUID()}`, name: "Nya kommunen" });
    const email = newAddress("nyborjare");
    await createMember(db, id, "EDITOR", { email, name: "Nora Ny" });
    await comesAs(page, email);
    await page.goto("/organise");
    await page.getByRole("link", { name: "Skapa ett evenemang" }).click();
    await page.getByRole("button", { name: "Skapa utkastet" }).click();
    await expect(page).toHaveTitle(/^Fel: Nytt evenemang/);
    await expect(page.locator(".error-summary")).toContainText("Första dagen: Fyll i det här.");
    if (!scripts) await expectNoAxeFindings(page);
    await page.getByLabel("Titel, på svenska").fill("Möten i Nya kommunen");
    await page.getByLabel("Första dagen").fill(inDays(60));
    await page.getByLabel("Sista dagen").fill(inDays(61));
    await page.getByLabel("Sista anmälningsdag").fill(inDays(46));
    await page.getByLabel("Lokalens avbokningssteg").fill("30: 50 %");
    await page.getByRole("button", { name: "Skapa utkastet" }).click();
    await expect(page.getByRole("status")).toContainText("14 dagar före första dagen. Då tar lokalen redan ut 50 %");
    const slug = /organise\/([^/]+)\/edit/.exec(page.url())?.[1] ?? "";

    // What is missing is said, and nothing is published before it is there.
    await page.goto(`/organise/${slug}/edit/publish`);
    if (!scripts) await expectNoAxeFindings(page);
    await page.getByRole("button", { name: "Publicera" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "saknas" })).toBeVisible();
    expect((await page.request.get(`/events/${slug}`)).status()).toBe(404);
    await page.getByRole("link", { name: "Sammanfattning" }).first().click();
    await page.getByLabel("Sammanfattning, på svenska").fill("Två dagar om det nya.");
    await page.getByRole("button", { name: "Spara" }).click();
    await expect(page.getByRole("status")).toContainText("Ändringarna är sparade.");

    // A third day is added, taken away and offered back.
    await page.goto(`/organise/${slug}/edit/days`);
    await page.getByLabel("Datum").last().fill(inDays(62));
    await page.getByRole("button", { name: "Spara" }).click();
    await expect(page.getByLabel("Datum")).toHaveCount(4);
    await page.getByLabel("Ta bort dagen").last().check();
    await page.getByRole("button", { name: "Spara" }).click();
    await expect(page.getByLabel("Datum")).toHaveCount(3);
    await page.getByRole("link", { name: "Ångra borttagningen" }).click();
    await expect(page.getByLabel("Datum").last()).toHaveValue(inDays(62));

    for (const part of ["", "/texts", "/days", "/venue", "/categories", "/partners"]) {
      await page.goto(`/organise/${slug}/edit${part}`);
      if (!scripts) await expectNoAxeFindings(page);
    }
    if (!scripts) {
      await page.setViewportSize({ width: 320, height: 800 });
      await expectSoundWhenNarrow(page);
      await page.setViewportSize({ width: 1280, height: 800 });
    }
    await page.goto(`/organise/${slug}/preview`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Möten i Nya kommunen");
    if (!scripts) await expectNoAxeFindings(page);
    await page.goto(`/organise/${slug}/edit/publish`);
    await page.getByRole("button", { name: "Publicera" }).click();
    await expect(page.getByRole("status")).toContainText("Evenemanget är publicerat.");

    await page.context().clearCookies();
    await page.goto(`/events/${slug}/register`);
    await page.getByLabel("Namn", { exact: true }).fill("Anna Anmäld");
    await page.getByLabel("E-post", { exact: false }).first().fill(newAddress("anmald"));
    for (const box of await page.getByRole("checkbox").all()) if (await box.isVisible()) await box.check();
    await page.waitForTimeout(2_100);
    await page.locator("form.form button[type=submit]").click();
    await expect(page).toHaveURL(/confirmation/);
    expect(await db.registration.count({ where: { event: { slug }, state: "CONFIRMED" } })).toBe(1);
  });

test("two who edit at once: the second keeps what was typed and sees what is stored", async ({ page, context }) => {
  const db = siteDatabase();
  const { id } = await createOrganisation(db, { slug: `ny-${crypto.randomUUID()}`, name: "Två kommunen" });
  const email = newAddress("tva");
  await createMember(db, id, "OWNER", { email, name: "Tua Två" });
  await comesAs(page, email);
  await page.goto("/en/organise/new");
  await page.getByLabel("Title, in Swedish").fill("Samtidigt");
  await page.getByLabel("First day").fill(inDays(60));
  await page.getByLabel("Last day to register").fill(inDays(40));
  await page.getByRole("button", { name: "Create the draft" }).click();
  await expect(page.getByRole("status")).toContainText("The draft is created.");
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel("Title, in Swedish").fill("Den ena");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByRole("status")).toContainText("The changes are saved.");
  await page.getByLabel("Title, in Swedish").fill("Den andra");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".error-summary")).toContainText("Stored now: Den ena");
  await expect(page.getByLabel("Title, in Swedish")).toHaveValue("Den andra");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toContainText("The changes are saved.");
  await expect(page.getByLabel("Title, in Swedish")).toHaveValue("Den andra");
});
