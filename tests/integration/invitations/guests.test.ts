import { describe, expect, it } from "vitest";
import { openAnsweredInvitation } from "@/lib/auth/personal-link-gate";
import { database } from "@/lib/platform/db";
import { bringGuests } from "@/lib/registrations/commands/bring-guests";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { withdrawInvitation } from "@/lib/registrations/commands/withdraw-invitation";
import { getInvitation, guestsLeft } from "@/lib/registrations/queries/my-invitation";
import { NOW } from "../../support/clock";
import type { EventWishes } from "../../support/factories/event";
import { createInvitation } from "../../support/factories/invitation";
import { createRegistration } from "../../support/factories/registration";
import { inviter, opened, waitingMails } from "../../support/inviting";
import { person, quotasOffTheRows, register, rowCounts, scopeOf } from "../../support/registering";

const db = database();
let made = 0;
const guest = () => {
  made += 1;
  return { name: `Gäst ${made}`, email: `gast-${made}@example.org` };
};
const bring = (row: { id: string; eventId: string }, guests = [guest()], idempotencyKey: string | null = null) =>
  bringGuests(opened(row), { guests, idempotencyKey }, NOW);
const told = (outcome: Awaited<ReturnType<typeof bringGuests>>) =>
  outcome.ok ? outcome.value.people.map(({ kind }) => kind) : outcome.code;

/** Somebody who has accepted an invitation that lets so many come along. */
async function accepted(extraGuests: number, wishes: EventWishes = {}) {
  const { event, scope } = await inviter(NOW, "EDITOR", { access: "INVITATION_ONLY", dayCount: 2, ...wishes });
  const row = await createInvitation(db, event.id, { email: `bjuden-${event.slug}@example.org`, extraGuests });
  const days = [event.days[1]?.date.toISOString().slice(0, 10)];
  const mine = await register(event.slug, person({ email: row.email, days }), NOW, { invitation: opened(row) });
  if (!mine.ok) throw new Error(mine.code);
  return { event, scope, row, reference: mine.value.reference };
}

describe("guests of an invited person", () => {
  it("get a place, days, mail and link of their own, on the invited person's booking", async () => {
    const { event, row, reference } = await accepted(2);
    const one = guest();
    expect(told(await bring(row, [one]))).toEqual(["placed"]);
    const rows = await db.registration.findMany({
      where: { guestOfId: row.id },
      include: { days: true, booking: true },
    });
    const inviting = await db.registration.findUniqueOrThrow({ where: { reference } });
    expect(rows).toMatchObject([
      { name: one.name, state: "CONFIRMED", consentedAt: null, bookingId: inviting.bookingId },
    ]);
    expect(rows[0]?.days.map(({ dayId }) => dayId)).toEqual([event.days[1]?.id]);
    const mails = await waitingMails(event.id);
    expect(mails).toContain(`registration-confirmed ${one.email}`);
    expect(mails).toContain(`booking-made ${row.email}`);
    const invitation = await getInvitation(opened(row));
    expect(invitation.guests).toEqual([{ name: one.name, state: "CONFIRMED" }]);
    expect(guestsLeft(invitation)).toBe(1);
    expect(await quotasOffTheRows(event.id)).toEqual([]);
  });

  it("are never more than the invitation allows; a cancelled one leaves room for another", async () => {
    const { row } = await accepted(2);
    expect(told(await bring(row, [guest(), guest(), guest()]))).toBe("too_many_guests");
    expect(told(await bring(row, [guest(), guest()]))).toEqual(["placed", "placed"]);
    expect(told(await bring(row))).toBe("too_many_guests");
    const [first] = await db.registration.findMany({ where: { guestOfId: row.id } });
    await cancelRegistration(await scopeOf(first?.reference ?? ""), NOW);
    expect(told(await bring(row))).toEqual(["placed"]);
  });

  it("asked for many times at once are as many as the invitation allows", async () => {
    const { row } = await accepted(3);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => bring(row)));
    expect(outcomes.filter(({ ok }) => ok).length).toBe(3);
    expect(await db.registration.count({ where: { guestOfId: row.id } })).toBe(3);
  });

  it("race others for the last place: one gets it, nobody is oversold, and it is told who did not get in", async () => {
    const { event, row } = await accepted(3, { capacity: 3, access: "OPEN" });
    const outcomes = await Promise.all([
      bring(row, [guest(), guest(), guest()]),
      ...Array.from({ length: 4 }, () => register(event.slug, person(), NOW)),
    ]);
    const guests = told(outcomes[0]);
    const came = outcomes.slice(1).filter(({ ok }) => ok).length;
    const placed = Array.isArray(guests) ? guests.filter((kind) => kind === "placed").length : 0;
    expect(placed + came).toBe(2);
    if (placed > 0 && placed < 3) expect(guests).toContain("full");
    expect(await db.registration.count({ where: { eventId: event.id, state: "CONFIRMED" } })).toBe(3);
    expect(await quotasOffTheRows(event.id)).toEqual([]);
  });

  it("who get in and who do not are told apart, in their order", async () => {
    const { row } = await accepted(2, { capacity: 2 });
    expect(told(await bring(row, [guest(), guest()]))).toEqual(["placed", "full"]);
    expect(told(await bring(row))).toBe("nobody_placed");
  });

  it("sent twice under the same key are registered once", async () => {
    const { row } = await accepted(5);
    const guests = [guest(), guest()];
    const key = crypto.randomUUID();
    const first = await bring(row, guests, key);
    expect(await bring(row, guests, key)).toEqual(first);
    expect(await bring(row, [guest()], key)).toMatchObject({ code: "idempotency_conflict" });
    expect(await db.registration.count({ where: { guestOfId: row.id } })).toBe(2);
  });

  it("need a name and a good address each, and no address twice; nothing is written before all are right", async () => {
    const { row } = await accepted(5);
    const before = await rowCounts();
    expect(told(await bring(row, []))).toBe("guests_missing");
    expect(await bring(row, [guest(), { name: "", email: "x" }])).toMatchObject({
      code: "invalid",
      detail: { "people.1.name": [{ code: "required" }], "people.1.email": [{ code: "email_invalid" }] },
    });
    const same = guest();
    expect(await bring(row, [guest(), same, same])).toMatchObject({
      detail: { "people.2.email": [{ code: "email_twice" }] },
    });
    expect(await rowCounts()).toEqual(before);
  });

  it("come only with somebody who has a place, while registration is open and the invitation counts", async () => {
    const { event, scope, row, reference } = await accepted(2);
    const unanswered = await createInvitation(db, event.id, { extraGuests: 2 });
    expect(told(await bring(unanswered))).toBe("guests_need_place");
    expect(told(await bring({ id: row.id, eventId: unanswered.id }))).toBe("guests_need_place");
    const late = await bringGuests(
      opened(row),
      { guests: [guest()], idempotencyKey: null },
      NOW.add({ hours: 24 * 25 }),
    );
    expect(told(late)).toBe("closed");
    await cancelRegistration(await scopeOf(reference), NOW);
    expect(told(await bring(row))).toBe("guests_need_place");
    await withdrawInvitation(scope, { id: row.id, withdrawn: true }, NOW);
    expect(told(await bring(row))).toBe("guests_need_place");
  });

  it("whose places cost need a payer on the booking", async () => {
    const { event, row } = await accepted(1);
    await db.category.updateMany({ where: { eventId: event.id }, data: { priceOre: 100_00 } });
    expect(told(await bring(row))).toBe("guests_cost");
  });
});

it("the invitation that a registration answers opens from it, and only that one", async () => {
  const { event, row, reference } = await accepted(1);
  expect(await openAnsweredInvitation(await scopeOf(reference))).toEqual(opened(row));
  const other = await createRegistration(db, event, {}, NOW);
  expect(await openAnsweredInvitation(await scopeOf(other.reference))).toBeNull();
});
