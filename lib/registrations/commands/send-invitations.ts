import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { isUuid } from "@/lib/core/ids";
import { fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { SendFailure } from "../errors";
import { canInvite } from "../policy";
import { type Recipients, sendable } from "../queries/sendable";

/** Whom to send to, and when the organiser was shown them: whoever was mailed since is passed over. */
export type Sending = { readonly to: Recipients; readonly shownAt: Temporal.Instant };

/**
 * Puts an invitation in the outbox for everybody chosen who has neither answered nor been mailed since the page was shown, so
 * that the same form sent twice mails nobody twice. One statement, however many they are; tells how many.
 */
export async function sendInvitations(
  scope: EventScope,
  sending: Sending,
  now: Temporal.Instant,
): Promise<Ok<{ readonly sent: number }> | SendFailure> {
  if (!canInvite(scope) || (sending.to.kind === "one" && !isUuid(sending.to.id))) return fail("invitation_gone");
  const { eventId, organisationId, userId } = scope;
  const at = toTimestamp(now);
  return inTransaction(async (tx) => {
    const ids = await sendable(tx, { scope, ...sending }, now);
    if (!ids.ok) return ids;
    // Locked before it is written: whoever waited for another sender looks again at what that one wrote.
    const sent = await tx.$executeRaw`
      WITH chosen AS (${ids.value} FOR UPDATE OF i), sent AS (
        UPDATE invitation SET sent_at = ${at}::timestamptz WHERE id IN (SELECT id FROM chosen)
        RETURNING id, locale, name, email
      )
      INSERT INTO outbox_mail (id, organisation_id, event_id, invitation_id, message, locale, to_name, to_email, dedupe_key, not_before, created_at)
      SELECT gen_random_uuid(), ${organisationId}::uuid, ${eventId}::uuid, id, 'invitation', locale, name, email,
             ${`invitation:${now.epochMilliseconds}:`} || id, ${at}::timestamptz, ${at}::timestamptz
        FROM sent
      ON CONFLICT (dedupe_key) DO NOTHING`;
    if (sent === 0) return ok({ sent });
    const subject = sending.to.kind === "one" && { subjectId: sending.to.id };
    const audited = { organisationId, eventId, actor: { kind: "USER", id: userId }, ...subject } as const;
    await recordAudit(tx, { ...audited, action: "invitations.sent", detail: { sent } }, now);
    return ok({ sent });
  });
}
