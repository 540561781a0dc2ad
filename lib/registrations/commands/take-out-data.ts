import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { canSeeNeeds } from "@/lib/auth/policy";
import type { EventScope, RegistrationScope } from "@/lib/auth/scopes";
import { fail, ok, type Result } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import { getStoredData } from "../queries/stored-data";

/**
 * Everything stored about one attendee, for an organiser to hand to whoever asks what is known about them (GDPR, article 15). Diet and
 * needs are part of it, so it takes the right to those, and each time is written down.
 */
export async function takeOutData(
  { organisationId, eventId, userId, role }: EventScope,
  person: RegistrationScope,
  now: Temporal.Instant,
): Promise<Result<Awaited<ReturnType<typeof getStoredData>>, "registration_not_found">> {
  if (!canSeeNeeds(role) || person.eventId !== eventId) return fail("registration_not_found");
  const audited = { organisationId, eventId, actor: { kind: "USER", id: userId } } as const;
  const entry = { ...audited, action: "registration.data-taken-out", subjectId: person.registrationId } as const;
  await inTransaction((tx) => recordAudit(tx, entry, now));
  return ok(await getStoredData(person));
}
