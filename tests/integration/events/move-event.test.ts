import { describe, expect, it } from "vitest";
import { fromDateColumn, toDateColumn } from "@/lib/core/local-date";
import { type LifeStep, moveEvent } from "@/lib/events/commands/move-event";
import { findPublishedEvent, getEventPreview } from "@/lib/events/queries/published-event";
import { getChecklist, getDraftChecklist } from "@/lib/events/queries/publishing-checklist";
import { database } from "@/lib/platform/db";
import { NOW } from "../../support/clock";
import type { EventWishes } from "../../support/factories/event";
import { inviter } from "../../support/inviting";
import { person, register } from "../../support/registering";

const db = database();
const DRAFT: EventWishes = { status: "DRAFT", publishedAt: null };
const today = NOW.toZonedDateTimeISO("Europe/Stockholm").toPlainDate();

async function opened(wishes: EventWishes = {}) {
  const { event, scope } = await inviter(NOW, "EDITOR", wishes);
  return { event, scope, move: (step: LifeStep) => moveEvent(scope, step, NOW) };
}

describe("an event's life", () => {
  it("goes from a draft that only its organisers see to a page, and back while nobody has registered", async () => {
    const { event, scope, move } = await opened(DRAFT);
    expect(await findPublishedEvent(event.slug, NOW)).toBeNull();
    expect(await getEventPreview(scope, NOW)).toMatchObject({ title: event.title, window: { state: "open" } });
    expect(await getDraftChecklist(scope, NOW)).toEqual(await getChecklist(scope, NOW));
    expect(await move("publish")).toMatchObject({ ok: true });
    expect(await findPublishedEvent(event.slug, NOW)).toMatchObject({ window: { state: "open" } });
    expect(await getDraftChecklist(scope, NOW)).toBeNull();
    expect(await move("unpublish")).toMatchObject({ ok: true });
    expect(await findPublishedEvent(event.slug, NOW)).toBeNull();
    expect(await move("publish")).toMatchObject({ ok: true });
    await register(event.slug, person({}), NOW);
    expect(await move("unpublish")).toMatchObject({ ok: false, code: "has_registrations" });
    const audit = await db.auditEntry.findMany({
      where: { eventId: event.id, actorKind: "USER" },
      orderBy: { id: "asc" },
    });
    expect(audit.map(({ action }) => action)).toEqual(["event.published", "event.unpublished", "event.published"]);
  });

  it("does not begin while something that is required is missing", async () => {
    const { move } = await opened({ ...DRAFT, summary: { sv: "", en: "" } });
    expect(await move("publish")).toMatchObject({ ok: false, code: "incomplete" });
  });

  it("closes registration by hand: nobody else is let in, and everybody keeps their place", async () => {
    const { event, move } = await opened();
    await register(event.slug, person({}), NOW);
    expect(await move("close")).toMatchObject({ ok: true });
    expect(await register(event.slug, person({}), NOW)).toMatchObject({ ok: false });
    expect(await findPublishedEvent(event.slug, NOW)).toMatchObject({ window: { state: "closed" } });
    const { lastRegistrationDay } = await db.event.findUniqueOrThrow({ where: { id: event.id } });
    expect(fromDateColumn(lastRegistrationDay).toString()).toBe(today.subtract({ days: 1 }).toString());
    expect(await move("close")).toMatchObject({ ok: false, code: "not_open" });
  });

  it("closes also what would open later", async () => {
    const { event, move } = await opened({ registrationOpensOn: toDateColumn(today.add({ days: 3 })) });
    expect(await move("close")).toMatchObject({ ok: true });
    expect(await findPublishedEvent(event.slug, NOW)).toMatchObject({ window: { state: "closed" } });
  });

  it("is archived when it is over, and taken out again", async () => {
    const { event, move } = await opened();
    expect(await move("archive")).toMatchObject({ ok: false, code: "not_over" });
    const past = toDateColumn(today.subtract({ days: 1 }));
    const data = { startsOn: past, endsOn: past, lastRegistrationDay: past };
    await db.event.update({ where: { id: event.id }, data });
    expect(await move("archive")).toMatchObject({ ok: true });
    expect(await findPublishedEvent(event.slug, NOW)).toMatchObject({ status: "ARCHIVED", window: { state: "over" } });
    expect(await move("restore")).toMatchObject({ ok: true });
  });

  it("takes no step that is not its next", async () => {
    const draft = await opened(DRAFT);
    for (const step of ["unpublish", "close", "archive", "restore"] as const)
      expect(await draft.move(step)).toMatchObject({ ok: false, code: "not_now" });
    const published = await opened();
    for (const step of ["publish", "restore"] as const)
      expect(await published.move(step)).toMatchObject({ ok: false, code: "not_now" });
  });

  it("is in nobody's hands but theirs who may change the event", async () => {
    const { event, scope } = await inviter(NOW, "VIEWER", DRAFT);
    expect(await moveEvent(scope, "publish", NOW)).toMatchObject({ ok: false, code: "event_gone" });
    expect(await db.event.findUniqueOrThrow({ where: { id: event.id } })).toMatchObject({ status: "DRAFT" });
  });
});
