import { beforeEach, describe, expect, it } from "vitest";
import { mintPersonalLink } from "@/lib/auth/commands/mint-personal-link";
import type { BookingScope, EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { answerPending } from "@/lib/registrations/commands/answer-pending";
import { bookColleagues } from "@/lib/registrations/commands/book-colleagues";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { eraseBooker } from "@/lib/registrations/commands/erase-booker";
import { erasePerson } from "@/lib/registrations/commands/erase-person";
import { resendLink } from "@/lib/registrations/commands/resend-link";
import { takeOutData } from "@/lib/registrations/commands/take-out-data";
import { getStoredBooking } from "@/lib/registrations/queries/stored-booking";
import { getStoredData } from "@/lib/registrations/queries/stored-data";
import { NOW } from "../../support/clock";
import { deliverDue } from "../../support/delivering";
import { createEvent } from "../../support/factories/event";
import { createInvitation } from "../../support/factories/invitation";
import { createMember } from "../../support/factories/member";
import { createVoucher } from "../../support/factories/voucher";
import { person, quotasOffTheRows, register, rowCounts, scopeOf } from "../../support/registering";
import { scopeOf as organiserScope } from "../../support/signed-in";
import { startSmtp } from "../../support/smtp-server";

const db = database();
beforeEach(() => db.outboxMail.deleteMany());

async function registered(wishes: Parameters<typeof createEvent>[1] = {}, fields: Record<string, unknown> = {}) {
  const event = await createEvent(db, wishes, NOW);
  const result = await register(event.slug, person(fields), NOW);
  if (!result.ok) throw new Error(result.code);
  return { event, scope: await scopeOf(result.value.reference), reference: result.value.reference };
}

/** A mail in the outbox to whoever made a booking. */
function mailAbout(bookingId: string, toEmail: string) {
  const notBefore = toTimestamp(NOW);
  const mail = { message: "booking-made", locale: "sv", toName: "Boel Bokare", toEmail, notBefore } as const;
  return db.outboxMail.create({ data: { ...mail, bookingId } });
}

/** Everything in the database that holds a text, table by table: where somebody may still be found. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await db.$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM "${name}" t WHERE position(lower($1) IN lower(t::text)) > 0 LIMIT 1`,
        text,
      );
      return rows.length > 0 ? [name] : [];
    }),
  );
  return found.flat().toSorted();
}

describe("asking for the link again", () => {
  let asked = 0;
  const ask = (email: string, slug = "") => {
    asked += 1;
    return resendLink({ body: { email }, slug, clientIp: `natverk-${asked}` }, NOW);
  };
  const mails = () => db.outboxMail.count({ where: { message: "my-link" } });

  it("mails only where a living registration is, and answers everybody alike, as slowly", async () => {
    const { event } = await registered({}, { email: "borttappad@example.org" });
    const other = await createEvent(db, {}, NOW);
    await register(other.slug, person({ email: "borttappad@example.org" }), NOW);
    const started = performance.now();
    const answers = [await ask("BORTTAPPAD@example.org", event.slug), await ask("okand@example.org", event.slug)];
    expect(performance.now() - started).toBeGreaterThan(2 * 245);
    expect(answers[0]).toEqual(answers[1]);
    expect(await mails()).toBe(1);
    await ask("borttappad@example.org");
    expect(await mails()).toBe(3);
    expect(await ask("ingen adress")).toMatchObject({ code: "email_invalid" });
  });

  it("sends nothing to who cancelled, to another event's slug, or long after", async () => {
    const { event, scope } = await registered({}, { email: "avbokad@example.org" });
    const other = await createEvent(db, {}, NOW);
    await ask("avbokad@example.org", other.slug);
    await ask("avbokad@example.org", "'; --");
    await cancelRegistration(scope, NOW);
    await ask("avbokad@example.org", event.slug);
    expect(await mails()).toBe(0);
  });

  it("is limited for known and unknown addresses alike", async () => {
    await registered({}, { email: "mycket@example.org" });
    const answered = async (email: string) => {
      const answers = [];
      for (let n = 0; n < 6; n += 1) answers.push(await ask(email));
      return answers.map((answer) => (answer.ok ? "ok" : answer.code));
    };
    await db.rateLimit.deleteMany();
    const [known, unknown] = [await answered("mycket@example.org"), await answered("inte-anmald@example.org")];
    expect(known).toEqual(["ok", "ok", "ok", "ok", "ok", "rate_limited"]);
    expect(unknown).toEqual(known);
  });

  it("the letter's link opens the registration", async () => {
    const { reference } = await registered({}, { email: "igen@example.org" });
    await db.outboxMail.deleteMany();
    await ask("igen@example.org");
    const smtp = await startSmtp();
    expect(await deliverDue(smtp, NOW)).toEqual(["sent"]);
    await smtp.stop();
    expect(smtp.mails[0]?.subject).toMatch(/^Din länk: /);
    expect(smtp.mails[0]?.text).toContain(reference);
    expect(smtp.mails[0]?.text).toMatch(/\/r\/[\w-]{43}$/m);
  });
});

it("what is stored is all there, and nobody else's", async () => {
  const { event, scope, reference } = await registered(
    {},
    { diet: "Vegan", jobTitle: "Chef", email: "mitt@example.org" },
  );
  await register(event.slug, person({ name: "Någon Annan" }), NOW);
  const stored = await getStoredData(scope);
  expect(stored).toMatchObject({
    reference,
    email: "mitt@example.org",
    jobTitle: "Chef",
    needs: { diet: "Vegan" },
    mails: [{ message: "registration-confirmed", toEmail: "mitt@example.org" }],
    log: [{ action: "registration.created" }],
    transitions: [{ toState: "CONFIRMED" }],
  });
  expect(JSON.stringify(stored)).not.toContain("Någon Annan");
});

it("of a booking of one's own also who pays, the code, the place in line and the booking's mails are told", async () => {
  const { scope } = await registered({}, { email: "betalar@example.org" });
  const { registrationId: id, eventId } = scope;
  const code = await createVoucher(db, eventId, { code: "VIP26" });
  const billing = { payer: "swedish", payerName: "Skurups kommun", reference: "Anna Ask" };
  const { bookingId } = await db.registration.update({
    where: { id },
    data: { voucherId: code.id },
    select: { bookingId: true },
  });
  await db.booking.update({ where: { id: bookingId }, data: { billing } });
  await mailAbout(bookingId, "betalar@example.org");
  expect(await getStoredData(scope)).toMatchObject({
    code: "VIP26",
    waitingNumber: null,
    booking: { billing, mails: [{ message: "booking-made", toEmail: "betalar@example.org" }], personalLinks: 0 },
  });
  await db.booking.update({ where: { id: bookingId }, data: { registrantEmail: "annan@example.org" } });
  const stored = await getStoredData(scope);
  expect(Object.keys(stored.booking)).toEqual(["reference"]);
  expect(() => JSON.stringify(stored)).not.toThrow();
});

describe("erasing a person", () => {
  it("is not done while the registration counts", async () => {
    const { event, scope } = await registered();
    const before = await rowCounts();
    expect(await erasePerson(scope, NOW)).toMatchObject({ code: "erase_not_yet" });
    expect(await rowCounts()).toEqual(before);
    await db.event.update({ where: { id: event.id }, data: { status: "PUBLISHED" } });
    const over = NOW.add({ hours: 24 * 41 });
    expect(await erasePerson(scope, over)).toMatchObject({ ok: true });
  });

  it("leaves the person in no table once the confirming mail has gone; the history stays without them", async () => {
    const email = "glom-mig@example.org";
    const name = "Glömska Glömsson";
    const { event, scope } = await registered(
      { dayCount: 2 },
      { email, name, diet: "Hemlig kost", jobTitle: "Hemlig titel" },
    );
    await createInvitation(db, event.id, {
      email: "glom-mig-inbjuden@example.org",
      name,
      registrationId: scope.registrationId,
      state: "ACCEPTED",
      answeredAt: toTimestamp(NOW),
    });
    await cancelRegistration(scope, NOW);
    expect(await erasePerson(scope, NOW)).toMatchObject({ ok: true });
    expect(await tablesWith("glom-mig")).toEqual(["outbox_mail"]);
    const smtp = await startSmtp();
    await deliverDue(smtp, NOW);
    await smtp.stop();
    expect(smtp.mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Dina uppgifter är raderade/)]);
    for (const trace of ["glom-mig", "Glömska", "Hemlig"]) expect(await tablesWith(trace)).toEqual([]);
    const row = await db.registration.findUniqueOrThrow({
      where: { id: scope.registrationId },
      include: { days: true, transitions: true, links: true, invitation: true },
    });
    expect(row).toMatchObject({ state: "CANCELLED", name: "–", answers: {}, links: [], invitation: { name: "–" } });
    expect([row.days.length, row.transitions.length]).toEqual([2, 2]);
    const erased = { action: "registration.erased", subjectId: scope.registrationId };
    expect(await db.auditEntry.count({ where: erased })).toBe(1);
    expect(await quotasOffTheRows(event.id)).toEqual([]);
  });

  it("is done by an organiser for who asks, with all that is stored handed out before, each written down as theirs", async () => {
    const { event, scope, reference } = await registered({}, { email: "ringde@example.org", diet: "Nötter" });
    const as = async (role: "OWNER" | "VIEWER") =>
      organiserScope((await createMember(db, event.organisationId, role)).id, event.slug, NOW);
    const [owner, viewer] = [await as("OWNER"), await as("VIEWER")];
    const data = await takeOutData(owner, scope, NOW);
    expect(data.ok && data.value).toMatchObject({ reference, email: "ringde@example.org", needs: { diet: "Nötter" } });
    expect(await takeOutData(viewer, scope, NOW)).toMatchObject({ code: "registration_not_found" });
    const other = await registered();
    expect(await takeOutData(owner, other.scope, NOW)).toMatchObject({ code: "registration_not_found" });

    const actor = { kind: "USER", id: owner.userId } as const;
    expect(await erasePerson(scope, NOW, actor)).toMatchObject({ code: "erase_not_yet" });
    await cancelRegistration(scope, NOW, actor);
    expect(await erasePerson(scope, NOW, actor)).toMatchObject({ ok: true });
    const log = await db.auditEntry.findMany({ where: { actorId: owner.userId }, orderBy: { id: "asc" } });
    expect(log.map(({ action }) => action)).toEqual([
      "registration.data-taken-out",
      "registration.cancelled",
      "registration.erased",
    ]);
  });

  it("takes the booking's mails and links along once nobody else of it comes, and not before", async () => {
    const email = "bokade-sjalv@example.org";
    const { event, scope } = await registered({}, { email, name: "Boel Bokare" });
    const { bookingId } = await db.registration.findUniqueOrThrow({ where: { id: scope.registrationId } });
    const colleague = await register(event.slug, person(), NOW);
    if (!colleague.ok) throw new Error(colleague.code);
    const { reference } = colleague.value;
    const { bookingId: colleagues } = await db.registration.findUniqueOrThrow({ where: { reference } });
    const registrant = { registrantName: "Boel Bokare", registrantEmail: email };
    await db.booking.update({ where: { id: colleagues }, data: registrant });
    for (const id of [bookingId, colleagues]) {
      await mailAbout(id, email);
      await mintPersonalLink({ purpose: "BOOKING", bookingId: id }, NOW.add({ hours: 1000 }));
    }
    await db.registration.update({ where: { id: scope.registrationId }, data: { bookingId: colleagues } });
    await cancelRegistration(scope, NOW);
    await erasePerson(scope, NOW);
    const about = { bookingId: colleagues };
    expect(await db.outboxMail.findMany({ where: about })).toMatchObject([{ toEmail: email, state: "QUEUED" }]);
    expect(await db.personalLink.count({ where: about })).toBe(1);

    const other = await registered({}, { email, name: "Boel Bokare" });
    const own = await db.registration.findUniqueOrThrow({ where: { id: other.scope.registrationId } });
    await mailAbout(own.bookingId, email);
    await mintPersonalLink({ purpose: "BOOKING", bookingId: own.bookingId }, NOW.add({ hours: 1000 }));
    await cancelRegistration(other.scope, NOW);
    await erasePerson(other.scope, NOW);
    const gone = { bookingId: own.bookingId };
    expect(await db.outboxMail.findMany({ where: gone })).toMatchObject([{ toName: null, state: "OBSOLETE" }]);
    expect(await db.outboxMail.count({ where: { ...gone, toEmail: email } })).toBe(0);
    expect(await db.personalLink.count({ where: gone })).toBe(0);
  });

  it("takes what organisers wrote to the person, and leaves the rest of their history as it was written", async () => {
    const { event, scope } = await registered({ approval: true });
    const { registrationId } = scope;
    const organiser = { eventId: event.id, userId: null } as unknown as EventScope;
    const { reference } = await db.registration.findUniqueOrThrow({ where: { id: registrationId } });
    const answer = { answer: "reject", references: [reference], reason: "Ursäkta, Ursula Ursäktad" } as const;
    await answerPending(organiser, answer, NOW);
    expect(await tablesWith("Ursula")).toEqual(["registration_transition"]);
    await erasePerson(scope, NOW);
    expect(await tablesWith("Ursula")).toEqual([]);
    expect(await db.registrationTransition.count({ where: { registrationId, toState: "REJECTED" } })).toBe(1);
    const rewritten = db.registrationTransition.updateMany({
      where: { registrationId },
      data: { actorKind: "SYSTEM" },
    });
    await expect(rewritten).rejects.toThrow();
    const reasoned = db.registrationTransition.updateMany({ where: { registrationId }, data: { reason: "Annat" } });
    await expect(reasoned).rejects.toThrow();
  });
});

describe("whoever booked for others", () => {
  const booked = async () => {
    const event = await createEvent(db, {}, NOW);
    const registrant = { name: "Bodil Bokerska", email: "bodil-bokerska@example.org", phone: "070-123 45 67" };
    const colleague = { name: "Kim Kollega", email: "kim-kollega@example.org" };
    const body = { registrant, consent: true, people: [colleague] };
    const made = await bookColleagues(
      { slug: event.slug, body, locale: "sv", idempotencyKey: null, clientIp: "booker", actor: { kind: "ATTENDEE" } },
      NOW,
    );
    if (!made.ok) throw new Error(made.code);
    const { id: bookingId } = await db.booking.findUniqueOrThrow({ where: { reference: made.value.reference } });
    await mintPersonalLink({ purpose: "BOOKING", bookingId }, NOW.add({ hours: 24 }));
    const { reference } = await db.registration.findFirstOrThrow({ where: { bookingId } });
    return { event, scope: { bookingId, eventId: event.id } as BookingScope, colleague: await scopeOf(reference) };
  };

  it("sees what is stored about them, is erased once nobody of theirs comes, and leaves colleagues' details alone", async () => {
    const { scope, colleague } = await booked();
    const stored = await getStoredBooking(scope);
    expect(stored).toMatchObject({
      ...{ registrantName: "Bodil Bokerska", registrantEmail: "bodil-bokerska@example.org", personalLinks: 1 },
      registrations: [{ name: "Kim Kollega", state: "CONFIRMED" }],
      mails: [{ message: "booking-made" }],
    });
    expect(JSON.stringify(stored)).not.toContain("kim-kollega");
    const before = await rowCounts();
    expect(await eraseBooker(scope, NOW)).toMatchObject({ code: "erase_not_yet" });
    expect(await rowCounts()).toEqual(before);

    await cancelRegistration(colleague, NOW);
    expect(await eraseBooker(scope, NOW)).toMatchObject({ ok: true });
    for (const trace of ["bodil", "Bodil", "070-123"]) expect(await tablesWith(trace)).toEqual([]);
    expect(await db.personalLink.count({ where: { bookingId: scope.bookingId } })).toBe(0);
    expect(await db.registration.findUnique({ where: { id: colleague.registrationId } })).toMatchObject({
      name: "Kim Kollega",
    });
  });

  it("is erased while colleagues are confirmed once the event is over", async () => {
    const { scope } = await booked();
    expect(await eraseBooker(scope, NOW.add({ hours: 24 * 41 }))).toMatchObject({ ok: true });
  });
});
