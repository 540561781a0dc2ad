import { beforeAll, describe, expect, it } from "vitest";
import { openEvent } from "@/lib/auth/event-gate";
import * as policy from "@/lib/auth/policy";
import { database } from "@/lib/platform/db";
import type { MemberRole } from "@/lib/platform/generated/client";
import { NOW } from "@/tests/support/clock";
import { createEvent } from "@/tests/support/factories/event";
import { createMember } from "@/tests/support/factories/member";
import { createOrganisation } from "@/tests/support/factories/organisation";
import { sessionOf } from "@/tests/support/signed-in";

const ROLES: readonly MemberRole[] = ["OWNER", "EDITOR", "VIEWER", "DOOR"];
let own: { id: string };
let other: { id: string };
let slug: string;
let eventId: string;

beforeAll(async () => {
  own = await createOrganisation(database());
  other = await createOrganisation(database());
  ({ id: eventId, slug } = await createEvent(database(), { organisationId: own.id }, NOW));
});

async function open(organisationId: string, role: MemberRole, permission: policy.Permission = policy.canSeeList) {
  const { id } = await createMember(database(), organisationId, role);
  const opened = await openEvent(await sessionOf(id, NOW), slug, permission, NOW);
  return opened.ok ? opened.value : opened.code;
}

describe("the gate to an event", () => {
  it.each(ROLES)("mints a %s of the event's organisation that role, for exactly what it may", async (role) => {
    for (const permission of Object.values(policy)) {
      const opened = await open(own.id, role, permission);
      if (permission(role)) {
        expect(opened).toMatchObject({ eventId, organisationId: own.id, role, reach: { kind: "whole-event" } });
      } else expect(opened).toBe("forbidden_for_role");
    }
  });

  it.each(ROLES)("does not tell a %s of another organisation that the event exists", async (role) => {
    for (const permission of Object.values(policy)) expect(await open(other.id, role, permission)).toBe("not_found");
  });

  it("answers alike for an event that does not exist and for no session", async () => {
    const { id } = await createMember(database(), own.id);
    const session = await sessionOf(id, NOW);
    expect(await openEvent(session, "finns-inte", policy.canSeeList, NOW)).toMatchObject({ code: "not_found" });
    expect(await openEvent(undefined, slug, policy.canSeeList, NOW)).toMatchObject({ code: "signed_out" });
    expect(await openEvent("made-up", slug, policy.canSeeList, NOW)).toMatchObject({ code: "signed_out" });
    expect(await openEvent(session, slug, policy.canSeeList, NOW.add({ hours: 12 }))).toMatchObject({
      code: "signed_out",
    });
  });

  it("closes for somebody whose membership ends", async () => {
    const { id } = await createMember(database(), own.id);
    const session = await sessionOf(id, NOW);
    await database().membership.deleteMany({ where: { userId: id } });
    expect(await openEvent(session, slug, policy.canSeeList, NOW)).toMatchObject({ code: "not_found" });
  });
});

describe("a co-organiser at the gate", () => {
  const partner = async (access: "NONE" | "WHOLE_EVENT" | "OWN_SESSIONS") => {
    const organisation = await createOrganisation(database());
    await database().coOrganiser.create({ data: { eventId, organisationId: organisation.id, access } });
    return organisation.id;
  };

  it("without access finds nothing", async () => {
    expect(await open(await partner("NONE"), "OWNER")).toBe("not_found");
  });

  it("with the whole event is a co-organiser there, whatever the role at home, and nowhere else", async () => {
    const organisationId = await partner("WHOLE_EVENT");
    for (const role of ["OWNER", "EDITOR", "VIEWER"] as const)
      expect(await open(organisationId, role)).toMatchObject({ role: "CO_ORGANISER", reach: { kind: "whole-event" } });
    expect(await open(organisationId, "DOOR")).toBe("not_found");
    const sibling = await createEvent(database(), { organisationId: own.id }, NOW);
    const { id } = await createMember(database(), organisationId);
    const opened = await openEvent(await sessionOf(id, NOW), sibling.slug, policy.canSeeList, NOW);
    expect(opened).toMatchObject({ code: "not_found" });
  });

  it("of own sessions reaches those", async () => {
    const organisationId = await partner("OWN_SESSIONS");
    expect(await open(organisationId, "OWNER")).toMatchObject({
      role: "CO_ORGANISER",
      reach: { kind: "hosted-sessions", organisationId },
    });
  });

  it("acts in the own role where one belongs to the event's organisation too", async () => {
    const organisationId = await partner("WHOLE_EVENT");
    const { id } = await createMember(database(), own.id, "EDITOR");
    await database().membership.create({ data: { organisationId, userId: id, role: "OWNER" } });
    const opened = await openEvent(await sessionOf(id, NOW), slug, policy.canEdit, NOW);
    expect(opened).toMatchObject({ ok: true, value: { role: "EDITOR" } });
  });
});
