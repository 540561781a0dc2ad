import { expect, type Page, test } from "@playwright/test";
import { asSlowAsAPerson, comingEvent, newAddress } from "../support/attendee";
import { expectSoundWhenNarrow } from "../support/axe";
import { linkIn, waitForMail } from "../support/mailbox";

async function payOneInvoice(page: Page): Promise<void> {
  await page.locator('input[name="billing.payer"][value="swedish"]').check();
  await page.locator("#billing-payerName").fill("Göteborgs stad");
  await page.locator("#billing-organisationNumber").fill("212000-1355");
  await page.locator("#billing-reference").fill("Beställare 77");
  await page.locator("#billing-invoiceEmail").fill("faktura@example.org");
}

test.use({ viewport: { width: 320, height: 720 } });

test("story 5: an administrator who does not attend registers three colleagues, swaps one, cancels one, with one reference on the invoice", async ({
  page,
  request,
}) => {
  test.setTimeout(90_000);
  const slug = await comingEvent(request, "socialchefsdagarna-2");
  const booker = newAddress("administrator");
  const colleagues = ["anna", "bo", "cilla"].map((name) => newAddress(name));
  await page.goto(`/events/${slug}/register`);
  await page.getByRole("link", { name: "Anmäl flera kollegor" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Anmäl flera till");
  await page.locator("#registrant-name").fill("Birgit Administratör");
  await page.locator("#registrant-email").fill(booker);
  await page.locator("#registrant-organisationName").fill("Göteborgs stad");
  await page.locator('input[name="people.0.category"][value="exhibitor"]').check();

  // The list comes from Excel, with a heading row and an address that was cut off.
  await page.getByText("Har du en lista?").click();
  await page
    .locator("#list")
    .fill(`Namn\tE-post\nAnna Ek\t${colleagues[0]}\nBo Alm\tbo.alm@\nCilla Öst\t${colleagues[2]}`);
  await page.getByRole("button", { name: "Läs in listan" }).click();
  await expect(page.getByRole("status")).toContainText("3 personer är inlästa");
  await expect(page.getByRole("status")).toContainText("En rad behöver rättas");
  await expect(page.getByText("Rad 3 i din lista")).toBeVisible();
  await expect(page.locator("#people-1-email")).toHaveValue("bo.alm@");
  await expectSoundWhenNarrow(page);
  await page.locator("#people-1-email").fill(colleagues[1] ?? "");
  await payOneInvoice(page);
  await page.getByLabel(/Jag har rätt att anmäla/).check();
  await asSlowAsAPerson(page);
  await page.locator(".form-end").getByRole("button", { name: "Boka" }).click();
  await expect(page.getByRole("heading", { name: "Bokningen är gjord" })).toBeFocused();
  await expect(page.locator(".outcome-list li")).toHaveText([/Anna Ek/, /Bo Alm/, /Cilla Öst/]);
  await expect(page.locator(".outcome-list li", { hasText: "Plats bekräftad" })).toHaveCount(3);
  await expectSoundWhenNarrow(page);

  // Everybody has a mail of their own, which says who registered them.
  const own = await waitForMail(colleagues[0] ?? "");
  expect(own.text).toContain("Birgit Administratör har anmält dig");
  const mail = await waitForMail(booker, /bokning/);
  expect(mail.text).toContain("Bo Alm: plats bekräftad");
  await page.goto(linkIn(mail, "/b/"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Din bokning till");
  const rows = page.locator(".people-table tbody tr");
  await expect(rows).toHaveCount(3);
  await expectSoundWhenNarrow(page);

  const swapped = newAddress("dag");
  await rows.filter({ hasText: "Bo Alm" }).getByRole("link").click();
  await page.locator("#name").fill("Dag Ny");
  await page.locator("#email").fill(swapped);
  await page.getByRole("button", { name: "Byt person" }).click();
  await expect(page.getByRole("status")).toContainText("Platsen har bytt person");
  await expect(rows.filter({ hasText: "Bo Alm" })).toHaveCount(0);
  await expect(rows.filter({ hasText: "Dag Ny" })).toContainText("Plats bekräftad");
  expect((await waitForMail(swapped)).subject).toContain("Du är anmäld");

  await rows.filter({ hasText: "Cilla Öst" }).getByRole("link").click();
  await page.getByRole("link", { name: "Avboka platsen" }).click();
  await expectSoundWhenNarrow(page);
  await page.getByRole("button", { name: "Avboka Cilla Öst" }).click();
  await expect(page.getByRole("status")).toContainText("Platsen är avbokad");
  await expect(rows.filter({ hasText: "Cilla Öst" })).toContainText("Avbokad");

  // Two exhibitors at 2,450 kronor and 25 % VAT are left to pay, on one invoice.
  await expect(page.locator(".price-total")).toContainText(/6\s125\skr/);
  await expect(page.getByText("Fakturan märks Beställare 77.")).toBeVisible();
});

test("in English without JavaScript: colleagues are added one by one, and nothing typed is lost @nojs", async ({
  page,
}) => {
  await page.goto("/en/events/demo-open/register/group");
  await page.locator("#registrant-name").fill("Birgit Booker");
  const booker = newAddress("booker");
  await page.locator("#registrant-email").fill(booker);
  await page.locator("#people-0-name").fill("Ann First");
  await page.getByRole("button", { name: "Add a person" }).click();
  await expect(page.locator(".person-card")).toHaveCount(2);
  await expect(page.locator("#people-0-name")).toHaveValue("Ann First");
  await expect(page.locator("#registrant-email")).toHaveValue(booker);
  await page.getByRole("button", { name: "Add myself" }).click();
  await expect(page.locator(".person-card")).toHaveCount(2);
  await expect(page.locator("#people-1-name")).toHaveValue("Birgit Booker");
  await asSlowAsAPerson(page);
  await page.locator(".form-end").getByRole("button", { name: "Book" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole("alert").first()).toContainText("Email address");
  await page.locator("#people-0-email").fill(newAddress("ann"));
  await page.getByLabel(/I am entitled/).check();
  await page.locator(".form-end").getByRole("button", { name: "Book" }).click();
  await expect(page.getByRole("heading", { name: "The booking is made" })).toBeVisible();
  await expect(page.locator(".outcome-list li", { hasText: "Place confirmed" })).toHaveCount(2);
  await page.goto(linkIn(await waitForMail(booker, /booking/), "/b/"));
  await page.getByRole("link", { name: "Add more people" }).click();
  await page.locator("#people-0-name").fill("Eve Later");
  await page.locator("#people-0-email").fill(newAddress("eve"));
  await page.locator(".form-end").getByRole("button", { name: "Add to the booking" }).click();
  await expect(page.locator(".outcome-list")).toContainText("Eve Later");
  await page.locator(".outcomes").getByRole("link", { name: "To the booking" }).click();
  await expect(page.locator(".people-table tbody tr")).toHaveCount(3);
});
