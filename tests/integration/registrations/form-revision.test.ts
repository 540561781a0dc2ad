import { describe, expect, it } from "vitest";
import { connect, database } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { admitTogether } from "@/lib/registrations/admission/admit-together";
import { findRegistrationForm } from "@/lib/registrations/queries/registration-form";
import { formSelect } from "@/lib/registrations/rules/form-of-event";
import { NOW } from "../../support/clock";
import { createEvent } from "../../support/factories/event";
import { createSession } from "../../support/factories/session";
import { application, person, register } from "../../support/registering";

const db = database();
const localised = (text: string) => ({ sv: text, en: text });

async function preparedEvent() {
  const event = await createEvent(db, { dayCount: 2 }, NOW);
  const [day] = event.days;
  const [category] = event.categories;
  if (!day || !category) throw new Error("an event without a day or a category");
  await db.category.update({ where: { id: category.id }, data: { priceOre: 80_000 } });
  const venue = await db.venue.create({
    data: { organisationId: event.organisationId, name: `Hus ${event.slug}`, city: "Lund" },
  });
  const room = await db.room.create({ data: { venueId: venue.id, name: "Stora salen" } });
  const session = await createSession(db, event, { signUp: true, roomId: room.id });
  const question = await db.question.create({
    data: { eventId: event.id, key: "fraga", kind: "TEXT", label: localised("Fråga"), position: 1 },
  });
  return { event, day, category, room, session, question };
}
type Prepared = Awaited<ReturnType<typeof preparedEvent>>;

const read = (slug: string) => db.event.findUniqueOrThrow({ where: { slug }, select: formSelect });

describe("what the form is made of", () => {
  it.each<[string, (on: Prepared) => Promise<unknown>]>([
    ["the event", ({ event }) => db.event.update({ where: { id: event.id }, data: { waitingList: true } })],
    [
      "its organisation's name",
      ({ event }) =>
        db.organisation.update({ where: { id: event.organisationId }, data: { name: `Ny ${event.slug}` } }),
    ],
    ["a category", ({ category }) => db.category.update({ where: { id: category.id }, data: { priceOre: 100_000 } })],
    [
      "a new category",
      ({ event }) => db.category.create({ data: { eventId: event.id, key: "talare", name: localised("Talare") } }),
    ],
    [
      "a day's price",
      ({ event, category }) =>
        db.categoryDayPrice.createMany({
          data: event.days.map(({ id }) => ({ eventId: event.id, categoryId: category.id, dayId: id, priceOre: 5000 })),
        }),
    ],
    ["a day", ({ day }) => db.eventDay.update({ where: { id: day.id }, data: { title: localised("Första dagen") } })],
    [
      "a session",
      ({ session }) => db.session.update({ where: { id: session.id }, data: { cancelledAt: new Date(0) } }),
    ],
    ["the name of a session's room", ({ room }) => db.room.update({ where: { id: room.id }, data: { name: "Lilla" } })],
    ["a question", ({ question }) => db.question.update({ where: { id: question.id }, data: { required: true } })],
    ["a question taken away", ({ question }) => db.question.delete({ where: { id: question.id } })],
    [
      "how many places there are",
      ({ event }) => db.quota.updateMany({ where: { eventId: event.id }, data: { capacity: 3 } }),
    ],
    [
      "a limit where there was none",
      ({ event, day }) => db.quota.create({ data: { eventId: event.id, dayId: day.id, capacity: 3 } }),
    ],
  ])("raises the revision: %s", async (_, change) => {
    const on = await preparedEvent();
    const before = await read(on.event.slug);
    const shown = await findRegistrationForm(on.event.slug, null, NOW, null, "answer");
    await change(on);
    const after = await read(on.event.slug);
    expect(after.revision).toBeGreaterThan(before.revision);
    const { revision: _old, ...beforeRest } = before;
    const { revision: _new, ...afterRest } = after;
    expect(afterRest).not.toEqual(beforeRest);
    // The process that had read it before answers by the new one.
    expect(await findRegistrationForm(on.event.slug, null, NOW, null, "answer")).not.toEqual(shown);
  });

  it("stays when a place is taken", async () => {
    const event = await createEvent(db, {}, NOW);
    const before = await read(event.slug);
    expect(await register(event.slug, person(), NOW)).toMatchObject({ ok: true });
    const after = await read(event.slug);
    expect(after.revision).toBe(before.revision);
    expect(after.quotas).not.toEqual(before.quotas);
  });
});

it("answers by the event that has the address now", async () => {
  const { event } = await preparedEvent();
  expect(await findRegistrationForm(event.slug, null, NOW, null, "answer")).toMatchObject({ eventId: event.id });
  await db.event.update({ where: { id: event.id }, data: { slug: `${event.slug}-forr` } });
  expect(await findRegistrationForm(event.slug, null, NOW, null, "answer")).toBeNull();
});

it("what everybody waits for is planned once per connection", async () => {
  const event = await createEvent(db, {}, NOW);
  const one = connect(env().DATABASE_URL, { poolSize: 1 });
  try {
    const asked = await application(event.slug, person(), NOW);
    await one.$transaction((tx) => admitTogether(tx, [asked]));
    const prepared = await one.$queryRaw<{ name: string }[]>`SELECT name FROM pg_prepared_statements ORDER BY name`;
    expect(prepared.map(({ name }) => name)).toEqual(["facts-under-lock", "lock-quotas", "write-admission"]);
  } finally {
    await one.$disconnect();
  }
});
