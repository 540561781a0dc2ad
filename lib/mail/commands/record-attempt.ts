import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { gathered } from "@/lib/core/gather";
import { database } from "@/lib/platform/db";
import type { ClaimedMail } from "../composed";
import { isGivenUp, nextAttempt } from "../rules/patience";
import type { Attempt } from "./send-mail";

/**
 * Writes down what became of a claimed mail. Only for the claim that made the attempt: a worker that was taken for dead
 * changes nothing of what its successor does. Mails that are done at the same time are written down in one statement.
 */
export async function recordAttempt(mail: ClaimedMail, attempt: Attempt, now: Temporal.Instant): Promise<void> {
  const outcome = change(mail, attempt, now);
  // A mail whose row says so leaves no address behind once it is not tried any more.
  const forget = mail.params["forgetAddress"] === true && outcome.state !== "QUEUED";
  await write({
    ...outcome,
    ...(forget && { to_email: `${mail.id}@erased.invalid`, last_error: null }),
    id: mail.id,
    attempts: mail.attempts,
  });
}

/** As the statement reads it, by the table's columns; what is not given of `not_before` and `to_email` stays as it is. */
type Outcome = {
  readonly id: string;
  readonly attempts: number;
  readonly state: "SENT" | "OBSOLETE" | "FAILED" | "QUEUED";
  readonly not_before?: Date;
  readonly sent_at?: Date;
  readonly last_error?: string | null;
  /** What to put in the place of the recipient. */
  readonly to_email?: string;
};

const write = gathered(async (outcomes: readonly Outcome[]) => {
  await database().$executeRaw`
    UPDATE outbox_mail m
       SET state = o.state, leased_until = NULL, sent_at = o.sent_at, last_error = o.last_error,
           not_before = coalesce(o.not_before, m.not_before), to_email = coalesce(o.to_email, m.to_email),
           to_name = CASE WHEN o.to_email IS NULL THEN m.to_name END
      FROM jsonb_populate_recordset(NULL::outbox_mail, ${JSON.stringify(outcomes)}::jsonb) o
     WHERE m.id = o.id AND m.state = 'SENDING' AND m.attempts = o.attempts`;
  return outcomes.map(() => null);
});

function change(mail: ClaimedMail, attempt: Attempt, now: Temporal.Instant): Omit<Outcome, "id" | "attempts"> {
  switch (attempt.outcome) {
    case "sent":
      return { state: "SENT", sent_at: toTimestamp(now) };
    case "obsolete":
      return { state: "OBSOLETE" };
    case "failed":
      return { state: "FAILED", last_error: attempt.reason };
    case "retry":
      if (isGivenUp(mail.createdAt, now)) return { state: "FAILED", last_error: attempt.reason };
      return {
        state: "QUEUED",
        not_before: toTimestamp(nextAttempt(mail.attempts, now)),
        last_error: attempt.reason,
      };
  }
}
