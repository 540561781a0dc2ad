import type { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { EventScope } from "@/lib/auth/scopes";
import { saveBasics } from "@/lib/events/commands/save-basics";
import { saveDays } from "@/lib/events/commands/save-days";
import { savePartners } from "@/lib/events/commands/save-partners";
import type { SavedSection, SentSection } from "@/lib/events/commands/save-section";
import { saveTexts } from "@/lib/events/commands/save-texts";
import { saveVenue } from "@/lib/events/commands/save-venue";
import { getEventBasics, getEventTexts } from "@/lib/events/queries/event-basics";
import { getEventDays } from "@/lib/events/queries/event-days";
import { getEventPartners } from "@/lib/events/queries/event-partners";
import { getEventVenue } from "@/lib/events/queries/event-venue";
import { findPublishedEvent } from "@/lib/events/queries/published-event";
import { database } from "@/lib/platform/db";
import { saveCategories } from "@/lib/ticketing/commands/save-categories";
import { getEventCategories } from "@/lib/ticketing/queries/event-categories";
import { NOW } from "../../support/clock";
import type { EventWishes } from "../../support/factories/event";
import { createInvitation } from "../../support/factories/invitation";
import { createOrganisation } from "../../support/factories/organisation";
import { createSession } from "../../support/factories/session";
import { inviter } from "../../support/inviting";
import { person, quotasOffTheRows, register, rowCounts } from "../../support/registering";

const db = database();
const today = NOW.toZonedDateTimeISO("Europe/Stockholm").toPlainDate();
const inDays = (days: number) => today.add({ days }).toString();

type Shown = { readonly fields: Readonly<Record<string, string>>; readonly mark: string };
type Save = (scope: EventScope, sent: SentSection, now: Temporal.Instant) => Promise<SavedSection>;
const SECTIONS = {
  basics: { read: getEventBasics, save: saveBasics },
  texts: { read: getEventTexts, save: saveTexts },
  days: { read: getEventDays, save: saveDays },
  venue: { read: getEventVenue, save: saveVenue },
  categories: { read: getEventCategories, save: saveCategories },
  partners: { read: getEventPartners, save: savePartners },
} as const satisfies Record<string, { read: (scope: EventScope) => Promise<Shown>; save: Save }>;
type Name = keyof typeof SECTIONS;

/** "days.<id>.date" as a field of a row. */
function nested(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const path = name.split(".");
    const last = path.pop() ?? "";
    let at = body;
    for (const step of path) {
      at[step] ??= {};
      at = at[step] as Record<string, unknown>;
    }
    at[last] = value;
  }
  return body;
}

/** Sends a section as its form would, some fields changed. */
async function send(name: Name, scope: EventScope, changes: Readonly<Record<string, unknown>>, as = scope) {
  const { read, save } = SECTIONS[name];
  const { fields, mark } = await read(scope);
  return save(as, { body: nested({ ...fields, ...changes }), seen: mark }, NOW);
}

const opened = (wishes: EventWishes = {}) => inviter(NOW, "EDITOR", wishes);
const refused = (detail: Record<string, string>) => ({ ok: false, code: "invalid", detail });

describe("every section of an event", () => {
  const SAMPLES: Record<Name, Record<string, unknown>> = {
    basics: { titleSv: "Ett nytt namn" },
    texts: { descriptionSv: "## Ny\n\ntext" },
    days: { "days.new1.date": inDays(45), "days.new1.opensAt": "9", "days.new1.closesAt": "12.30" },
    venue: { venue: "new", name: "Folkets hus", city: "Malmö" },
    categories: { "categories.new1.nameSv": "Student", places: "50" },
    partners: {},
  };
  it.each(Object.keys(SAMPLES) as Name[])(
    "%s: saved as it is writes nothing; changed it is in the history; whoever saw the old one is told",
    async (name) => {
      const { event, scope } = await opened();
      const before = await rowCounts();
      expect(await send(name, scope, {})).toEqual({ ok: true, value: { changed: [], slug: event.slug } });
      expect(await rowCounts()).toEqual(before);
      const { slug } = await createOrganisation(db);
      const partner = { organisation: slug, kind: "PARTNER", access: "NONE" };
      const changes =
        name === "partners"
          ? Object.fromEntries(Object.entries(partner).map(([field, value]) => [`partners.new1.${field}`, value]))
          : SAMPLES[name];
      const { mark: seen } = await SECTIONS[name].read(scope);
      expect(await send(name, scope, changes)).toMatchObject({ ok: true });
      const audit = await db.auditEntry.findFirstOrThrow({ where: { eventId: event.id } });
      expect(audit).toMatchObject({ action: `event.${name}_changed`, actorId: scope.userId });
      const { fields, mark } = await SECTIONS[name].read(scope);
      expect(await SECTIONS[name].save(scope, { body: nested(fields), seen }, NOW)).toEqual({
        ...{ ok: false, code: "changed_meanwhile", detail: { fields, mark } },
      });
    },
  );

  it.each(Object.keys(SAMPLES) as Name[])("%s: is nobody's but theirs who may change the event", async (name) => {
    const { scope } = await opened();
    const { scope: viewer } = await inviter(NOW, "VIEWER");
    const before = await rowCounts();
    expect(await send(name, viewer, SAMPLES[name])).toMatchObject({ ok: false, code: "event_gone" });
    const host = { ...scope, reach: { kind: "hosted-sessions", organisationId: scope.organisationId } } as EventScope;
    expect(await send(name, scope, SAMPLES[name], host)).toMatchObject({ ok: false, code: "event_gone" });
    expect(await rowCounts()).toEqual(before);
  });
});

describe("the basics", () => {
  it("stand on the event's page at once, English falling back to Swedish, and raise the revision", async () => {
    const { event, scope } = await opened();
    const changes = { titleSv: "Nytt namn", titleEn: "", summaryEn: "New words", accent: "1F6F54", unlisted: "on" };
    expect(await send("basics", scope, changes)).toMatchObject({ ok: true });
    const page = await findPublishedEvent(event.slug, NOW);
    expect(page).toMatchObject({ title: { sv: "Nytt namn", en: "Nytt namn" }, accent: "#1f6f54", isUnlisted: true });
    const { revision } = await db.event.findUniqueOrThrow({ where: { id: event.id } });
    expect(revision).toBeGreaterThan(event.revision);
    expect((await getEventBasics(scope)).fields["titleEn"]).toBe("");
  });

  it("move a draft's address, but not one that has been published or that somebody has", async () => {
    const { scope: draft } = await opened({ status: "DRAFT", publishedAt: null });
    const { event, scope } = await opened();
    expect(await send("basics", draft, { slug: event.slug })).toEqual(refused({ slug: "slug_taken" }));
    const slug = `ny-${event.slug}`;
    expect(await send("basics", draft, { slug })).toMatchObject({ ok: true, value: { slug } });
    expect(await send("basics", scope, { slug: "annan-adress" })).toEqual(refused({ slug: "slug_fixed" }));
  });

  it.each([
    [{ titleSv: "" }, { titleSv: "required" }],
    [{ slug: "Å" }, { slug: "slug_invalid" }],
    [{ accent: "röd" }, { accent: "colour_invalid" }],
    [{ contactEmail: "a@b" }, { contactEmail: "email_invalid" }],
    [{ series: "påhittad" }, { series: "choice_unknown" }],
    [{ unlisted: "ja" }, { unlisted: "wrong_type" }],
    [{ titleEn: ["a", "b"] }, { titleEn: "wrong_type" }],
  ])("refuse %o", async (changes, detail) => {
    const { scope } = await opened();
    expect(await send("basics", scope, changes)).toEqual(refused(detail));
  });
});

describe("the days", () => {
  it("move with what happens on them, change places, and keep deadlines within", async () => {
    const { event, scope } = await opened({ dayCount: 2, daysAhead: 40 });
    const [first, second] = event.days.map(({ id }) => id);
    const session = await createSession(db, event, { dayId: first ?? null });
    const moved = { [`days.${first}.date`]: inDays(41), [`days.${second}.date`]: inDays(42) };
    expect(await send("days", scope, moved)).toMatchObject({ ok: true });
    const later = await db.session.findUniqueOrThrow({ where: { id: session.id } });
    expect(later.startsAt.getTime() - session.startsAt.getTime()).toBe(24 * 3_600_000);
    const swapped = { [`days.${first}.date`]: inDays(42), [`days.${second}.date`]: inDays(41) };
    expect(await send("days", scope, swapped)).toMatchObject({ ok: true });
    const page = await findPublishedEvent(event.slug, NOW);
    expect([page?.startsOn, page?.endsOn].map(String)).toEqual([inDays(41), inDays(42)]);
    const after = await db.event.findUniqueOrThrow({ where: { id: event.id } });
    expect(after.calendarSequence).toBeGreaterThan(event.calendarSequence);
    expect(after.needsDeletedOn.getTime() - after.endsOn.getTime()).toBe(
      event.needsDeletedOn.getTime() - event.endsOn.getTime(),
    );
  });

  it("are added and removed, but not while somebody comes or something happens on them", async () => {
    const { event, scope } = await opened({ dayCount: 3 });
    const [first, second, third] = event.days.map(({ id }) => id);
    await createSession(db, event, { dayId: first ?? null });
    const registered = await register(
      event.slug,
      person({ days: [event.days[1]?.date.toISOString().slice(0, 10)] }),
      NOW,
    );
    expect(registered.ok).toBe(true);
    expect(await send("days", scope, { [`days.${first}.remove`]: "on", [`days.${second}.remove`]: "on" })).toEqual(
      refused({ [`days.${first}.remove`]: "used_by_sessions", [`days.${second}.remove`]: "used_by_people" }),
    );
    expect(await send("days", scope, { [`days.${third}.remove`]: "on" })).toMatchObject({ ok: true });
    expect(await db.eventDay.count({ where: { eventId: event.id } })).toBe(2);
    const added = { "days.new1.date": inDays(50), "days.new1.opensAt": "09:00", "days.new1.closesAt": "16:30" };
    expect(await send("days", scope, { ...added, "days.new1.places": "7" })).toMatchObject({ ok: true });
    const page = await findPublishedEvent(event.slug, NOW);
    expect(page?.days.at(-1)).toMatchObject({ places: { kind: "left", left: 7 } });
    expect(await quotasOffTheRows(event.id)).toEqual([]);
  });

  it("refuse what cannot be, by field", async () => {
    const { event, scope } = await opened({ dayCount: 2, daysAhead: 40 });
    const [first, second] = event.days.map(({ id }) => id);
    const of = (id: string | undefined, field: string) => `days.${id}.${field}`;
    const gone = "01980000-0000-7000-8000-000000000000";
    const CASES: [Record<string, string>, Record<string, string>][] = [
      [{ [of(second, "date")]: inDays(40) }, { [of(second, "date")]: "date_taken" }],
      [{ [of(first, "date")]: "", [of(first, "titleSv")]: "Dag" }, { [of(first, "date")]: "required" }],
      [{ [of(first, "opensAt")]: "25:00" }, { [of(first, "opensAt")]: "time_invalid" }],
      [{ [of(first, "closesAt")]: "08:00" }, { [of(first, "closesAt")]: "ends_before_start" }],
      [{ [of(first, "places")]: "många" }, { [of(first, "places")]: "number_invalid" }],
      [{ lastRegistrationDay: inDays(42) }, { lastRegistrationDay: "after_last_day" }],
      [{ lastRegistrationDay: inDays(-8) }, { lastRegistrationDay: "before_opening" }],
      [{ lastRegistrationDay: "" }, { lastRegistrationDay: "required" }],
      [{ venueSteps: "30" }, { venueSteps: "steps_invalid" }],
      [{ [of(first, "remove")]: "on", [of(second, "remove")]: "on" }, { [of(first, "remove")]: "last_one" }],
      [
        { [of(gone, "date")]: inDays(44), [of(gone, "opensAt")]: "09", [of(gone, "closesAt")]: "10" },
        { [of(gone, "date")]: "row_gone" },
      ],
    ];
    for (const [changes, detail] of CASES) expect(await send("days", scope, changes)).toEqual(refused(detail));
  });

  it("are not emptied by leaving a stored date blank", async () => {
    const { event, scope } = await opened();
    const [only] = event.days.map(({ id }) => id);
    expect(await send("days", scope, { [`days.${only}.date`]: "" })).toEqual(
      refused({ [`days.${only}.date`]: "required" }),
    );
  });
});

describe("the venue", () => {
  it("is made with rooms, shown to visitors, and left again; a room in use stays", async () => {
    const { event, scope } = await opened();
    const place = {
      venue: "new",
      name: "Folkets hus",
      city: "Malmö",
      accessibilitySv: "Hiss",
      "rooms.new1.name": "Stora",
    };
    expect(await send("venue", scope, { ...place, "rooms.new1.seats": "200" })).toMatchObject({ ok: true });
    expect((await findPublishedEvent(event.slug, NOW))?.venue).toMatchObject({ name: "Folkets hus", city: "Malmö" });
    const room = await db.room.findFirstOrThrow({ where: { venue: { events: { some: { id: event.id } } } } });
    expect(room).toMatchObject({ name: "Stora", seats: 200 });
    expect(await send("venue", scope, { "rooms.new1.name": "Stora" })).toEqual(
      refused({ "rooms.new1.name": "name_taken" }),
    );
    const session = await createSession(db, event, {});
    await db.session.update({ where: { id: session.id }, data: { roomId: room.id } });
    expect(await send("venue", scope, { [`rooms.${room.id}.remove`]: "on" })).toEqual(
      refused({ [`rooms.${room.id}.remove`]: "used_by_sessions" }),
    );
    await db.session.delete({ where: { id: session.id } });
    expect(await send("venue", scope, { [`rooms.${room.id}.remove`]: "on" })).toMatchObject({ ok: true });
    expect(await send("venue", scope, { name: "" })).toEqual(refused({ name: "required" }));
    expect(await send("venue", scope, { venue: "" })).toMatchObject({ ok: true });
    expect((await findPublishedEvent(event.slug, NOW))?.venue).toBeNull();
  });

  it("is never another organisation's", async () => {
    const { scope } = await opened();
    const other = await createOrganisation(db);
    const venue = await db.venue.create({ data: { organisationId: other.id, name: "Deras", city: "Lund" } });
    expect(await send("venue", scope, { venue: venue.id })).toEqual(refused({ venue: "choice_unknown" }));
    expect(await send("venue", scope, { venue: "x" })).toEqual(refused({ venue: "choice_unknown" }));
  });
});

describe("categories and places", () => {
  it("are added, priced, ordered and limited; fewer places than are taken evict nobody", async () => {
    const { event, scope } = await opened({ dayCount: 2 });
    await register(event.slug, person({}), NOW);
    const [first] = event.categories.map(({ id }) => id);
    const [day] = event.days.map(({ id }) => id);
    const own = {
      ...{ nameSv: "Student", nameEn: "Student", price: "99,50", vat: "60", places: "5", position: "0" },
      ...{ earlyPrice: "50", earlyUntil: inDays(5), [`dayPrices.${day}`]: "40" },
    };
    const changes = Object.fromEntries(Object.entries(own).map(([name, value]) => [`categories.new1.${name}`, value]));
    expect(await send("categories", scope, { ...changes, places: "0" })).toMatchObject({ ok: true });
    const rows = await db.category.findMany({
      where: { eventId: event.id },
      include: { quota: true, dayPrices: true },
      orderBy: { position: "asc" },
    });
    expect(rows.map(({ key }) => key)).toEqual(["student", "deltagare"]);
    expect(rows[0]).toMatchObject({ priceOre: 9950, vatPerMille: 60, earlyPriceOre: 5000, quota: { capacity: 5 } });
    expect(rows[0]?.dayPrices).toMatchObject([{ dayId: day, priceOre: 4000 }]);
    expect(await db.registration.count({ where: { eventId: event.id, state: "CONFIRMED" } })).toBe(1);
    expect(await register(event.slug, person({}), NOW)).toMatchObject({ ok: false });
    expect(await send("categories", scope, { places: "2", [`categories.${first}.places`]: "2" })).toMatchObject({
      ok: true,
    });
    expect(await quotasOffTheRows(event.id)).toEqual([]);
  });

  it("stay while somebody is in them, invited to them or holds their code, and while they are the last", async () => {
    const { event, scope } = await opened();
    const [first] = event.categories.map(({ id }) => id);
    const remove = (id: string | undefined) => send("categories", scope, { [`categories.${id}.remove`]: "on" });
    const why = (id: string | undefined, code: string) => refused({ [`categories.${id}.remove`]: code });
    expect(await remove(first)).toEqual(why(first, "last_one"));
    await register(event.slug, person({}), NOW);
    expect(await remove(first)).toEqual(why(first, "used_by_people"));
    expect(await send("categories", scope, { "categories.new1.nameSv": "Gäst" })).toMatchObject({ ok: true });
    const { id } = await db.category.findFirstOrThrow({ where: { eventId: event.id, key: "gast" } });
    await createInvitation(db, event.id, { categoryId: id });
    expect(await remove(id)).toEqual(why(id, "used_by_invitations"));
    await db.invitation.deleteMany({ where: { categoryId: id } });
    const voucher = await db.voucher.create({ data: { eventId: event.id, code: "GAST", categoryId: id } });
    expect(await remove(id)).toEqual(why(id, "used_by_codes"));
    await db.voucher.delete({ where: { id: voucher.id } });
    expect(await remove(id)).toMatchObject({ ok: true });
  });

  it("refuse what cannot be, by field, another event's category included", async () => {
    const { event, scope } = await opened();
    const { event: other } = await opened();
    const [own, foreign] = [event.categories[0]?.id, other.categories[0]?.id];
    const of = (field: string, id = own) => `categories.${id}.${field}`;
    const CASES: [Record<string, string>, Record<string, string>][] = [
      [{ [of("nameSv")]: "" }, { [of("nameSv")]: "required" }],
      [{ [of("price")]: "gratis" }, { [of("price")]: "price_invalid" }],
      [{ [of("earlyPrice")]: "10" }, { [of("earlyUntil")]: "early_incomplete" }],
      [{ [of("vat")]: "999" }, { [of("vat")]: "choice_unknown" }],
      [{ places: "-1" }, { places: "number_invalid" }],
      [{ [of("nameSv", foreign)]: "Kapad" }, { [of("nameSv", foreign)]: "row_gone" }],
    ];
    for (const [changes, detail] of CASES) expect(await send("categories", scope, changes)).toEqual(refused(detail));
    const untouched = await db.category.findUniqueOrThrow({ where: { id: foreign ?? "" } });
    expect(untouched.name).toEqual(other.categories[0]?.name);
  });
});

describe("partners", () => {
  it("are named by name or short name, see what was chosen, and go when they host nothing", async () => {
    const { event, scope } = await opened();
    const partner = await createOrganisation(db);
    const add = (organisation: string) =>
      send("partners", scope, {
        ...{ "partners.new1.organisation": organisation, "partners.new1.kind": "PARTNER" },
        "partners.new1.access": "OWN_SESSIONS",
      });
    const why = (code: string) => refused({ "partners.new1.organisation": code });
    expect(await add("Finns inte")).toEqual(why("organisation_unknown"));
    const own = await db.organisation.findUniqueOrThrow({ where: { id: event.organisationId } });
    expect(await add(own.slug)).toEqual(why("organisation_own"));
    expect(await add(partner.name.toUpperCase())).toMatchObject({ ok: true });
    expect(await add(partner.slug)).toEqual(why("organisation_twice"));
    const page = await findPublishedEvent(event.slug, NOW);
    expect(page?.coOrganisers).toEqual([{ name: partner.name, kind: "PARTNER" }]);
    const session = await createSession(db, event, { hostOrganisationId: partner.id });
    const remove = () => send("partners", scope, { [`partners.${partner.id}.remove`]: "on" });
    expect(await remove()).toEqual(refused({ [`partners.${partner.id}.remove`]: "used_by_sessions" }));
    await db.session.delete({ where: { id: session.id } });
    expect(await remove()).toMatchObject({ ok: true });
    expect(await db.coOrganiser.count({ where: { eventId: event.id } })).toBe(0);
  });
});
