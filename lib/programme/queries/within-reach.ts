import type { EventScope } from "@/lib/auth/scopes";
import type { Prisma } from "@/lib/platform/generated/client";

/** The sessions of an event that somebody works with: all of them, or those that their own organisation hosts. */
export function sessionsWithinReach({ eventId, reach }: EventScope): Prisma.SessionWhereInput {
  return { eventId, ...(reach.kind === "hosted-sessions" && { hostOrganisationId: reach.organisationId }) };
}

/** The materials that go with them; what belongs to the whole event is for who works with all of it. */
export function materialsWithinReach(scope: EventScope): Prisma.MaterialWhereInput {
  const { eventId, reach } = scope;
  return { eventId, ...(reach.kind === "hosted-sessions" && { session: sessionsWithinReach(scope) }) };
}
