import { describe, expect, it } from "vitest";
import { findPublishedEvent } from "@/lib/events/queries/published-event";
import { database } from "@/lib/platform/db";
import { declineInvitation } from "@/lib/registrations/commands/decline-invitation";
import { findRegistrationForm } from "@/lib/registrations/queries/registration-form";
import { at, NOW } from "../../support/clock";
import { createCategory } from "../../support/factories/category";
import { createEvent } from "../../support/factories/event";
import { createInvitation } from "../../support/factories/invitation";
import { createVoucher } from "../../support/factories/voucher";
import { opened } from "../../support/inviting";
import { person, register, rowCounts } from "../../support/registering";

const db = database();
const ONLY = { access: "INVITATION_ONLY" } as const;
const answer = (id: string) => db.invitation.findUniqueOrThrow({ where: { id }, include: { registration: true } });

describe("an invitation that is bound to its address", () => {
  it("takes that address in any capitals, and no other, with nothing written", async () => {
    const event = await createEvent(db, ONLY, NOW);
    const row = await createInvitation(db, event.id, { email: "Bjuden@example.org" });
    const before = await rowCounts();
    expect(await register(event.slug, person(), NOW, { invitation: opened(row) })).toMatchObject({
      code: "invalid",
      detail: { email: [{ code: "invitation_bound" }] },
    });
    expect(await rowCounts()).toEqual(before);
    const body = person({ email: "BJUDEN@example.org", name: "Nytt Efternamn" });
    expect(await register(event.slug, body, NOW, { invitation: opened(row) })).toMatchObject({ ok: true });
    expect(await answer(row.id)).toMatchObject({ state: "ACCEPTED", registration: { name: "Nytt Efternamn" } });
  });

  it("does not keep others at the same browser from registering where everybody may; it stays unanswered", async () => {
    const event = await createEvent(db, {}, NOW);
    const hidden = await createCategory(db, event.id, { key: "chefer", hidden: true });
    const row = await createInvitation(db, event.id, { categoryId: hidden.id });
    const body = person({ category: "deltagare" });
    expect(await register(event.slug, body, NOW, { invitation: opened(row) })).toMatchObject({ ok: true });
    expect(await answer(row.id)).toMatchObject({ state: "SENT", registration: null });
    const other = person({ category: "chefer" });
    expect(await register(event.slug, other, NOW, { invitation: opened(row) })).toMatchObject({
      detail: { category: [{ code: "choice_unknown" }] },
    });
  });
});

describe("an invitation that may be passed on", () => {
  it("is answered by whoever uses it, under their own name and address, and then used", async () => {
    const event = await createEvent(db, { ...ONLY, invitationsForwardable: true }, NOW);
    const row = await createInvitation(db, event.id);
    const body = person({ name: "Kollega Karlsson", email: "kollega@example.org" });
    expect(await register(event.slug, body, NOW, { invitation: opened(row) })).toMatchObject({ ok: true });
    expect(await answer(row.id)).toMatchObject({ state: "ACCEPTED", registration: { email: "kollega@example.org" } });
  });

  it("accepted by two at once brings one", async () => {
    const event = await createEvent(db, { ...ONLY, invitationsForwardable: true }, NOW);
    const row = await createInvitation(db, event.id);
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => register(event.slug, person(), NOW, { invitation: opened(row) })),
    );
    expect(outcomes.map((one) => (one.ok ? "in" : one.code)).sort()).toEqual([
      "in",
      ...Array(5).fill("invitation_used"),
    ]);
    expect(await db.registration.count({ where: { eventId: event.id } })).toBe(1);
  });

  it("twice by the same person is once", async () => {
    const event = await createEvent(db, ONLY, NOW);
    const row = await createInvitation(db, event.id, { email: "en@example.org" });
    const body = person({ email: "en@example.org" });
    const outcomes = await Promise.all([1, 2].map(() => register(event.slug, body, NOW, { invitation: opened(row) })));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await db.registration.count({ where: { eventId: event.id } })).toBe(1);
  });
});

it("somebody who declined changes their mind until the deadline, and not after it", async () => {
  const event = await createEvent(db, ONLY, NOW);
  const late = await createInvitation(db, event.id, { email: "sen@example.org" });
  const soon = await createInvitation(db, event.id, { email: "snar@example.org" });
  for (const row of [late, soon])
    expect(await declineInvitation(opened(row), { reason: "Semester" }, NOW)).toMatchObject({ ok: true });
  const border = at("2026-10-06 00:00");
  const lastMoment = border.subtract({ seconds: 1 });
  const yes = (row: typeof late, moment: typeof border) =>
    register(event.slug, person({ email: row.email }), moment, { invitation: opened(row) });
  expect(await yes(soon, lastMoment)).toMatchObject({ ok: true });
  expect(await yes(late, border)).toMatchObject({ code: "closed" });
  expect(await answer(soon.id)).toMatchObject({ state: "ACCEPTED", declineReason: null });
  expect(await answer(late.id)).toMatchObject({ state: "DECLINED", declineReason: "Semester" });
});

describe("open, but invited first", () => {
  const wishes = { access: "INVITED_FIRST", openToAllOn: new Date("2026-09-20T00:00:00Z") } as const;
  const opening = at("2026-09-20 00:00");

  it("lets the invited in at once and everybody from the start of the day", async () => {
    const event = await createEvent(db, wishes, NOW);
    const row = await createInvitation(db, event.id, { email: "forst@example.org" });
    const before = opening.subtract({ seconds: 1 });
    expect(await register(event.slug, person(), before)).toMatchObject({ code: "invitation_required" });
    const body = person({ email: "forst@example.org" });
    expect(await register(event.slug, body, before, { invitation: opened(row) })).toMatchObject({ ok: true });
    expect(await findRegistrationForm(event.slug, null, before)).toMatchObject({
      needsInvitation: true,
      openToAllOn: "2026-09-20",
    });
    expect(await findRegistrationForm(event.slug, null, opening)).toMatchObject({
      needsInvitation: false,
      openToAllOn: null,
    });
    const { openToAllOn } = (await findPublishedEvent(event.slug, before)) ?? {};
    expect(openToAllOn?.toString()).toBe("2026-09-20");
    expect(await findPublishedEvent(event.slug, opening)).toMatchObject({ openToAllOn: null });
    expect(await register(event.slug, person(), opening)).toMatchObject({ ok: true });
  });
});

describe("a code at an event for invited people only", () => {
  it("opens its own hidden category to its bearer, for as many as it counts, and no other category", async () => {
    const event = await createEvent(db, ONLY, NOW);
    const hidden = await createCategory(db, event.id, { key: "partner", hidden: true });
    await createVoucher(db, event.id, { code: "PARTNER", categoryId: hidden.id, uses: 1 });
    expect(await register(event.slug, person({ category: "partner" }), NOW)).toMatchObject({
      code: "invitation_required",
    });
    const withCode = (category: string) => person({ category, code: "partner" });
    expect(await register(event.slug, withCode("deltagare"), NOW)).toMatchObject({
      detail: { category: [{ code: "choice_unknown" }] },
    });
    expect(await register(event.slug, withCode("partner"), NOW)).toMatchObject({ ok: true });
    expect(await register(event.slug, withCode("partner"), NOW)).toMatchObject({
      detail: { code: [{ code: "code_used_up" }] },
    });
    expect(await register(event.slug, person({ code: "annan" }), NOW)).toMatchObject({
      detail: { code: [{ code: "code_unknown" }] },
    });
  });
});
