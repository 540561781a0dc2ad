import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/v1/events/[slug]/bookings/route";
import { mintPersonalLink } from "@/lib/auth/commands/mint-personal-link";
import { openBooking } from "@/lib/auth/personal-link-gate";
import { openRegistrationInBooking } from "@/lib/auth/registration-gate";
import type { BookingScope } from "@/lib/auth/scopes";
import { currentInstant } from "@/lib/core/clock";
import { toDateColumn } from "@/lib/core/local-date";
import { database } from "@/lib/platform/db";
import { addColleagues } from "@/lib/registrations/commands/add-colleagues";
import { type Booking, bookColleagues } from "@/lib/registrations/commands/book-colleagues";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { letHoldsLapse } from "@/lib/registrations/commands/let-holds-lapse";
import { nameHeldPlace } from "@/lib/registrations/commands/name-held-place";
import { substituteAttendee } from "@/lib/registrations/commands/substitute-attendee";
import { getBooking } from "@/lib/registrations/queries/my-booking";
import { NOW } from "../../support/clock";
import { deliverDue } from "../../support/delivering";
import { createCategory } from "../../support/factories/category";
import { type CreatedEvent, createEvent } from "../../support/factories/event";
import { person, quotasOffTheRows, register, rowCounts } from "../../support/registering";
import { startSmtp } from "../../support/smtp-server";

const db = database();
const smtp = await startSmtp();
afterAll(() => smtp.stop());

let sent = 0;
const colleague = (fields: Record<string, unknown> = {}) => {
  sent += 1;
  return { name: `Kollega ${sent}`, email: `kollega-${sent}@example.org`, ...fields };
};
const booker = { name: "Birgit Administratör", email: "birgit@example.org", organisationName: "Göteborgs stad" };
const body = (people: unknown[], fields: object = {}) => ({ registrant: booker, consent: true, people, ...fields });
function book(event: CreatedEvent, sentBody: unknown, wishes: Partial<Booking> = {}, now = NOW) {
  sent += 1;
  const { slug } = event;
  const booking = { slug, body: sentBody, locale: "sv", idempotencyKey: null, clientIp: `test-${sent}` } as const;
  return bookColleagues({ ...booking, actor: { kind: "ATTENDEE" }, ...wishes }, now);
}
async function booked(event: CreatedEvent, sentBody: unknown) {
  const outcome = await book(event, sentBody);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const { id } = await db.booking.findUniqueOrThrow({ where: { reference: outcome.value.reference } });
  const scope = { bookingId: id, eventId: event.id } as BookingScope;
  return { ...outcome.value, scope, id };
}
const statesOf = ({ people }: { people: readonly { kind: string; status?: string }[] }) =>
  people.map(({ kind, status }) => status ?? kind);
const lastNamingDay = toDateColumn(NOW.toZonedDateTimeISO("Europe/Stockholm").toPlainDate().add({ days: 5 }));

describe("booking for colleagues", () => {
  it("gives each a place of their own under one reference, and whoever booked takes none", async () => {
    const event = await createEvent(db, { dayCount: 2, capacity: 10 }, NOW);
    const date = event.days[1]?.date.toISOString().slice(0, 10);
    const made = await booked(event, body([colleague(), colleague({ days: [date] }), colleague({ diet: "Vegan" })]));
    expect(statesOf(made)).toEqual(["CONFIRMED", "CONFIRMED", "CONFIRMED"]);
    const rows = await db.registration.findMany({
      where: { bookingId: made.id },
      include: { days: true, needs: true },
      orderBy: { id: "asc" },
    });
    expect(
      rows.map(({ days, consentedAt, organisationName, municipalityCode }) => [
        days.length,
        consentedAt,
        organisationName,
        municipalityCode,
      ]),
    ).toEqual([
      [2, null, "Göteborgs stad", "1480"],
      [1, null, "Göteborgs stad", "1480"],
      [2, null, "Göteborgs stad", "1480"],
    ]);
    expect(rows[2]?.needs?.diet).toBe("Vegan");
    expect(await db.registration.count({ where: { eventId: event.id, email: booker.email } })).toBe(0);
    expect(await quotasOffTheRows(event.id)).toEqual([]);
    const mails = await db.outboxMail.findMany({ where: { eventId: event.id }, orderBy: { id: "asc" } });
    expect(mails.map(({ message, toEmail }) => `${message} ${toEmail}`)).toEqual([
      ...rows.map(({ email }) => `registration-confirmed ${email}`),
      `booking-made ${booker.email}`,
    ]);
  });

  it("counts whoever books as agreeing for themselves only", async () => {
    const event = await createEvent(db, {}, NOW);
    const { id } = await booked(event, body([{ name: booker.name, email: "Birgit@Example.org" }, colleague()]));
    const rows = await db.registration.findMany({ where: { bookingId: id }, orderBy: { id: "asc" } });
    expect(rows.map(({ consentedAt }) => consentedAt !== null)).toEqual([true, false]);
  });

  it("says who got a place, who waits and who did not get in", async () => {
    const event = await createEvent(db, { capacity: 2 }, NOW);
    const some = await booked(event, body([colleague(), colleague(), colleague()]));
    expect(some.people).toMatchObject([
      { kind: "placed", status: "CONFIRMED" },
      { kind: "placed", status: "CONFIRMED" },
      { kind: "full", full: { level: "event" } },
    ]);
    const none = await book(event, body([colleague()]));
    expect(none).toMatchObject({ ok: false, code: "nobody_placed", detail: [{ level: "event" }] });
    await db.event.update({ where: { id: event.id }, data: { waitingList: true } });
    expect(statesOf(await booked(event, body([colleague()])))).toEqual(["WAITLISTED"]);
  });

  it("refuses by row: what is missing, an address twice, an unknown field; and writes nothing", async () => {
    const event = await createEvent(db, {}, NOW);
    const before = await rowCounts();
    const twice = colleague();
    const answer = await book(
      event,
      body(
        [
          twice,
          { name: "Utan adress" },
          { ...colleague(), email: "fel" },
          { ...colleague(), role: "OWNER" },
          { ...colleague(), email: twice.email },
        ],
        {
          registrant: { name: "", email: "x" },
          consent: false,
        },
      ),
    );
    expect(answer).toMatchObject({ code: "invalid" });
    expect(answer.ok ? [] : Object.keys((answer as { detail: object }).detail).toSorted()).toEqual([
      "consent",
      "people.1.email",
      "people.2.email",
      "people.3.role",
      "registrant.email",
      "registrant.name",
    ]);
    const double = await book(event, body([twice, { ...colleague(), email: ` ${twice.email.toUpperCase()} ` }]));
    expect(double).toMatchObject({ detail: { "people.1.email": [{ code: "email_twice" }] } });
    for (const people of [[], "x", { 0: twice }, Array.from({ length: 51 }, () => colleague())])
      expect(await book(event, { registrant: booker, consent: true, people })).toMatchObject({ code: "invalid" });
    for (const odd of [null, "x", [], 7]) expect(await book(event, odd)).toMatchObject({ code: "invalid" });
    expect(await rowCounts()).toEqual(before);
  });

  it("answers a known address as a new one, tells its owner, and gives nothing twice", async () => {
    const event = await createEvent(db, {}, NOW);
    const known = person();
    expect(await register(event.slug, known, NOW)).toMatchObject({ ok: true });
    const made = await booked(event, body([{ name: "Någon", email: known["email"] }, colleague()]));
    expect(statesOf(made)).toEqual(["CONFIRMED", "CONFIRMED"]);
    expect(await db.registration.count({ where: { eventId: event.id } })).toBe(2);
    expect(await db.outboxMail.count({ where: { eventId: event.id, message: "registration-exists" } })).toBe(1);
  });

  it("is one booking however often it is sent, and a conflict with another list", async () => {
    const event = await createEvent(db, {}, NOW);
    const list = body([colleague(), colleague()]);
    const [first, ...replays] = await Promise.all(
      Array.from({ length: 5 }, () => book(event, list, { idempotencyKey: "samma" })),
    );
    expect(first).toMatchObject({ ok: true });
    for (const replay of replays) expect(replay).toEqual(first);
    expect(await book(event, body([colleague()]), { idempotencyKey: "samma" })).toMatchObject({
      code: "idempotency_conflict",
    });
    expect(await db.booking.count({ where: { eventId: event.id } })).toBe(1);
  });

  it("asks who pays once for all, and keeps one reference", async () => {
    const event = await createEvent(db, {}, NOW);
    await db.category.updateMany({ where: { eventId: event.id }, data: { priceOre: 100_000 } });
    expect(await book(event, body([colleague(), colleague()]))).toMatchObject({
      detail: { "billing.payer": [{ code: "required" }] },
    });
    const billing = {
      payer: "swedish",
      payerName: "Göteborgs stad",
      organisationNumber: "212000-1355",
      reference: "Beställare 7",
      invoiceEmail: "faktura@example.org",
    };
    const made = await booked(event, body([colleague(), colleague()], { billing }));
    const mine = await getBooking(made.scope, NOW);
    expect([mine.payerReference, mine.price?.totals.netOre]).toEqual(["Beställare 7", 200_000]);
    const [first] = mine.people;
    const scope = await openRegistrationInBooking(made.scope, first?.reference ?? "");
    if (!scope.ok) throw new Error(scope.code);
    expect(await cancelRegistration(scope.value, NOW)).toMatchObject({ ok: true });
    expect((await getBooking(made.scope, NOW)).price?.totals.netOre).toBe(100_000);
  });

  it("is closed when registration is, and for events that need an invitation", async () => {
    const event = await createEvent(db, {}, NOW);
    expect(await book(event, body([colleague()]), {}, NOW.add({ hours: 24 * 400 }))).toMatchObject({ code: "closed" });
    const invited = await createEvent(db, { access: "INVITATION_ONLY" }, NOW);
    expect(await book(invited, body([colleague()]))).toMatchObject({ code: "invitation_required" });
    expect(await book({ ...event, slug: "finns-inte" }, body([colleague()]))).toMatchObject({
      code: "event_not_found",
    });
  });
});

it("answers programs with what became of each person, and with errors by person", async () => {
  const event = await createEvent(db, { capacity: 1 }, currentInstant());
  const send = (sentBody: unknown) =>
    POST(
      new Request("http://localhost/", {
        method: "POST",
        headers: { "content-type": "application/json", "x-samling-client-ip": `api-${event.slug}` },
        body: JSON.stringify(sentBody),
      }),
      { params: Promise.resolve({ slug: event.slug }) },
    );
  const wrong = await send(body([colleague(), { ...colleague(), email: "fel" }]));
  expect([wrong.status, Object.keys((await wrong.json()).error.fields)]).toEqual([422, ["people.1.email"]]);
  const some = await send(body([colleague(), colleague()]));
  expect([some.status, await some.json()]).toMatchObject([
    201,
    { people: [{ status: "confirmed" }, { reference: null, status: "full", level: "event", key: null }] },
  ]);
  const none = await send(body([colleague()]));
  expect([none.status, await none.json()]).toMatchObject([
    409,
    { error: { code: "nobody_placed", people: [{ level: "event" }] } },
  ]);
});

describe("names that come later", () => {
  it("hold places until the naming day, are given to somebody, and lapse otherwise", async () => {
    const event = await createEvent(db, { capacity: 3 }, NOW);
    expect(await book(event, body([{}]))).toMatchObject({ detail: { "people.0.name": [{ code: "required" }] } });
    await db.event.update({ where: { id: event.id }, data: { lastNamingDay } });
    const made = await booked(event, body([colleague(), {}, { name: "", email: " " }]));
    expect(statesOf(made)).toEqual(["CONFIRMED", "HELD", "HELD"]);
    expect(await book(event, body([colleague()]))).toMatchObject({ code: "nobody_placed" });
    const before = await getBooking(made.scope, NOW);
    expect(before.people.map(({ name, canName }) => [name === null, canName])).toEqual([
      [false, false],
      [true, true],
      [true, true],
    ]);
    const reference = before.people[1]?.reference ?? "";
    const come = colleague();
    expect(await nameHeldPlace(made.scope, { reference, body: come }, NOW)).toMatchObject({ ok: true });
    expect(await nameHeldPlace(made.scope, { reference, body: come }, NOW)).toMatchObject({ code: "gone" });
    expect((await getBooking(made.scope, NOW)).people[1]).toMatchObject({ name: come.name, state: "CONFIRMED" });
    const late = NOW.add({ hours: 24 * 6 });
    const third = before.people[2]?.reference ?? "";
    expect(await nameHeldPlace(made.scope, { reference: third, body: colleague() }, late)).toMatchObject({
      code: "naming_closed",
    });
    expect(await letHoldsLapse(late)).toBe(1);
    expect(await letHoldsLapse(late)).toBe(0);
    expect((await getBooking(made.scope, late)).people.map(({ state }) => state)).toEqual([
      "CONFIRMED",
      "CONFIRMED",
      "LAPSED",
    ]);
    expect(await quotasOffTheRows(event.id)).toEqual([]);
    expect(await db.outboxMail.count({ where: { bookingId: made.id, message: "booking-names-lapsed" } })).toBe(1);
  });

  it("go to nobody who is registered, to no bad address and to no other booking's place", async () => {
    const event = await createEvent(db, {}, NOW);
    await db.event.update({ where: { id: event.id }, data: { lastNamingDay } });
    const made = await booked(event, body([{}]));
    const other = await booked(event, body([colleague()]));
    const reference = (await getBooking(made.scope, NOW)).people[0]?.reference ?? "";
    const [taken] = (await getBooking(other.scope, NOW)).people;
    const name = (sentBody: unknown, scope = made.scope) => nameHeldPlace(scope, { reference, body: sentBody }, NOW);
    expect(await name({ name: "A", email: taken?.email })).toMatchObject({ code: "name_unavailable" });
    expect(await name({ name: "", email: "fel" })).toMatchObject({ code: "invalid" });
    expect(await name(colleague(), other.scope)).toMatchObject({ code: "gone" });
    const foreign = { ...made.scope, eventId: (await createEvent(db, {}, NOW)).id } as BookingScope;
    expect(await name(colleague(), foreign)).toMatchObject({ code: "gone" });
    const both = await Promise.all([name(colleague()), name(colleague())]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("wait for the organiser's yes where the category does", async () => {
    const event = await createEvent(db, {}, NOW);
    await db.event.update({ where: { id: event.id }, data: { lastNamingDay } });
    const category = await createCategory(db, event.id, { approval: true });
    const made = await booked(event, body([{ category: category.key }]));
    const reference = (await getBooking(made.scope, NOW)).people[0]?.reference ?? "";
    expect(await nameHeldPlace(made.scope, { reference, body: colleague() }, NOW)).toMatchObject({ ok: true });
    expect((await getBooking(made.scope, NOW)).people[0]?.state).toBe("PENDING_APPROVAL");
  });
});

describe("a booking all season", () => {
  let event: CreatedEvent;
  beforeAll(async () => {
    event = await createEvent(db, { capacity: 6 }, NOW);
  });

  it("takes more people under the same reference, and tells whoever booked again", async () => {
    const made = await booked(event, body([colleague()]));
    const more = await addColleagues(made.scope, { body: { people: [colleague()] }, idempotencyKey: "fler" }, NOW);
    expect(more).toMatchObject({ ok: true, value: { reference: made.reference } });
    expect(await addColleagues(made.scope, { body: { people: [] }, idempotencyKey: null }, NOW)).toMatchObject({
      code: "invalid",
    });
    expect((await getBooking(made.scope, NOW)).people).toHaveLength(2);
    const foreign = { ...made.scope, eventId: (await createEvent(db, {}, NOW)).id } as BookingScope;
    expect(await addColleagues(foreign, { body: { people: [colleague()] }, idempotencyKey: null }, NOW)).toMatchObject({
      code: "booking_gone",
    });
  });

  it("opens its own people only, who can be swapped and cancelled", async () => {
    const made = await booked(event, body([colleague(), colleague()]));
    const other = await booked(event, body([colleague()]));
    const [first] = (await getBooking(made.scope, NOW)).people;
    const reference = first?.reference ?? "";
    expect(await openRegistrationInBooking(other.scope, reference)).toMatchObject({ ok: false });
    const scope = await openRegistrationInBooking(made.scope, reference);
    if (!scope.ok) throw new Error(scope.code);
    const actor = { kind: "ATTENDEE" } as const;
    expect(
      await substituteAttendee(scope.value, { body: colleague({ name: "Ny Kollega" }), actor }, NOW),
    ).toMatchObject({
      ok: true,
    });
    const after = await getBooking(made.scope, NOW);
    expect(after.people).toHaveLength(2);
    expect(after.people.map(({ name }) => name)).toContain("Ny Kollega");
  });

  it("is opened by its link from the mail, which says how it went for everybody", async () => {
    const own = await createEvent(db, { capacity: 1 }, NOW);
    const made = await booked(own, body([colleague({ name: "Anna Ek" }), colleague({ name: "Bo Alm" })]));
    expect(await deliverDue(smtp, NOW)).toContain("sent");
    const mail = smtp.mails.find(({ text: said }) => said?.includes("Bo") && said.includes(made.reference));
    const text = mail?.text ?? "";
    expect(mail?.to).toMatchObject({ text: expect.stringContaining(booker.email) });
    expect(text).toContain("Anna Ek: plats bekräftad");
    expect(text).toContain("En person fick ingen plats");
    expect(text).not.toContain("Bo Alm");
    const token = /\/b\/([\w-]+)/.exec(text)?.[1] ?? "";
    expect(await openBooking(token, NOW)).toMatchObject({ ok: true, value: { bookingId: made.id } });
    const registration = await db.registration.findFirstOrThrow({ where: { bookingId: made.id } });
    const link = await mintPersonalLink(
      { purpose: "REGISTRATION", registrationId: registration.id },
      NOW.add({ hours: 24 }),
    );
    expect(await openBooking(link, NOW)).toMatchObject({ ok: false, code: "link_invalid" });
    expect(smtp.mails.some(({ text: said }) => said?.includes("Birgit Administratör har anmält dig"))).toBe(true);
  });
});
