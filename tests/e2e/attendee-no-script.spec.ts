import { expect, test } from "@playwright/test";
import { asSlowAsAPerson, comingEvent, fillIn, newAddress, payFor } from "../support/attendee";
import { linkIn, waitForMail } from "../support/mailbox";

test("without JavaScript: register, open the link, change and cancel @nojs", async ({ page }) => {
  const email = newAddress("utan-skript");
  await page.goto("/events/demo-open/register");
  await fillIn(page, "sv", { name: "Nils Dahl", email });
  await page.getByRole("button", { name: "Anmäl mig" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tack, anmälan är mottagen");

  await page.goto(linkIn(await waitForMail(email), "/r/"));
  await page.getByRole("link", { name: "Ändra anmälan" }).click();
  await page.locator("#jobTitle").fill("Handläggare");
  await page.getByRole("button", { name: "Spara ändringarna" }).click();
  await expect(page.getByText("Ändringarna är sparade")).toBeVisible();
  await expect(page.getByText("Handläggare")).toBeVisible();

  await page.getByRole("link", { name: "Avboka", exact: true }).click();
  await page.getByRole("button", { name: "Ja, avboka min plats" }).click();
  await expect(page.getByText("Avbokad", { exact: true })).toBeVisible();
});

test("without JavaScript: errors come back with every answer, ticked box and chosen button @nojs", async ({
  page,
  request,
}) => {
  const slug = await comingEvent(request, "socialchefsdagarna-2");
  await page.goto(`/events/${slug}/register`);
  const days = page.locator('input[name="days"]');
  await days.nth(0).uncheck();
  await page.locator('input[name="category"]:enabled').last().check();
  await page.locator('input[name="answers.times_attended"]').nth(2).check();
  await page.locator("#diet").fill("Laktos\nGluten");
  await page.locator("#organisationName").fill("Göteborgs stad");
  await payFor(page);
  await asSlowAsAPerson(page);
  await page.getByRole("button", { name: "Anmäl mig" }).click();

  await expect(page).toHaveTitle(/^Fel: /);
  const summary = page.getByRole("alert").filter({ hasText: "svar behöver rättas" });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveText([/^Namn: /, /^E-postadress: /, /^Jag samtycker/]);
  await expect(days.nth(0)).not.toBeChecked();
  await expect(days.nth(1)).toBeChecked();
  await expect(page.locator('input[name="category"]:enabled').last()).toBeChecked();
  await expect(page.locator('input[name="answers.times_attended"]').nth(2)).toBeChecked();
  await expect(page.locator("#diet")).toHaveValue("Laktos\nGluten");
  await expect(page.locator("#organisationName")).toHaveValue("Göteborgs stad");
  await expect(page.locator("#billing-reference")).toHaveValue("ZZ1234");
});
