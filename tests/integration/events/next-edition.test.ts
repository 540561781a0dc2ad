import { describe, expect, it } from "vitest";
import { fromTimestamp, toTimestamp } from "@/lib/core/clock";
import { fromDateColumn, toDateColumn } from "@/lib/core/local-date";
import { createNextEdition } from "@/lib/events/commands/create-next-edition";
import { getEditionReview } from "@/lib/events/queries/edition-review";
import { database } from "@/lib/platform/db";
import { at, NOW } from "../../support/clock";
import { inviter } from "../../support/inviting";
import { person, register } from "../../support/registering";

const db = database();

/** An event in October 2026 with something of everything. Its next edition is after the change from summer time. */
async function edition() {
  const { event, scope } = await inviter(NOW, "EDITOR", {
    ...{ dayCount: 2, title: { sv: "Forum 2026", en: "Forum 2026" }, slug: `forum-${crypto.randomUUID()}` },
    ...{ accent: "#123456", evaluationUrl: "https://example.org/2026", offersPaused: true },
  });
  const [eventId, dayId, categoryId] = [event.id, event.days[0]?.id ?? "", event.categories[0]?.id ?? ""];
  const early = toDateColumn(fromDateColumn(event.startsOn).subtract({ days: 20 }));
  await db.category.update({
    where: { id: categoryId },
    data: { earlyPriceOre: 900, earlyUntil: early, dayPrices: { create: { dayId, priceOre: 500 } } },
  });
  const title = { sv: "Samtal", en: "Talk" };
  const hours = { startsAt: at("2026-10-25 10:00"), endsAt: at("2026-10-25 11:00") };
  const session = await db.session.create({
    data: {
      ...{ eventId, dayId, kind: "TALK", title, abstract: { sv: "Som 2025", en: "As in 2025" } },
      ...{ startsAt: toTimestamp(hours.startsAt), endsAt: toTimestamp(hours.endsAt) },
      quota: { create: { capacity: 12 } },
    },
  });
  const gone = { eventId, kind: "TALK" as const, title, cancelledAt: toTimestamp(NOW) };
  await db.session.create({
    data: {
      ...{ ...gone, startsAt: toTimestamp(hours.startsAt), endsAt: toTimestamp(hours.endsAt) },
      quota: { create: { capacity: 3 } },
    },
  });
  const asked = { eventId, kind: "TEXT" as const, label: { sv: "Kost?", en: "Diet?" } };
  await db.question.createMany({
    data: [
      { ...asked, key: "kost", lastAnswerDay: early },
      { ...asked, key: "gammal", retiredAt: toTimestamp(NOW) },
    ],
  });
  await db.reminderRule.create({
    data: {
      ...{ eventId, kind: "CONFIRMED", anchor: "EVENT_START", offsetDays: -7, localTime: "09:00", categoryId },
      runs: {
        create: { scheduledAt: toTimestamp(NOW), outcome: "ENQUEUED", recipients: 4, handledAt: toTimestamp(NOW) },
      },
    },
  });
  const speaker = await db.speaker.create({ data: { organisationId: event.organisationId, name: "Tove Talare" } });
  await db.sessionSpeaker.create({ data: { sessionId: session.id, speakerId: speaker.id } });
  await db.voucher.create({
    data: { eventId, code: "RABATT", offPerMille: 100, quota: { create: { capacity: 5 } } },
  });
  await register(event.slug, person({}), NOW);
  return { event, scope };
}

describe("the next edition", () => {
  it("has what the event is made of, every date moved alike, clock times kept, and nobody in it", async () => {
    const { event, scope } = await edition();
    const first = fromDateColumn(event.startsOn).add({ days: 364 });
    const made = await createNextEdition(scope, { first: first.toString() }, NOW);
    if (!made.ok) throw new Error(made.code);
    expect(made.value.slug).toBe("forum-2027");
    const next = await db.event.findUniqueOrThrow({
      where: { slug: made.value.slug },
      include: {
        ...{ days: { orderBy: { date: "asc" } }, categories: { include: { dayPrices: true } }, quotas: true },
        ...{
          sessions: { include: { quota: true, speakers: true } },
          questions: true,
          reminderRules: { include: { runs: true } },
        },
        ...{ registrations: true, vouchers: true, invitations: true, outbox: true, auditEntries: true, series: true },
      },
    });
    expect(next).toMatchObject({
      ...{ status: "DRAFT", title: { sv: "Forum 2027", en: "Forum 2027" }, accent: "#123456", evaluationUrl: null },
      ...{ offersPaused: false, publishedAt: null, registrations: [], vouchers: [], invitations: [], outbox: [] },
      series: { name: { sv: "Forum", en: "Forum" } },
    });
    const moved = (date: Date | null | undefined) => date && fromDateColumn(date).subtract({ days: 364 }).toString();
    const old = await db.event.findUniqueOrThrow({ where: { id: event.id }, include: { categories: true } });
    for (const column of [
      "startsOn",
      "endsOn",
      "lastRegistrationDay",
      "registrationOpensOn",
      "needsDeletedOn",
    ] as const)
      expect(moved(next[column]), column).toBe(old[column] && fromDateColumn(old[column]).toString());
    expect(old.seriesId).toBe(next.seriesId);
    expect(next.days.map(({ date }) => moved(date))).toEqual(
      event.days.map(({ date }) => fromDateColumn(date).toString()),
    );
    const local = (date: Date | undefined) =>
      date && fromTimestamp(date).toZonedDateTimeISO("Europe/Stockholm").toPlainDateTime();
    expect(next.sessions).toHaveLength(1);
    expect(local(next.sessions[0]?.startsAt)?.toString()).toBe("2027-10-24T10:00:00");
    expect(next.sessions[0]).toMatchObject({ dayId: next.days[0]?.id, quota: { capacity: 12, used: 0 }, speakers: [] });
    expect(next.quotas.map(({ capacity, used }) => [capacity, used]).sort()).toEqual([
      [100, 0],
      [12, 0],
    ]);
    expect(moved(next.categories[0]?.earlyUntil)).toBe(
      old.categories[0]?.earlyUntil && fromDateColumn(old.categories[0].earlyUntil).toString(),
    );
    expect(next.categories[0]?.dayPrices).toMatchObject([{ dayId: next.days[0]?.id, priceOre: 500 }]);
    expect(next.questions.map(({ key }) => key)).toEqual(["kost"]);
    expect(next.reminderRules).toMatchObject([{ offsetDays: -7, categoryId: next.categories[0]?.id, runs: [] }]);
    expect(next.auditEntries).toMatchObject([
      { action: "event.edition-created", subjectId: event.id, detail: { days: 364 } },
    ]);

    // The form sent twice makes one.
    expect(await createNextEdition(scope, { first: first.toString() }, NOW)).toMatchObject({ code: "edition_exists" });
    const review = await getEditionReview({ eventId: next.id }, "", NOW);
    expect(review).toMatchObject({ stage: "made", mentions: [{ kind: "session", words: ["2025"] }] });
    expect(review.dates.every(({ before, after }) => before?.add({ days: 364 }).equals(after))).toBe(true);
    expect(await getEditionReview(scope, first.toString(), NOW)).toMatchObject({
      stage: "planned",
      left: { registrations: 1, vouchers: 1, speakers: 1 },
    });
  });

  it("wants a first day ahead, and somebody who may edit the whole event", async () => {
    const { event, scope } = await inviter(NOW);
    const today = NOW.toZonedDateTimeISO("Europe/Stockholm").toPlainDate();
    const made = (first: string) => createNextEdition(scope, { first }, NOW);
    expect(await made("")).toMatchObject({ code: "first_day_missing" });
    expect(await made("9999-12-31")).toMatchObject({ code: "first_day_missing" });
    expect(await made("2026-02-30")).toMatchObject({ code: "first_day_missing" });
    expect(await made(today.toString())).toMatchObject({ code: "first_day_past" });
    const viewer = { ...scope, role: "VIEWER" } as typeof scope;
    const host = { ...scope, reach: { kind: "hosted-sessions", organisationId: scope.organisationId } } as typeof scope;
    const here = { ...scope, thisEventOnly: true } as typeof scope;
    for (const other of [viewer, host, here])
      expect(await createNextEdition(other, { first: today.add({ days: 400 }).toString() }, NOW)).toMatchObject({
        code: "event_gone",
      });
    expect(await db.event.findMany({ where: { organisationId: event.organisationId } })).toHaveLength(1);
    expect(await db.event.findUnique({ where: { id: event.id } })).toMatchObject({ seriesId: null });
  });
});
