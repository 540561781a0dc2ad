import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import type { ClaimedMail } from "../composed";
import { isGivenUp, nextAttempt } from "../rules/patience";
import type { Attempt } from "./send-mail";

/**
 * Writes down what became of a claimed mail. Only for the claim that made the attempt: a worker that was taken for dead
 * changes nothing of what its successor does.
 */
export async function recordAttempt(mail: ClaimedMail, attempt: Attempt, now: Temporal.Instant): Promise<void> {
  await database().outboxMail.updateMany({
    where: { id: mail.id, state: "SENDING", attempts: mail.attempts },
    data: { leasedUntil: null, ...forgotten(mail, change(mail, attempt, now)) },
  });
}

/** A mail whose row says so leaves no address behind once it is not tried any more. */
function forgotten<T extends { readonly state: string }>(mail: ClaimedMail, outcome: T) {
  if (mail.params["forgetAddress"] !== true || outcome.state === "QUEUED") return outcome;
  return { ...outcome, toName: null, toEmail: `${mail.id}@erased.invalid`, lastError: null };
}

function change(mail: ClaimedMail, attempt: Attempt, now: Temporal.Instant) {
  switch (attempt.outcome) {
    case "sent":
      return { state: "SENT", sentAt: toTimestamp(now), lastError: null } as const;
    case "obsolete":
      return { state: "OBSOLETE", lastError: null } as const;
    case "failed":
      return { state: "FAILED", lastError: attempt.reason } as const;
    case "retry":
      if (isGivenUp(mail.createdAt, now)) return { state: "FAILED", lastError: attempt.reason } as const;
      return {
        state: "QUEUED",
        notBefore: toTimestamp(nextAttempt(mail.attempts, now)),
        lastError: attempt.reason,
      } as const;
  }
}
