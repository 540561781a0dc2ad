import { expect, type Page, test } from "@playwright/test";
import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { newAddress } from "../support/attendee";
import { expectSoundWhenNarrow } from "../support/axe";
import { createRegistration } from "../support/factories/registration";
import { createSession } from "../support/factories/session";
import { createVoucher } from "../support/factories/voucher";
import { comesAs } from "../support/organiser-session";
import { siteDatabase, siteEvent } from "../support/site-database";
import { siteRegistration } from "../support/site-registration";

test.use({ viewport: { width: 320, height: 640 } });

const inADay = () => toTimestamp(currentInstant().add({ hours: 24 }));
const visit = async (page: Page, path: string) => {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(200);
  await expectSoundWhenNarrow(page, path.startsWith("/en/") ? "en" : "sv");
};

for (const [locale, prefix] of [
  ["sv", ""],
  ["en", "/en"],
] as const) {
  test(`one's own page while one waits, is offered a place, hands it over and cancels (${locale})`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const event = await siteEvent("vantan", { capacity: 3, waitingList: true, offersPaused: true });
    const workshop = await createSession(siteDatabase(), event, { capacity: 1, priceOre: 50_000 });
    await createRegistration(
      siteDatabase(),
      event,
      { email: newAddress("har"), sessionIds: [workshop.id], reference: event.slug.slice(-9) },
      currentInstant(),
    );
    const offered = await siteRegistration(event, {
      email: newAddress("erbjuden"),
      state: "OFFERED",
      expiresAt: inADay(),
    });
    const confirmed = await siteRegistration(event, { email: newAddress("kommer") });
    const waiting = await siteRegistration(event, { email: newAddress("vantar"), state: "WAITLISTED" });
    for (const { link } of [offered, waiting, confirmed]) {
      await page.goto(`${prefix}${link}`);
      await expectSoundWhenNarrow(page, locale);
    }
    const mine = `${prefix}/my/${confirmed.reference}`;
    for (const path of ["/substitute", "/cancel", "/edit"]) await visit(page, mine + path);
    const { registrationId } = confirmed;
    const at = toTimestamp(currentInstant());
    await siteDatabase().quota.updateMany({ where: { sessionId: workshop.id }, data: { capacity: 2 } });
    await siteDatabase().sessionWaiting.create({
      data: {
        registrationId,
        sessionId: workshop.id,
        eventId: event.id,
        state: "OFFERED",
        expiresAt: inADay(),
        createdAt: at,
        updatedAt: at,
      },
    });
    await visit(page, mine);
    await expect(page.getByRole("main")).toContainText(/625/);
    await visit(page, `${prefix}/my/${waiting.reference}/cancel`);
  });

  test(`the organiser's line, changes, meals and codes, empty and with people (${locale})`, async ({ page }) => {
    test.setTimeout(120_000);
    const event = await siteEvent("arrangorens-ko", { capacity: 3, waitingList: true, offersPaused: true });
    await comesAs(page, "organisator@example.org");
    const home = `${prefix}/organise/${event.slug}`;
    for (const path of ["/line", "/change-requests", "/meals", "/codes"]) await visit(page, home + path);

    const meal = await createSession(siteDatabase(), event, { kind: "MEAL", capacity: 2 });
    const confirmed = await siteRegistration(event, {
      email: newAddress("kommer"),
      sessionIds: [meal.id],
      name: "Karin Kommer",
    });
    const pending = await siteRegistration(event, {
      email: newAddress("begar"),
      state: "PENDING_APPROVAL",
      name: "Bengt Begär",
    });
    await siteRegistration(event, {
      email: newAddress("erbjuden"),
      state: "OFFERED",
      expiresAt: inADay(),
      name: "Erik Erbjuden",
    });
    await siteRegistration(event, { email: newAddress("vantar"), state: "WAITLISTED", name: "Vera Väntar" });
    const { registrationId } = confirmed;
    const at = toTimestamp(currentInstant());
    const about = { registrationId, eventId: event.id, createdAt: at };
    await siteDatabase().changeRequest.create({ data: { ...about, wanted: { sessions: [], diet: "Laktosfri" } } });
    await siteDatabase().sessionWaiting.create({ data: { ...about, sessionId: meal.id, updatedAt: at } });
    const { code } = await createVoucher(siteDatabase(), event.id, { offPerMille: 250, uses: 3 });
    for (const path of [
      "/line",
      `/line?chosen=${pending.reference}&answer=reject`,
      "/line?answer=approve",
      "/line?answered=2&over=1",
      "/change-requests?needs=open&done=answered",
      "/meals",
      `/codes?made=${code}`,
      `/registrations/${confirmed.reference}`,
    ])
      await visit(page, home + path);
  });
}
