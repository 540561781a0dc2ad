import { randomBytes } from "node:crypto";
import { expect, test } from "@playwright/test";
import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { hashToken, newToken } from "@/lib/core/ids";
import { newAddress } from "../support/attendee";
import { expectSoundWhenNarrow } from "../support/axe";
import { createRegistration } from "../support/factories/registration";
import { siteDatabase, siteEvent } from "../support/site-database";

test.use({ viewport: { width: 320, height: 640 } });

/** A booking with something to pay and a question asked once, with the path of its link. */
async function booking() {
  const db = siteDatabase();
  const label = { sv: "Hur många parkeringsplatser?", en: "How many parking spaces?" };
  const question = { key: "parkering", kind: "NUMBER", label, asked: "BOOKING", required: true } as const;
  const event = await siteEvent("gemensamt", { questions: { create: [question] } });
  const now = currentInstant();
  const reference = `DELA-${randomBytes(4).toString("hex").toUpperCase()}`;
  const { bookingId } = await createRegistration(db, event, { email: newAddress("kollega"), reference }, now);
  const billing = {
    ...{ payer: "swedish", payerName: "Skurups kommun", organisationNumber: "2120001090", reference: "ZZ1234" },
    peppolId: "0007:2120001090",
  };
  const contact = { registrantName: "Birgit Bokerska", registrantEmail: newAddress("birgit") };
  await db.booking.update({ where: { id: bookingId }, data: { ...contact, billing, answers: { parkering: 2 } } });
  const line = {
    kind: "CATEGORY",
    text: { sv: "Deltagare", en: "Participant" },
    netOre: 100_000,
    currency: "SEK",
  } as const;
  const { id: registrationId } = await db.registration.findFirstOrThrow({ where: { bookingId } });
  await db.priceLine.create({ data: { ...line, vatPerMille: 250, bookingId, registrationId, position: 0 } });
  const token = newToken();
  const expiresAt = toTimestamp(now.add({ hours: 24 }));
  await db.personalLink.create({ data: { tokenHash: hashToken(token), purpose: "BOOKING", bookingId, expiresAt } });
  return { event, path: `/b/${token}`, stored: () => db.booking.findUniqueOrThrow({ where: { id: bookingId } }) };
}

for (const [locale, words] of [
  ["sv", { how: "without JavaScript @nojs", saved: "Ändringen är sparad", error: /^Fel: / }],
  ["sv", { how: "with JavaScript", saved: "Ändringen är sparad", error: /^Fel: / }],
  ["en", { how: "with JavaScript", saved: "The change is saved", error: /^Error: / }],
] as const) {
  test(`whoever booked changes what the booking shares, and a mistake loses nothing (${locale}), ${words.how}`, async ({
    page,
  }) => {
    // The examination is a script itself.
    const sound = async () => (words.how === "with JavaScript" ? expectSoundWhenNarrow(page) : undefined);
    const { event, path, stored } = await booking();
    await page.goto(locale === "en" ? `/en${path}` : path);
    const shared = page.locator('section[aria-labelledby="shared"]');
    await expect(shared).toContainText("Birgit Bokerska");
    await expect(shared).toContainText("Skurups kommun");
    await sound();
    await shared.getByRole("link").click();
    await expect(page.locator("#answers-parkering")).toHaveValue("2");
    await expect(page.locator('input[name="billing.payer"][value="swedish"]')).toBeChecked();
    await sound();

    await page.locator("#registrant-name").fill("Birgit Nygift");
    await page.locator("#registrant-phone").fill("070-123 45 67");
    await page.locator("#answers-parkering").fill("tre");
    await page.locator("#billing-reference").fill("");
    await page.locator('main button[type="submit"]').click();
    await expect(page).toHaveTitle(words.error);
    await expect(page.locator("#registrant-name")).toHaveValue("Birgit Nygift");
    await expect(page.locator("#answers-parkering")).toHaveValue("tre");
    await expect(page.getByRole("alert").first().getByRole("link")).toHaveCount(2);
    await sound();

    await page.locator("#answers-parkering").fill("3");
    await page.locator("#billing-reference").fill("Beställare 9");
    await page.locator('main button[type="submit"]').click();
    await expect(page.getByRole("status")).toContainText(words.saved);
    await expect(shared).toContainText("Birgit Nygift");
    await expect(shared).toContainText("070-123 45 67");
    expect(await stored()).toMatchObject({
      ...{ registrantName: "Birgit Nygift", answers: { parkering: 3 } },
      billing: { payerName: "Skurups kommun", reference: "Beställare 9" },
    });
    expect(await siteDatabase().outboxMail.count({ where: { eventId: event.id } })).toBe(0);
  });
}
