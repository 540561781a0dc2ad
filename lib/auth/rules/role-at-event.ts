import type { MemberRole } from "../scopes";

/**
 * What somebody is at one event: an owner of the organisation is one everywhere; else a role at this event goes before the
 * one in the organisation, whether it is more or less. Null for who has neither.
 */
export function roleAtEvent(
  inOrganisation: MemberRole | undefined,
  atEvent: MemberRole | undefined,
): MemberRole | null {
  if (inOrganisation === "OWNER") return inOrganisation;
  return atEvent ?? inOrganisation ?? null;
}
