import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { openBooking } from "@/lib/auth/personal-link-gate";
import type { BookingScope } from "@/lib/auth/scopes";
import { toDateColumn } from "@/lib/core/local-date";
import { database } from "@/lib/platform/db";
import { bookColleagues } from "@/lib/registrations/commands/book-colleagues";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { changeBooking } from "@/lib/registrations/commands/change-booking";
import { keepUpload } from "@/lib/registrations/commands/keep-upload";
import { openOwnBooking } from "@/lib/registrations/commands/open-own-booking";
import { getBooking } from "@/lib/registrations/queries/my-booking";
import { getRegistration } from "@/lib/registrations/queries/my-registration";
import { NOW } from "../../support/clock";
import { createEvent, type EventWishes } from "../../support/factories/event";
import { person, register, scopeOf } from "../../support/registering";

const db = database();
const today = NOW.toZonedDateTimeISO("Europe/Stockholm").toPlainDate();
const inDays = (days: number) => toDateColumn(today.add({ days }));
const payer = {
  ...{ payer: "swedish", payerName: "Göteborgs stad", organisationNumber: "2120001355", reference: "Beställare 77" },
  invoiceEmail: "faktura@example.org",
};
const question = (key: string, more: object = {}) => ({
  ...{ key, kind: "TEXT" as const, label: { sv: key, en: key }, asked: "BOOKING" as const, ...more },
});

async function upload(eventId: string, questionKey: string): Promise<string> {
  const content = new TextEncoder().encode(`%PDF-1.7\n${questionKey}\n%%EOF\n`);
  const kept = await keepUpload({ eventId, questionKey, name: "plan.pdf", content, clientIp: "filer" }, NOW);
  if (!kept.ok) throw new Error(kept.code);
  return kept.value.token;
}

async function booked(
  { priceOre = 0, ...wishes }: EventWishes & { priceOre?: number } = {},
  answers: Record<string, string> = { order: "Första", hotel: "Ja" },
) {
  const questions = [question("order"), question("hotel", { lastAnswerDay: inDays(3) })];
  const event = await createEvent(db, { lastEditDay: inDays(10), questions: { create: questions }, ...wishes }, NOW);
  if (priceOre > 0) await db.category.updateMany({ where: { eventId: event.id }, data: { priceOre } });
  const body = {
    registrant: { name: "Birgit Bokerska", email: `birgit-${event.slug}@example.org`, phone: "070-1" },
    consent: true,
    answers,
    people: [{ name: "Kim Kollega", email: `kim-${event.slug}@example.org` }],
    ...(priceOre > 0 && { billing: payer }),
  };
  const { slug } = event;
  const asked = { slug, body, locale: "sv", idempotencyKey: null, clientIp: slug } as const;
  const made = await bookColleagues({ ...asked, actor: { kind: "ATTENDEE" } }, NOW);
  if (!made.ok) throw new Error(JSON.stringify(made));
  const { id } = await db.booking.findUniqueOrThrow({ where: { reference: made.value.reference } });
  const written = () =>
    Promise.all([
      db.outboxMail.count({ where: { eventId: event.id } }),
      db.auditEntry.findMany({ where: { action: "booking.changed", subjectId: id }, orderBy: { id: "asc" } }),
      db.booking.findUniqueOrThrow({ where: { id } }),
    ]);
  return { event, written, scope: { bookingId: id, eventId: event.id } as BookingScope };
}
const contact = { name: "Birgit Bokerska", phone: "070-1" };
const later = (days: number) => NOW.add({ hours: 24 * days });

describe("what a booking shares", () => {
  it("is changed by whoever booked, written down field by field, and mailed to nobody", async () => {
    const { scope, written } = await booked();
    const [mails] = await written();
    const body = { registrant: { name: "Birgit Ny", phone: "" }, answers: { order: "Andra", hotel: "Ja" } };
    expect(await changeBooking(scope, body, NOW)).toMatchObject({ ok: true });
    const [after, audit, row] = await written();
    expect(after).toBe(mails);
    expect(row).toMatchObject({ registrantName: "Birgit Ny", registrantPhone: null });
    expect(row.answers).toEqual({ order: "Andra", hotel: "Ja" });
    expect(audit.map(({ actorKind, actorId, detail }) => [actorKind, actorId, detail])).toEqual([
      ["ATTENDEE", scope.bookingId, { fields: ["registrantName", "registrantPhone", "answers"] }],
    ]);
    expect(JSON.stringify(audit[0]?.detail)).not.toContain("Birgit");
    // The same again differs in nothing, and nothing is written.
    expect(await changeBooking(scope, body, NOW)).toMatchObject({ ok: true });
    expect((await written())[1]).toHaveLength(1);
  });

  it("keeps the answer to a question after its own last day, and all answers after the event's", async () => {
    const { scope, written } = await booked();
    const afterHotel = later(4);
    expect((await getBooking(scope, afterHotel)).shared.questions).toMatchObject([
      { key: "hotel", isClosed: true },
      { key: "order", isClosed: false },
    ]);
    const late = await changeBooking(scope, { registrant: contact, answers: { hotel: "Nej" } }, afterHotel);
    expect(late).toMatchObject({ code: "invalid", detail: { "answers.hotel": [{ code: "unknown_field" }] } });
    expect(await changeBooking(scope, { registrant: contact, answers: { order: "Andra" } }, afterHotel)).toMatchObject({
      ok: true,
    });
    expect((await written())[2].answers).toEqual({ order: "Andra", hotel: "Ja" });

    const afterAll = later(11);
    const tooLate = await changeBooking(scope, { registrant: contact, answers: { order: "Tredje" } }, afterAll);
    expect(tooLate).toMatchObject({ code: "invalid", detail: { "answers.order": [{ code: "unknown_field" }] } });
    // How they are reached has no last day.
    expect(await changeBooking(scope, { registrant: { name: "Birgit Sen" } }, afterAll)).toMatchObject({ ok: true });
    expect((await written())[2]).toMatchObject({
      registrantName: "Birgit Sen",
      answers: { order: "Andra", hotel: "Ja" },
    });
  });

  it("takes the invoice's details through the one schema of every form, as long as something is to be paid", async () => {
    const { scope, event, written } = await booked({ priceOre: 100_000 });
    const body = (billing: object) => ({ registrant: contact, answers: { order: "Första", hotel: "Ja" }, billing });
    const { reference: _, ...without } = payer;
    expect(await changeBooking(scope, body({ ...without, organisationNumber: "212000-1356" }), NOW)).toMatchObject({
      code: "invalid",
      detail: { "billing.organisationNumber": [{ code: "organisation_number_invalid" }] },
    });
    expect(await changeBooking(scope, body(without), NOW)).toMatchObject({
      detail: { "billing.reference": [{ code: "reference_required" }] },
    });
    expect((await written())[2].billing).toEqual(payer);
    expect(await changeBooking(scope, body({ ...payer, reference: "Nya 78" }), NOW)).toMatchObject({ ok: true });
    const [, audit, row] = await written();
    expect(row.billing).toEqual({ ...payer, reference: "Nya 78" });
    expect(audit.at(-1)?.detail).toEqual({ fields: ["billing"] });

    // With nobody coming nothing is to be paid: what was said stays, and more is not taken.
    const { id } = await db.registration.findFirstOrThrow({ where: { eventId: event.id } });
    const person = { registrationId: id, eventId: event.id, reference: "" } as never;
    expect(await cancelRegistration(person, NOW)).toMatchObject({ ok: true });
    expect((await getBooking(scope, NOW)).shared.isPaymentDue).toBe(false);
    expect(await changeBooking(scope, body({ payerName: "Någon annan" }), NOW)).toMatchObject({ ok: true });
    expect((await written())[2].billing).toEqual({ ...payer, reference: "Nya 78" });
  });

  it("refuses what it does not know, and an empty name", async () => {
    const { scope, written } = await booked();
    const email = { registrant: { ...contact, email: "annan@example.org" }, answers: {} };
    expect(await changeBooking(scope, email, NOW)).toMatchObject({
      detail: { "registrant.email": [{ code: "unknown_field" }] },
    });
    expect(await changeBooking(scope, { registrant: { name: " " }, answers: {} }, NOW)).toMatchObject({
      detail: { "registrant.name": [{ code: "required" }] },
    });
    expect((await written())[1]).toEqual([]);
  });

  it("lets a place whose name is to come stand under the new name", async () => {
    const { scope, event } = await booked({ lastNamingDay: inDays(5) });
    await db.registration.updateMany({
      where: { eventId: event.id },
      data: { state: "HELD", expiresAt: new Date(Temporal.Instant.from(later(5)).epochMilliseconds) },
    });
    await changeBooking(scope, { registrant: { name: "Birgit Ny" }, answers: {} }, NOW);
    expect(await db.registration.findFirst({ where: { eventId: event.id } })).toMatchObject({ name: "Birgit Ny" });
  });

  it("keeps a file that was sent, replaces it by another, and takes no other booking's", async () => {
    const files = [question("plan", { kind: "FILE" })];
    const one = await booked({ questions: { create: files } }, {});
    const [first, second] = [await upload(one.event.id, "plan"), await upload(one.event.id, "plan")];
    const change = (plan: string) => changeBooking(one.scope, { registrant: contact, answers: { plan } }, NOW);
    expect(await change(`${first}/plan.pdf`)).toMatchObject({ ok: true });
    const kept = String((await one.written())[2].answers?.["plan" as never]);
    expect(kept).toMatch(/^[0-9a-f-]{36}\/plan\.pdf$/);
    expect(await change(kept)).toMatchObject({ ok: true });
    expect(await change(`${second}/plan.pdf`)).toMatchObject({ ok: true });
    expect(await db.storedFile.count({ where: { bookingId: one.scope.bookingId } })).toBe(1);
    const other = await booked({ questions: { create: files } }, {});
    const stolen = await changeBooking(other.scope, { registrant: contact, answers: { plan: kept } }, NOW);
    expect(stolen).toMatchObject({ code: "invalid", detail: { "answers.plan": [{ code: "file_unknown" }] } });
  });

  it("opens for whoever registered themselves alone, and for nobody whom somebody else registered", async () => {
    const event = await createEvent(db, { questions: { create: [question("order")] } }, NOW);
    const alone = await register(event.slug, person({ answers: { order: "Första" } }), NOW);
    if (!alone.ok) throw new Error(alone.code);
    const scope = await scopeOf(alone.value.reference);
    expect(await getRegistration(scope, NOW)).toMatchObject({ hasShared: true });
    const opened = await openOwnBooking(scope, NOW);
    const booking = await openBooking(opened?.token ?? "", NOW);
    if (!booking.ok) throw new Error(booking.code);
    expect(booking.value.reference).toBe(opened?.reference);
    expect((await getBooking(booking.value, NOW)).shared.answers).toEqual({ order: "Första" });

    const { event: other } = await booked();
    const { reference } = await db.registration.findFirstOrThrow({ where: { eventId: other.id } });
    const colleague = await scopeOf(reference);
    expect(await getRegistration(colleague, NOW)).toMatchObject({ hasShared: false });
    expect(await openOwnBooking(colleague, NOW)).toBeNull();

    const plain = await createEvent(db, {}, NOW);
    const nothing = await register(plain.slug, person({}), NOW);
    if (!nothing.ok) throw new Error(nothing.code);
    expect(await openOwnBooking(await scopeOf(nothing.value.reference), NOW)).toBeNull();
  });
});
