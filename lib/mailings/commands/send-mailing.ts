import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { isUuid } from "@/lib/core/ids";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction, takeBack } from "@/lib/platform/transaction";
import { parseFilter, type RawParameters } from "@/lib/reports/schema";
import { recipients } from "../queries/recipients";
import { departure, type Wished } from "../rules/departure";
import { lockMailing } from "./lock-mailing";

export type Sending = {
  readonly id: string;
  readonly revision: number;
  /** How many the organiser was told it goes to: when it would be others, nothing is sent. */
  readonly shown: number;
  readonly at: Wished;
};
type SendFailure =
  | Failure<"mailing_gone" | "mailing_changed" | "mailing_sent" | "nobody" | "time_invalid" | "time_passed">
  | Failure<"recipients_changed", { readonly count: number }>;

/**
 * Puts a draft in the outbox for everybody its filter lets through, in one statement however many they are. The mails leave
 * five minutes later at the soonest; what the filter says is asked again of each when its turn comes.
 */
export async function sendMailing(
  scope: EventScope,
  { id, revision, shown, at }: Sending,
  now: Temporal.Instant,
): Promise<Ok<{ readonly count: number; readonly leavesAt: Temporal.Instant }> | SendFailure> {
  if (!isUuid(id)) return fail("mailing_gone");
  const { eventId, organisationId, userId } = scope;
  return inTransaction(async (tx): Promise<Ok<{ count: number; leavesAt: Temporal.Instant }> | SendFailure> => {
    const mailing = await lockMailing(tx, scope, id);
    if (!mailing) return fail("mailing_gone");
    if (mailing.state !== "DRAFT") return fail("mailing_sent");
    if (mailing.revision !== revision) return fail("mailing_changed");
    const { timeZone } = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: { timeZone: true } });
    const leaves = departure(at, timeZone, now);
    if (!leaves.ok) return leaves;
    const leavesAt = toTimestamp(leaves.value);
    const { filter } = parseFilter(mailing.filter as RawParameters);
    const count = await tx.$executeRaw`
      INSERT INTO outbox_mail (id, organisation_id, event_id, registration_id, message, locale, to_name, to_email, params, dedupe_key,
        not_before, created_at)
      SELECT gen_random_uuid(), ${organisationId}::uuid, ${eventId}::uuid, id, 'mailing', locale, name, email,
             jsonb_build_object('mailing', ${id}::text), ${`mailing:${id}:`} || id, ${leavesAt}::timestamptz,
             ${toTimestamp(now)}::timestamptz
        FROM (${recipients(scope, filter)}) chosen`;
    if (count === 0) return fail("nobody");
    if (count !== shown) takeBack(fail("recipients_changed", { count }));
    await tx.mailing.update({
      where: { id },
      data: { state: "QUEUED", recipients: count, leavesAt },
      select: { id: true },
    });
    const actor = { kind: "USER", id: userId } as const;
    const detail = { recipients: count };
    await recordAudit(tx, { organisationId, eventId, actor, action: "mailing.sent", subjectId: id, detail }, now);
    return ok({ count, leavesAt: leaves.value });
  });
}
