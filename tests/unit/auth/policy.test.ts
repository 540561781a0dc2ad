import { describe, expect, it } from "vitest";
import * as policy from "@/lib/auth/policy";
import type { EventRole } from "@/lib/auth/scopes";

const ROLES: readonly EventRole[] = ["OWNER", "EDITOR", "FINANCE", "VIEWER", "DOOR", "CO_ORGANISER"];

/** Who may what, in the order of ROLES. A new permission without a row here fails. */
const TABLE: Record<keyof typeof policy, readonly boolean[]> = {
  canSeeList: [true, true, true, true, true, true],
  canSeeRegistrations: [true, true, true, true, false, true],
  canSeeCorrespondence: [true, true, false, true, false, true],
  canExport: [true, true, true, true, false, true],
  canSeeBilling: [true, true, true, false, false, false],
  canSeeNotes: [true, true, false, true, false, false],
  canSeeNeeds: [true, true, false, false, false, false],
  canSeeProtected: [true, true, false, false, false, false],
  canEdit: [true, true, false, false, false, false],
  canEditSessions: [true, true, false, false, false, true],
  canReadLog: [true, true, false, false, false, false],
  canCheckIn: [true, true, false, false, true, false],
  canSeeOtherEditions: [true, true, true, true, false, false],
};

describe("who may what at an event", () => {
  it("is decided for every permission there is", () => {
    expect(Object.keys(policy).sort()).toEqual(Object.keys(TABLE).sort());
  });

  it.each(Object.entries(policy))("%s", (name, permission) => {
    expect(ROLES.map(permission)).toEqual(TABLE[name as keyof typeof policy]);
  });
});
