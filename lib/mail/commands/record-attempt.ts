import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { parseEmailAddress } from "@/lib/core/email-address";
import { gathered } from "@/lib/core/gather";
import { database, type Transaction } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import type { ClaimedMail } from "../composed";
import { isGivenUp, nextAttempt } from "../rules/patience";
import { showsLife } from "../rules/suppression";
import type { Attempt } from "./send-mail";
import { reviveAddress, suppressAddress } from "./suppress-address";

/**
 * Writes down what became of a claimed mail. Only for the claim that made the attempt: a worker that was taken for dead
 * changes nothing of what its successor does. Mails that are done at the same time are written down in one statement. An address
 * that the server says takes no mail is suppressed with it; one that was found dead and has taken a mail again is not any more.
 */
export async function recordAttempt(mail: ClaimedMail, attempt: Attempt, now: Temporal.Instant): Promise<void> {
  const outcome = change(mail, attempt, now);
  // A mail whose row says so leaves no address behind once it is not tried any more.
  const forget = mail.params["forgetAddress"] === true && outcome.state !== "QUEUED";
  const row = {
    ...outcome,
    ...(forget && { to_email: `${mail.id}@erased.invalid`, last_error: null }),
    id: mail.id,
    attempts: mail.attempts,
  };
  const about = forget ? null : learnt(mail, attempt);
  if (!about) return void (await write(row));
  await inTransaction(async (tx) => {
    if ((await writeDown(tx, [row])) === 0) return;
    if (about.status === null) await reviveAddress(tx, about, mail.createdAt);
    else await suppressAddress(tx, { ...about, reason: about.status, source: "SMTP" }, now);
  });
}

/** As the statement reads it, by the table's columns; what is not given of `not_before` and `to_email` stays as it is. */
type Outcome = {
  readonly id: string;
  readonly attempts: number;
  readonly state: "SENT" | "OBSOLETE" | "FAILED" | "QUEUED" | "SUPPRESSED";
  readonly not_before?: Date;
  readonly sent_at?: Date;
  readonly failed_at?: Date;
  readonly last_error?: string | null;
  /** What to put in the place of the recipient. */
  readonly to_email?: string;
};

const write = gathered(async (outcomes: readonly Outcome[]) => {
  await writeDown(database(), outcomes);
  return outcomes.map(() => null);
});

/** How many of the claims still held. */
function writeDown(db: Pick<Transaction, "$executeRaw">, outcomes: readonly Outcome[]): Promise<number> {
  return db.$executeRaw`
    UPDATE outbox_mail m
       SET state = o.state, leased_until = NULL, sent_at = o.sent_at, failed_at = o.failed_at, last_error = o.last_error,
           not_before = coalesce(o.not_before, m.not_before), to_email = coalesce(o.to_email, m.to_email),
           to_name = CASE WHEN o.to_email IS NULL THEN m.to_name END
      FROM jsonb_populate_recordset(NULL::outbox_mail, ${JSON.stringify(outcomes)}::jsonb) o
     WHERE m.id = o.id AND m.state = 'SENDING' AND m.attempts = o.attempts`;
}

/** What an attempt tells of the address for the next mails to it: the code that says it is dead, or null for alive again. */
function learnt(mail: ClaimedMail, attempt: Attempt) {
  const { organisationId } = mail;
  const address = parseEmailAddress(mail.to.email)?.normalised;
  if (!organisationId || !address) return null;
  if (attempt.outcome === "sent" && showsLife(mail)) return { organisationId, address, status: null };
  if (attempt.outcome !== "failed" || !attempt.deadAddress) return null;
  return { organisationId, address, status: attempt.deadAddress };
}

function change(mail: ClaimedMail, attempt: Attempt, now: Temporal.Instant): Omit<Outcome, "id" | "attempts"> {
  const at = toTimestamp(now);
  switch (attempt.outcome) {
    case "sent":
      return { state: "SENT", sent_at: at };
    case "obsolete":
      return { state: "OBSOLETE" };
    case "suppressed":
      return { state: "SUPPRESSED", last_error: attempt.reason };
    case "failed":
      return { state: "FAILED", failed_at: at, last_error: attempt.reason };
    case "retry":
      if (isGivenUp(mail.createdAt, now)) return { state: "FAILED", failed_at: at, last_error: attempt.reason };
      return {
        state: "QUEUED",
        not_before: toTimestamp(nextAttempt(mail.attempts, now)),
        last_error: attempt.reason,
      };
  }
}
