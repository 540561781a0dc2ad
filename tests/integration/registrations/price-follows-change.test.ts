import { expect, it } from "vitest";
import { toDateColumn } from "@/lib/core/local-date";
import { database } from "@/lib/platform/db";
import { acceptSessionOffer } from "@/lib/registrations/commands/accept-session-offer";
import { answerChange } from "@/lib/registrations/commands/answer-change";
import { changeRegistration } from "@/lib/registrations/commands/change-registration";
import { waitForSession } from "@/lib/registrations/commands/wait-for-session";
import { getRegistration } from "@/lib/registrations/queries/my-registration";
import { getMyWait } from "@/lib/registrations/queries/my-wait";
import { at } from "../../support/clock";
import { createEvent } from "../../support/factories/event";
import { createMember } from "../../support/factories/member";
import { createSession } from "../../support/factories/session";
import { createVoucher } from "../../support/factories/voucher";
import { person, register, scopeOf } from "../../support/registering";
import { scopeOf as eventScopeOf } from "../../support/signed-in";

const db = database();
const MONDAY = at("2026-09-14 09:00");
const LATER = at("2026-09-21 09:00");
const billing = {
  payer: "swedish",
  payerName: "Skurups kommun",
  organisationNumber: "212000-1090",
  reference: "ZZ1234",
  invoiceEmail: "faktura@example.org",
};

/** Two days, each 1,000 kronor early and 2,000 after Monday, both 1,500 and 3,000; a workshop for 500. All without VAT, 25 %. */
async function pricedEvent(priceOre = 300_000) {
  const event = await createEvent(db, { dayCount: 2, daysAhead: 60 }, MONDAY);
  const categoryId = event.categories[0]?.id as string;
  const early = priceOre > 0 && {
    earlyPriceOre: 150_000,
    earlyUntil: toDateColumn(MONDAY.toZonedDateTimeISO("Europe/Stockholm").toPlainDate()),
  };
  await db.category.update({ where: { id: categoryId }, data: { priceOre, ...early } });
  if (priceOre > 0)
    for (const { id: dayId } of event.days)
      await db.categoryDayPrice.create({
        data: { categoryId, dayId, eventId: event.id, priceOre: 200_000, earlyPriceOre: 100_000 },
      });
  const workshop = await createSession(db, event, { capacity: 1, priceOre: 50_000, vatPerMille: 250 });
  const [first, second] = event.days.map(({ date }) => date.toISOString().slice(0, 10)) as [string, string];
  return { event, first, second, workshop };
}

async function join(slug: string, fields: Record<string, unknown> = {}, now = MONDAY) {
  const answer = await register(slug, person(fields), now);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return scopeOf(answer.value.reference);
}
type Scope = Awaited<ReturnType<typeof join>>;

const lines = async ({ registrationId }: Scope) =>
  (await db.priceLine.findMany({ where: { registrationId }, orderBy: { position: "asc" } })).map(
    ({ kind, netOre }) => `${kind} ${netOre}`,
  );
const lastAudit = async ({ registrationId: subjectId }: Scope, action: string) =>
  (await db.auditEntry.findFirstOrThrow({ where: { subjectId, action }, orderBy: { id: "desc" } })).detail;

it("a change of days is priced as on the day of registering, once the new price is agreed to; the old one stays in the history", async () => {
  const { event, first, second } = await pricedEvent();
  const scope = await join(event.slug, { days: [first], billing });
  expect(await lines(scope)).toEqual(["DAY 100000"]);
  const body = { days: [first, second] };
  const refused = { code: "price_changed", detail: { beforeOre: 125_000, afterOre: 187_500, currency: "SEK" } };
  expect(await changeRegistration(scope, body, LATER)).toMatchObject(refused);
  expect(await changeRegistration(scope, { ...body, agreedOre: 187_499 }, LATER)).toMatchObject(refused);
  expect(await getRegistration(scope, LATER)).toMatchObject({ days: [first] });
  expect(await lines(scope)).toEqual(["DAY 100000"]);
  expect(await changeRegistration(scope, { ...body, agreedOre: 187_500 }, LATER)).toMatchObject({ ok: true });
  expect(await lines(scope)).toEqual(["CATEGORY 150000"]);
  expect(await lastAudit(scope, "registration.changed")).toMatchObject({
    fields: ["days"],
    priceBefore: [expect.stringMatching(/^DAY 100000 SEK 250 /)],
    priceAfter: [expect.stringMatching(/^CATEGORY 150000 SEK 250 /)],
  });
});

it("what is not priced changes without a word about price, whatever the organiser has made of the prices since", async () => {
  const { event, first, second } = await pricedEvent();
  const scope = await join(event.slug, { days: [first], billing });
  await db.categoryDayPrice.updateMany({ where: { eventId: event.id }, data: { priceOre: 1, earlyPriceOre: 1 } });
  expect(await changeRegistration(scope, { days: [first], jobTitle: "Chef" }, LATER)).toMatchObject({ ok: true });
  expect(await lines(scope)).toEqual(["DAY 100000"]);
  // No prices at all any more: what was agreed stands.
  await db.categoryDayPrice.deleteMany({ where: { eventId: event.id } });
  await db.category.updateMany({
    where: { eventId: event.id },
    data: { priceOre: 0, earlyPriceOre: null, earlyUntil: null },
  });
  await db.session.updateMany({ where: { eventId: event.id }, data: { priceOre: 0 } });
  expect(await changeRegistration(scope, { days: [second] }, LATER)).toMatchObject({ ok: true });
  expect(await lines(scope)).toEqual(["DAY 100000"]);
});

it("the code somebody came with goes on counting, though it has expired and is used up", async () => {
  const { event, first, second } = await pricedEvent();
  const voucher = await createVoucher(db, event.id, {
    uses: 1,
    offPerMille: 500,
    validThrough: new Date("2026-09-14T00:00:00Z"),
  });
  const scope = await join(event.slug, { days: [first], code: voucher.code, billing });
  expect(await lines(scope)).toEqual(["DAY 100000", "DISCOUNT -50000"]);
  const answer = await changeRegistration(scope, { days: [first, second], agreedOre: 93_750 }, LATER);
  expect(answer).toMatchObject({ ok: true });
  expect(await lines(scope)).toEqual(["CATEGORY 150000", "DISCOUNT -75000"]);
});

it("an offered place in a session that costs is taken at the price that was shown", async () => {
  const { event, workshop } = await pricedEvent();
  const holder = await join(event.slug, { sessions: [workshop.id], billing });
  const scope = await join(event.slug, { billing });
  await waitForSession(scope, workshop.id, MONDAY);
  await changeRegistration(holder, { sessions: [], agreedOre: 187_500 }, MONDAY);
  const wait = await getMyWait(scope, await getRegistration(scope, MONDAY), MONDAY);
  expect(wait.sessions[0]?.price?.totals.grossOre).toBe(250_000);
  const accept = (agreedOre?: number) => acceptSessionOffer(scope, { sessionId: workshop.id, agreedOre }, MONDAY);
  expect(await accept()).toMatchObject({ code: "price_changed", detail: { beforeOre: 187_500, afterOre: 250_000 } });
  expect(await accept(250_000)).toMatchObject({ ok: true });
  expect(await lines(scope)).toEqual(["CATEGORY 150000", "SESSION 50000"]);
  expect(await lastAudit(scope, "session-waiting.accepted")).toMatchObject({
    priceBefore: [expect.stringMatching(/^CATEGORY 150000 /)],
  });
});

it("where the first thing that costs is a session, the change form says who pays", async () => {
  const { event, workshop } = await pricedEvent(0);
  const holder = await join(event.slug, { sessions: [workshop.id], billing });
  const scope = await join(event.slug);
  await waitForSession(scope, workshop.id, MONDAY);
  await changeRegistration(holder, { sessions: [], agreedOre: 0 }, MONDAY);
  const offer = { sessionId: workshop.id, agreedOre: 62_500 };
  expect(await acceptSessionOffer(scope, offer, MONDAY)).toMatchObject({ code: "payer_missing" });
  const body = { sessions: [workshop.id], agreedOre: 62_500 };
  expect(await changeRegistration(scope, body, MONDAY)).toMatchObject({
    code: "invalid",
    detail: { "billing.payer": [{ code: "required" }] },
  });
  expect(await changeRegistration(scope, { ...body, billing }, MONDAY)).toMatchObject({ ok: true });
  expect(await lines(scope)).toEqual(["SESSION 50000"]);
  expect(await getRegistration(scope, MONDAY)).toMatchObject({ hasPayer: true, sessionIds: [workshop.id] });
});

it("a change that has to be asked for is agreed to when asked, and priced when granted", async () => {
  const { event, first, second } = await pricedEvent();
  const scope = await join(event.slug, { days: [first], billing });
  await db.event.update({ where: { id: event.id }, data: { lastCateringDay: new Date("2026-09-20T00:00:00Z") } });
  const body = { days: [first, second] };
  expect(await changeRegistration(scope, body, LATER)).toMatchObject({ code: "price_changed" });
  expect(await db.changeRequest.count({ where: { eventId: event.id } })).toBe(0);
  const asked = await changeRegistration(scope, { ...body, agreedOre: 187_500 }, LATER);
  expect(asked).toMatchObject({ value: { requested: true } });
  expect(await lines(scope)).toEqual(["DAY 100000"]);
  const { id } = await createMember(db, event.organisationId, "OWNER");
  const organiser = await eventScopeOf(id, event.slug, LATER);
  const { id: requestId } = await db.changeRequest.findFirstOrThrow({ where: { eventId: event.id } });
  expect(await answerChange(organiser, { requestId, body: { verdict: "grant" } }, LATER)).toMatchObject({ ok: true });
  expect(await lines(scope)).toEqual(["CATEGORY 150000"]);
});

it("a price is nothing one can set: forged amounts and texts in its place are refused", async () => {
  const { event, first, second } = await pricedEvent();
  const scope = await join(event.slug, { days: [first], billing });
  for (const agreedOre of [0, -187_500, 1e12, 187_500.5, "187500", null, {}])
    expect(await changeRegistration(scope, { days: [first, second], agreedOre }, MONDAY)).toMatchObject({ ok: false });
  expect(await lines(scope)).toEqual(["DAY 100000"]);
});
