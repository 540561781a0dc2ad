import { expect, test } from "@playwright/test";
import { currentInstant } from "@/lib/core/clock";
import { expectNoAxeFindings, expectSoundWhenNarrow } from "../support/axe";
import { createEvent } from "../support/factories/event";
import { linkIn, waitForMail } from "../support/mailbox";
import { askForMail } from "../support/organiser";
import { siteDatabase } from "../support/site-database";

test("a newcomer signs up, founds an organisation and invites a colleague, who accepts from the mail", async ({
  page,
  browser,
}) => {
  test.slow();
  const founder = `nora-${crypto.randomUUID().slice(0, 8)}@nykommun.example.org`;
  const colleague = `kim-${crypto.randomUUID().slice(0, 8)}@example.org`;
  const name = `Nykommun ${founder.slice(5, 13)}`;
  const mail = await askForMail(page, founder);
  await page.goto(linkIn(mail, "/sign-in/confirm"));
  await page.getByRole("button", { name: "Logga in" }).click();
  await expect(page.getByRole("heading", { name: "Börja med din organisation" })).toBeVisible();
  await page.getByRole("button", { name: "Skapa organisationen" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Skriv organisationens namn." })).toBeVisible();
  await page.getByLabel("Organisationens namn").fill(name);
  await page.getByRole("button", { name: "Skapa organisationen" }).click();
  await expect(page.getByRole("status")).toContainText("Organisationen finns nu.");
  await expect(page.getByRole("link", { name: "Skapa ett evenemang" })).toBeVisible();

  const db = siteDatabase();
  const { id: organisationId } = await db.organisation.findFirstOrThrow({ where: { name } });
  const event = await createEvent(
    db,
    { organisationId, title: { sv: "Nya möten", en: "New meetings" } },
    currentInstant(),
  );

  await page.setViewportSize({ width: 320, height: 900 });
  await page.getByRole("link", { name: "Medarbetare" }).click();
  await page.getByLabel("E-postadress").fill("fel@lokalt");
  await page.getByRole("button", { name: "Skicka inbjudan" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Skriv en e-postadress" })).toBeVisible();
  await page.getByLabel("E-postadress").fill(colleague);
  await page.getByRole("button", { name: "Skicka inbjudan" }).click();
  await expect(page.getByRole("status")).toHaveText("Inbjudan är på väg.");
  await expect(page.getByRole("row", { name: colleague })).toContainText("Redaktör");
  await expectSoundWhenNarrow(page);

  // In a browser of their own, from the mail: to sign in with, to look at, to accept.
  const other = await browser.newPage();
  const invitation = await waitForMail(colleague, /Inbjudan att arbeta med/);
  await other.goto(linkIn(invitation, "/sign-in?invitation="));
  await expect(other.getByRole("main")).toContainText(`Du är inbjuden att arbeta med ${name}.`);
  await expect(other.getByLabel("E-postadress")).toHaveValue(colleague);
  await expectNoAxeFindings(other);
  await other.getByRole("button", { name: "Skicka länk och kod" }).click();
  const secrets = await waitForMail(colleague, /Logga in/);
  await other.goto(linkIn(secrets, "/sign-in/confirm"));
  await other.getByRole("button", { name: "Logga in" }).click();
  await expect(other.getByRole("heading", { name: `Redaktör i ${name}` })).toBeVisible();
  await expectNoAxeFindings(other);
  await other.getByRole("button", { name: "Tacka ja" }).click();
  await expect(other.getByRole("status")).toContainText("Välkommen!");
  await other.getByRole("link", { name: "Nya möten" }).click();
  await expect(other).toHaveURL(new RegExp(`/organise/${event.slug}`));

  // Disabled by the owner, the colleague is out at the very next click.
  await page.reload();
  await page.getByRole("link", { name: `Ändra ${colleague}` }).click();
  await expectSoundWhenNarrow(page);
  await page.getByRole("button", { name: `Stäng av ${colleague}` }).click();
  await expect(page.getByRole("status")).toContainText("utloggad överallt");
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);
  await other.close();

  await page.getByText("Konto", { exact: true }).click();
  await page.getByRole("link", { name: "Mitt konto" }).click();
  await page.getByLabel("Namn", { exact: true }).fill("Nora Ny");
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(page.getByRole("status")).toHaveText("Sparat.");
  await expect(page.getByRole("row", { name: /Chrome/ })).toContainText("Den här webbläsaren");
  await expectSoundWhenNarrow(page);
  await page.getByRole("button", { name: "Logga ut överallt" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
});
