import { expect, it } from "vitest";
import { GET as getEventByApi } from "@/app/api/v1/events/[slug]/route";
import { toDateColumn } from "@/lib/core/local-date";
import { database } from "@/lib/platform/db";
import { findRegistrationForm } from "@/lib/registrations/queries/registration-form";
import { listOpenCategories } from "@/lib/ticketing/queries/open-categories";
import { at, NOW } from "../../support/clock";
import { createCategory } from "../../support/factories/category";
import { createEvent } from "../../support/factories/event";
import { createVoucher } from "../../support/factories/voucher";
import { person, register } from "../../support/registering";

const db = database();
const PAYER = {
  payer: "swedish",
  payerName: "Skurups kommun",
  organisationNumber: "212000-1090",
  reference: "ZZ1234",
  peppolId: "0007:212000-1090",
};

async function createPaidEvent() {
  const event = await createEvent(db, { dayCount: 2 }, NOW);
  const [category] = event.categories;
  if (!category) throw new Error("no category");
  const today = NOW.toZonedDateTimeISO(event.timeZone).toPlainDate();
  await db.category.update({
    where: { id: category.id },
    data: { priceOre: 490_000, earlyPriceOre: 390_000, earlyUntil: toDateColumn(today) },
  });
  for (const { id: dayId } of event.days)
    await db.categoryDayPrice.create({
      data: { categoryId: category.id, dayId, eventId: event.id, priceOre: 290_000, earlyPriceOre: 240_000 },
    });
  const dates = event.days.map(({ date }) => date.toISOString().slice(0, 10));
  return { event, dates };
}

async function stored(reference: string) {
  return db.registration.findUniqueOrThrow({
    where: { reference },
    include: { booking: true, priceLines: { orderBy: { position: "asc" } }, voucher: true },
  });
}

async function registered(slug: string, body: object, now = NOW) {
  const answer = await register(slug, body, now);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return stored(answer.value.reference);
}

it("keeps what a place cost when it was taken, and who pays", async () => {
  const { event, dates } = await createPaidEvent();
  const row = await registered(event.slug, person({ days: [dates[1]], billing: PAYER }));
  expect(row.priceLines).toMatchObject([
    { kind: "DAY", netOre: 240_000, vatPerMille: 250, currency: "SEK", bookingId: row.bookingId },
  ]);
  expect(row.booking.billing).toEqual({
    ...PAYER,
    organisationNumber: "2120001090",
    peppolId: "0007:2120001090",
  });
  await db.category.updateMany({
    where: { eventId: event.id },
    data: { priceOre: 1, earlyPriceOre: null, earlyUntil: null },
  });
  expect((await stored(row.reference)).priceLines).toEqual(row.priceLines);
});

it("gives the early price until midnight where the event is, and the full one after", async () => {
  const { event } = await createPaidEvent();
  // NOW's day ends at 23:00 or 22:00 UTC in Stockholm.
  const midnight = NOW.toZonedDateTimeISO(event.timeZone).startOfDay().add({ days: 1 }).toInstant();
  const early = await registered(event.slug, person({ billing: PAYER }), midnight.subtract({ milliseconds: 1 }));
  const late = await registered(event.slug, person({ billing: PAYER }), midnight);
  expect([early, late].map(({ priceLines }) => priceLines.map(({ netOre }) => netOre))).toEqual([[390_000], [490_000]]);
});

it("is refused without anybody to pay; the errors name each detail", async () => {
  const { event } = await createPaidEvent();
  expect(await register(event.slug, person(), NOW)).toMatchObject({
    code: "invalid",
    detail: { "billing.payer": [{ code: "required" }], "billing.payerName": [{ code: "required" }] },
  });
  const withoutReference = { ...PAYER, reference: "" };
  expect(await register(event.slug, person({ billing: withoutReference }), NOW)).toMatchObject({
    detail: { "billing.reference": [{ code: "reference_required" }] },
  });
});

it("keeps nothing of a payer where nothing is to be paid", async () => {
  const event = await createEvent(db, {}, NOW);
  const row = await registered(event.slug, person({ billing: PAYER }));
  expect([row.booking.billing, row.priceLines]).toEqual([null, []]);
});

it("a code lowers the price, however it is typed, and is counted", async () => {
  const { event } = await createPaidEvent();
  const voucher = await createVoucher(db, event.id, { code: "HOST26", uses: 3 });
  const row = await registered(event.slug, person({ billing: PAYER, code: " host-26 " }));
  expect(row.priceLines.map(({ kind, netOre }) => [kind, netOre])).toEqual([
    ["CATEGORY", 390_000],
    ["DISCOUNT", -39_000],
  ]);
  expect(row.voucherId).toBe(voucher.id);
  expect(await db.quota.findFirst({ where: { voucherId: voucher.id } })).toMatchObject({ used: 1 });
});

it("a code for everything asks nobody to pay", async () => {
  const { event } = await createPaidEvent();
  await createVoucher(db, event.id, { code: "GRATIS", offPerMille: 1000 });
  const row = await registered(event.slug, person({ code: "gratis" }));
  expect(row.booking.billing).toBeNull();
});

it("unknown, expired and used up are told apart; another event's code is unknown", async () => {
  const event = await createEvent(db, {}, NOW);
  const other = await createEvent(db, {}, NOW);
  const yesterday = NOW.toZonedDateTimeISO(event.timeZone).toPlainDate().subtract({ days: 1 });
  await createVoucher(db, event.id, { code: "GAMMAL", validThrough: toDateColumn(yesterday) });
  await createVoucher(db, event.id, { code: "SLUT", uses: 0 });
  await createVoucher(db, other.id, { code: "ANNAN" });
  const failureOf = async (code: string) => {
    const answer = await register(event.slug, person({ code }), NOW);
    return answer.ok ? null : answer.detail;
  };
  expect(await failureOf("ANNAN")).toEqual({ code: [{ code: "code_unknown" }] });
  expect(await failureOf("FEL")).toEqual({ code: [{ code: "code_unknown" }] });
  expect(await failureOf("GAMMAL")).toEqual({ code: [{ code: "code_expired" }] });
  expect(await failureOf("SLUT")).toEqual({ code: [{ code: "code_used_up" }] });
  expect(await db.registration.count({ where: { eventId: event.id } })).toBe(0);
});

it("a replayed submit gets its first answer also when it took the last use, or the code has expired since", async () => {
  const event = await createEvent(db, {}, NOW);
  const today = NOW.toZonedDateTimeISO(event.timeZone).toPlainDate();
  const voucher = await createVoucher(db, event.id, { code: "ENDA", uses: 1, validThrough: toDateColumn(today) });
  const body = person({ code: "ENDA" });
  const key = { idempotencyKey: "samma" };
  const first = await register(event.slug, body, NOW, key);
  expect(first).toMatchObject({ ok: true });
  expect(await register(event.slug, body, NOW, key)).toEqual(first);
  expect(await register(event.slug, body, NOW.add({ hours: 24 }), key)).toEqual(first);
  expect(await db.quota.findFirst({ where: { voucherId: voucher.id } })).toMatchObject({ used: 1 });
});

it("a code opens its hidden category, also at an event for invited people, and no other", async () => {
  const event = await createEvent(db, { access: "INVITATION_ONLY" }, NOW);
  const partner = await createCategory(db, event.id, { key: "partner", hidden: true });
  await createCategory(db, event.id, { key: "press", hidden: true });
  await createVoucher(db, event.id, { code: "PARTNER", categoryId: partner.id });
  expect(await findRegistrationForm(event.slug, null, NOW)).toMatchObject({ needsInvitation: true, takesCodes: true });
  const form = await findRegistrationForm(event.slug, null, NOW, "partner");
  expect(form).toMatchObject({ needsInvitation: false, categories: [{ key: "partner" }] });
  expect(form?.categories).toHaveLength(1);
  const row = await registered(event.slug, person({ code: "partner" }));
  expect(row.categoryId).toBe(partner.id);
  expect(await register(event.slug, person({ code: "fel" }), NOW)).toMatchObject({
    detail: { code: [{ code: "code_unknown" }] },
  });
});

it("an expired code shows nothing of what it once opened", async () => {
  const event = await createEvent(db, {}, NOW);
  const partner = await createCategory(db, event.id, { key: "partner", hidden: true });
  await createVoucher(db, event.id, {
    code: "PARTNER",
    categoryId: partner.id,
    validThrough: toDateColumn(at("2026-09-14 12:00").toZonedDateTimeISO("UTC").toPlainDate()),
  });
  const form = await findRegistrationForm(event.slug, null, NOW, "PARTNER");
  expect(form).toMatchObject({ code: { failure: "code_expired" }, categories: [{ key: "deltagare" }] });
  expect(form?.categories).toHaveLength(1);
});

it("tells visitors and programs what it costs today, until when, and after that", async () => {
  const { event } = await createPaidEvent();
  const [today] = await listOpenCategories(event, NOW);
  expect(today).toMatchObject({
    price: { minor: 487_500, currency: "SEK" },
    early: { later: { minor: 612_500 } },
    dayFrom: { minor: 300_000 },
  });
  const [tomorrow] = await listOpenCategories(event, NOW.add({ hours: 24 }));
  expect(tomorrow).toMatchObject({ price: { minor: 612_500 }, early: null, dayFrom: { minor: 362_500 } });

  const answer = await getEventByApi(new Request("http://localhost/"), {
    params: Promise.resolve({ slug: event.slug }),
  });
  const { categories } = (await answer.json()) as { categories: Record<string, unknown>[] };
  expect(categories[0]).toMatchObject({
    priceOre: 490_000,
    earlyPriceOre: 390_000,
    earlyUntil: NOW.toZonedDateTimeISO(event.timeZone).toPlainDate().toString(),
  });
  expect(categories[0]?.["dayPrices"]).toHaveLength(2);
});

it("codes are guessed no faster by registering than on the page: then also a right one is refused, for a while", async () => {
  const event = await createEvent(db, {}, NOW);
  await createVoucher(db, event.id, { code: "RATT26", uses: 3 });
  const at = { clientIp: "gissar" };
  await db.rateLimit.deleteMany();
  for (let n = 0; n < 60; n += 1) {
    // The limit of registrations a minute is another one.
    await db.rateLimit.deleteMany({ where: { key: { startsWith: "registration:" } } });
    expect(await register(event.slug, person({ code: `GISS${n}` }), NOW, at)).toMatchObject({ code: "invalid" });
  }
  await db.rateLimit.deleteMany({ where: { key: { startsWith: "registration:" } } });
  expect(await register(event.slug, person({ code: "RATT26" }), NOW, at)).toMatchObject({ code: "rate_limited" });
  expect(await register(event.slug, person(), NOW, at)).toMatchObject({ ok: true });
  expect(await register(event.slug, person({ code: "RATT26" }), NOW)).toMatchObject({ ok: true });
});

it("who has the right code is not counted, however many they are in one house", async () => {
  const event = await createEvent(db, { capacity: 100 }, NOW);
  await createVoucher(db, event.id, { code: "MANGA26" });
  await db.rateLimit.deleteMany();
  for (let n = 0; n < 3; n += 1) await registered(event.slug, person({ code: "MANGA26" }));
  expect(await db.rateLimit.count({ where: { key: { startsWith: "code:" } } })).toBe(0);
  await register(event.slug, person({ code: "INGEN" }), NOW);
  expect(await db.rateLimit.count({ where: { key: { startsWith: "code:" } } })).toBe(1);
});
