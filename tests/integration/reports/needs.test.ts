import { beforeAll, describe, expect, it } from "vitest";
import { canSeeNeeds } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { fromDateColumn } from "@/lib/core/local-date";
import { database } from "@/lib/platform/db";
import type { MemberRole } from "@/lib/platform/generated/client";
import { readNeeds } from "@/lib/reports/commands/read-needs";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { getRegistrationDetail } from "@/lib/reports/queries/registration-detail";
import { NOW } from "@/tests/support/clock";
import { type CreatedEvent, createEvent } from "@/tests/support/factories/event";
import { createMember } from "@/tests/support/factories/member";
import { createRegistration } from "@/tests/support/factories/registration";
import { scopeOf } from "@/tests/support/signed-in";

let event: CreatedEvent;
let registration: { id: string; reference: string };

beforeAll(async () => {
  event = await createEvent(database(), {}, NOW);
  registration = await createRegistration(database(), event, { name: "Åsa" }, NOW);
  await database().sensitiveNeeds.create({
    data: {
      registrationId: registration.id,
      diet: "jordnötter",
      access: "hörslinga",
      deleteAfter: event.needsDeletedOn,
    },
  });
});

const as = async (role: MemberRole, slug = event.slug, organisationId = event.organisationId) =>
  scopeOf((await createMember(database(), organisationId, role)).id, slug, NOW);
const readings = () => database().auditEntry.count({ where: { action: "needs.read", subjectId: registration.id } });

describe("diet and access needs", () => {
  it.each(["OWNER", "EDITOR"] as const)("are opened by an %s, and that is written down", async (role) => {
    const before = await readings();
    const scope = await as(role);
    expect(await readNeeds(scope, registration.reference, NOW)).toEqual({
      ok: true,
      value: { diet: "jordnötter", access: "hörslinga", answers: {}, deletedOn: fromDateColumn(event.needsDeletedOn) },
    });
    expect(await readings()).toBe(before + 1);
    const entry = await database().auditEntry.findFirst({ where: { actorId: scope.userId } });
    expect(entry).toMatchObject({ action: "needs.read", eventId: event.id, actorKind: "USER", detail: {} });
  });

  it.each(["VIEWER", "DOOR"] as const)("stay closed to a %s", async (role) => {
    const before = await readings();
    const scope = await as(role);
    expect(canSeeNeeds(scope.role)).toBe(false);
    expect(await readNeeds(scope, registration.reference, NOW)).toMatchObject({ code: "needs_forbidden" });
    expect(await readings()).toBe(before);
  });

  it("are not found from another event", async () => {
    const other = await createEvent(database(), {}, NOW);
    const scope = await as("OWNER", other.slug, other.organisationId);
    expect(await readNeeds(scope, registration.reference, NOW)).toMatchObject({ code: "registration_not_found" });
  });

  it("are not in a person's page, which reads everything else", async () => {
    const detail = await detailOf(await as("OWNER"), registration.reference);
    expect(JSON.stringify(detail)).not.toMatch(/jordnötter|hörslinga/);
    expect(detail).toMatchObject({
      ok: true,
      value: { mayOpenNeeds: true, history: [{ from: null, to: "CONFIRMED", actor: "ATTENDEE" }] },
    });
  });

  it("cannot be read without the audit entry: when it cannot be written, nothing is opened", async () => {
    await database()
      .$executeRaw`ALTER TABLE audit_entry ADD CONSTRAINT refuse CHECK (action <> 'needs.read') NOT VALID`;
    await expect(readNeeds(await as("OWNER"), registration.reference, NOW)).rejects.toThrow();
    await database().$executeRaw`ALTER TABLE audit_entry DROP CONSTRAINT refuse`;
  });
});

async function detailOf(scope: EventScope, reference: string) {
  return getRegistrationDetail(scope, reference, { facets: await getEventFacets(scope), locale: "sv" });
}
