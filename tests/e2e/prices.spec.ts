import { expect, test } from "@playwright/test";
import { asSlowAsAPerson, comingEvent, newAddress, payFor } from "../support/attendee";
import { expectNoAxeFindings } from "../support/axe";
import { linkIn, waitForMail } from "../support/mailbox";

test("the price follows what is chosen, and is kept with the municipality's reference", async ({ page, request }) => {
  const slug = await comingEvent(request, "integration-arbetsmarknad-2");
  const email = newAddress("betalar");
  await page.goto(`/events/${slug}/register`);
  const price = page.locator(".price");
  await expect(price).toContainText("Priset visas när du har valt");
  await page.getByLabel(/Offentlig sektor/).check();
  // 3,450 kronor early for both days and 25 % VAT; one day is 2,150.
  await expect(price).toContainText(/4\s312,50\skr/);
  await page.locator('input[name="days"]').first().uncheck();
  await expect(price).toContainText(/2\s687,50\skr/);
  await expectNoAxeFindings(page);

  await page.locator("#name").fill("Berit Betalare");
  await page.locator("#email").fill(email);
  await payFor(page);
  await page.locator("#billing-reference").fill("");
  await page.getByLabel(/Jag samtycker/).check();
  await asSlowAsAPerson(page);
  await page.getByRole("button", { name: "Anmäl mig" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "ange sin referens" })).toBeFocused();
  await page.locator("#billing-reference").fill("ZZ1234");
  await page.getByRole("button", { name: "Anmäl mig" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tack, anmälan är mottagen");
  await expect(page.locator(".price-total")).toContainText(/2\s687,50\skr/);

  await page.goto(linkIn(await waitForMail(email), "/r/"));
  await expect(page.locator(".price-table")).toContainText("tidigt pris");
  await expect(page.locator(".price-total")).toContainText(/2\s687,50\skr/);
});

test("in English without JavaScript: what is to be paid stands on the page that comes back @nojs", async ({
  page,
  request,
}) => {
  const slug = await comingEvent(request, "socialchefsdagarna-2");
  await page.goto(`/en/events/${slug}/register`);
  await page.getByLabel(/^Exhibitor/).check();
  await page.locator("#name").fill("Alexander Lesigang");
  await page.locator("#email").fill(newAddress("foreign"));
  await page.locator('input[name="answers.times_attended"]').first().check();
  await page.locator('input[name="billing.payer"][value="foreign"]').check();
  await page.locator("#billing-payerName").fill("Österreichischer Städtebund");
  for (const field of await page.locator('.field-control[aria-required="true"]:visible').all())
    if ((await field.inputValue()) === "") await field.fill("Trust");
  await page.getByLabel(/I consent/).check();
  await asSlowAsAPerson(page);
  await page.getByRole("button", { name: "Register me" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole("alert").first()).toContainText("at least one way to send the invoice");
  await expect(page.locator(".price-total")).toContainText("3,062.50");
  await page.locator("#billing-invoiceAddress").fill("Rathaus\n1082 Wien\nÖsterreich");
  await page.getByRole("button", { name: "Register me" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you, we have your registration");
  await expect(page.locator(".price-total")).toContainText("3,062.50");
});
