import { expect, test } from "@playwright/test";
import { asSlowAsAPerson, newAddress } from "../support/attendee";
import { createInvitation } from "../support/factories/invitation";
import { linkIn, waitForMail } from "../support/mailbox";
import { signIn } from "../support/organiser";
import { siteDatabase, siteEvent } from "../support/site-database";
import { siteOrganiser } from "../support/site-organiser";

test("story 11: a guest from abroad gets English mail, needs no Swedish number and says how they travel", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const db = siteDatabase();
  const event = await siteEvent("motesplatsen", { access: "INVITATION_ONLY" });
  const eventId = event.id;
  const guests = { key: "foreign-guest", name: { sv: "Gäst från utlandet", en: "Guest from abroad" } };
  const category = await db.category.create({ data: { eventId, ...guests, priceOre: 150_000, position: 1 } });
  const onlyGuests = { showIf: { key: "category", values: ["foreign-guest"] }, required: true };
  const day = { sv: "Vilken dag landar du?", en: "On which day do you land?" };
  const flight = { sv: "Flyg eller tåg", en: "Flight or train" };
  await db.question.createMany({
    data: [
      { eventId, key: "arrival_day", kind: "DATE", label: day, position: 0, ...onlyGuests },
      { eventId, key: "flight", kind: "TEXT", label: flight, position: 1, ...onlyGuests },
    ],
  });
  const email = newAddress("alexander");
  const invitation = await createInvitation(db, eventId, {
    ...{ name: "Alexander Lesigang", email, organisationName: "Österreichischer Städtebund" },
    ...{ categoryId: category.id, locale: "en", sentAt: null },
  });

  // The organiser works in Swedish; the guest's mail is in English.
  const organiser = await (await browser.newContext()).newPage();
  await signIn(organiser, await siteOrganiser());
  await organiser.goto(`/organise/${event.slug}/invitations/${invitation.id}`);
  await organiser.locator("main form").first().getByRole("button").click();
  await organiser.context().close();
  const invited = await waitForMail(email);
  expect(invited.headers["content-language"]).toBe("en");
  expect(invited.subject).toContain(`Conference`);
  expect(invited.text).not.toMatch(/[Ii]nbjudan|[Aa]nmäl/);

  await page.goto(linkIn(invited, "/i/"));
  await expect(page).toHaveURL(new RegExp(`/en/events/${event.slug}/invitation`));
  await page.locator(`main a[href*="/en/events/${event.slug}/register"]`).first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Alexander Lesigang");
  // Travel is asked of guests from abroad, and of nobody else.
  await page.getByLabel(/^Participant/).check();
  await expect(page.getByLabel(day.en)).toBeHidden();
  await page.getByLabel(/^Guest from abroad/).check();
  await expect(page.getByLabel(day.en)).toBeVisible();
  await page.getByRole("radio", { name: "An organisation outside Sweden" }).check();
  await page.locator("#billing-payerName").fill("Österreichischer Städtebund");
  await page.locator("#billing-invoiceAddress").fill("Rathaus\n1082 Wien\nÖsterreich");
  await page.getByLabel(/I consent/).check();
  await asSlowAsAPerson(page);
  await page.getByRole("button", { name: "Register me" }).click();
  // The travel is missing, the Swedish organisation number is not missed.
  const summary = page.getByRole("alert").first();
  await expect(summary.getByRole("link")).toHaveCount(2);
  await expect(summary).toContainText("On which day do you land");
  const landing = event.startsOn.toISOString().slice(0, 10);
  await page.getByLabel(day.en).fill(landing);
  await page.getByLabel(flight.en).fill("OS 315, 14:05");
  await page.getByRole("button", { name: "Register me" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you, we have your registration");

  const confirmed = await waitForMail(email, /You are registered/);
  expect(confirmed.headers["content-language"]).toBe("en");
  await page.goto(linkIn(confirmed, "/r/"));
  await expect(page).toHaveURL(/\/en\/my\//);
  const fact = (term: string) => page.locator("dt", { hasText: term }).locator("xpath=following-sibling::dd");
  await expect(fact(flight.en)).toHaveText("OS 315, 14:05");
  const kept = await db.registration.findFirstOrThrow({
    where: { eventId },
    select: { locale: true, answers: true, booking: { select: { billing: true } } },
  });
  expect(kept).toMatchObject({
    locale: "en",
    answers: { arrival_day: landing, flight: "OS 315, 14:05" },
    booking: { billing: { payer: "foreign", payerName: "Österreichischer Städtebund" } },
  });
  expect(kept.booking.billing).not.toHaveProperty("organisationNumber");
});
