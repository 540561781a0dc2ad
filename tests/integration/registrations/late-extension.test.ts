import { describe, expect, it } from "vitest";
import type { InvitationScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { changeRegistration } from "@/lib/registrations/commands/change-registration";
import { extendDeadlines } from "@/lib/registrations/commands/extend-deadlines";
import { findRegistrationForm } from "@/lib/registrations/queries/registration-form";
import { at, NOW } from "../../support/clock";
import { createEvent } from "../../support/factories/event";
import { createInvitation } from "../../support/factories/invitation";
import { createMember } from "../../support/factories/member";
import { createRegistration } from "../../support/factories/registration";
import { person, register, scopeOf } from "../../support/registering";
import { scopeOf as eventScopeOf } from "../../support/signed-in";

const db = database();
const PASSED = new Date("2026-09-10T00:00:00Z");

async function organiser(role: "EDITOR" | "VIEWER" = "EDITOR") {
  const event = await createEvent(db, { lastEditDay: PASSED, lastCancelDay: PASSED, daysAhead: 10 }, NOW);
  const member = await createMember(db, event.organisationId, role);
  return { event, scope: await eventScopeOf(member.id, event.slug, NOW) };
}

describe("a late extension for one person", () => {
  it("lets this person, and nobody else, change and cancel through the day", async () => {
    const { event, scope } = await organiser();
    const [one, other] = [await createRegistration(db, event, {}, NOW), await createRegistration(db, event, {}, NOW)];
    const [mine, others] = [await scopeOf(one.reference), await scopeOf(other.reference)];
    expect(await changeRegistration(mine, { jobTitle: "Chef" }, NOW)).toMatchObject({ code: "edit_closed" });
    const whose = { reference: one.reference };
    expect(await extendDeadlines(scope, { whose, body: { through: "2026-09-20" } }, NOW)).toMatchObject({ ok: true });
    const border = at("2026-09-21 00:00");
    expect(await changeRegistration(mine, { jobTitle: "Chef" }, border.subtract({ seconds: 1 }))).toMatchObject({
      ok: true,
    });
    expect(await changeRegistration(mine, { jobTitle: "Sent" }, border)).toMatchObject({ code: "edit_closed" });
    expect(await cancelRegistration(others, NOW)).toMatchObject({ code: "cancel_closed" });
    expect(await cancelRegistration(mine, NOW)).toMatchObject({ ok: true });
    const audit = await db.auditEntry.findFirstOrThrow({ where: { action: "registration.extended" } });
    expect(audit).toMatchObject({ subjectId: one.id, actorKind: "USER", detail: { through: "2026-09-20" } });
  });

  it("is taken back with an empty day, and refused outside the event's time", async () => {
    const { event, scope } = await organiser();
    const { reference } = await createRegistration(db, event, {}, NOW);
    const extend = (through: unknown) => extendDeadlines(scope, { whose: { reference }, body: { through } }, NOW);
    for (const through of ["2026-09-14", "2026-09-26", "igår", null, 5])
      expect(await extend(through)).toMatchObject({ code: "extension_date" });
    // The first and the last day that can be: today where the event is, and its last day.
    for (const through of ["2026-09-15", "2026-09-25", ""]) expect(await extend(through)).toMatchObject({ ok: true });
    const row = await db.registration.findUniqueOrThrow({ where: { reference } });
    expect(row.extendedThrough).toBeNull();
  });

  it("finds nothing at another event, nor for who may only read", async () => {
    const { scope } = await organiser();
    const other = await organiser("VIEWER");
    const row = await createRegistration(db, other.event, {}, NOW);
    const request = { whose: { reference: row.reference }, body: { through: "2026-09-20" } };
    for (const each of [scope, other.scope])
      expect(await extendDeadlines(each, request, NOW)).toMatchObject({ code: "registration_not_found" });
  });

  it("of an invitation lets that person register after the last registration day", async () => {
    const only = { access: "INVITATION_ONLY", invitationsForwardable: true } as const;
    const event = await createEvent(db, { ...only, lastRegistrationDay: PASSED, daysAhead: 10 }, NOW);
    const member = await createMember(db, event.organisationId, "OWNER");
    const scope = await eventScopeOf(member.id, event.slug, NOW);
    const [late, usual] = [await createInvitation(db, event.id), await createInvitation(db, event.id)];
    const opened = ({ id }: { id: string }) => ({ invitationId: id, eventId: event.id }) as InvitationScope;
    const whose = { invitationId: late.id };
    expect(await extendDeadlines(scope, { whose, body: { through: "2026-09-20" } }, NOW)).toMatchObject({ ok: true });
    expect(await findRegistrationForm(event.slug, opened(late), NOW)).toMatchObject({
      window: { state: "open", closesAt: at("2026-09-21 00:00").toString() },
      lastRegistrationDay: "2026-09-20",
    });
    expect(await register(event.slug, person(), NOW, { invitation: opened(usual) })).toMatchObject({ code: "closed" });
    expect(await register(event.slug, person(), NOW, { invitation: opened(late) })).toMatchObject({ ok: true });
  });
});
