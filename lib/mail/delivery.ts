import type { Temporal } from "temporal-polyfill";
import { log } from "@/lib/platform/log";
import { claimMails } from "./commands/claim-mails";
import { recordAttempt } from "./commands/record-attempt";
import { type Sending, sendMail } from "./commands/send-mail";
import type { ClaimedMail } from "./composed";

/** Mails on their way at the same time: what one slow server may hold up. */
export const LANES = 8;
const IDLE_MS = 500;
const DATABASE_GONE_MS = 2_000;

/**
 * Sends what the outbox holds until `signal` aborts; then finishes the mails at hand and returns. Waits half a second when
 * nothing is due and not at all while there is work.
 */
export async function deliverUntil(
  signal: AbortSignal,
  sending: Sending,
  clock: () => Temporal.Instant,
): Promise<void> {
  const busy = new Set<Promise<void>>();
  while (!signal.aborted) {
    const pause = await fillLanes(busy, sending, clock);
    let timer: NodeJS.Timeout | undefined;
    const idle = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, pause);
    });
    await Promise.race([idle, ...busy]);
    clearTimeout(timer);
  }
  await Promise.all(busy);
}

async function fillLanes(busy: Set<Promise<void>>, sending: Sending, clock: () => Temporal.Instant): Promise<number> {
  try {
    const free = LANES - busy.size;
    for (const mail of free > 0 ? await claimMails(free, clock()) : []) {
      const delivery = deliver(mail, sending, clock).finally(() => busy.delete(delivery));
      busy.add(delivery);
    }
    return IDLE_MS;
  } catch (error) {
    log.error({ err: error }, "the outbox could not be read");
    return DATABASE_GONE_MS;
  }
}

/** One mail from claim to recorded outcome. When the outcome cannot be written, the lease runs out and it is sent again. */
async function deliver(mail: ClaimedMail, sending: Sending, clock: () => Temporal.Instant): Promise<void> {
  try {
    const attempt = await sendMail(mail, sending, clock());
    await recordAttempt(mail, attempt, clock());
    const reason = "reason" in attempt ? { reason: attempt.reason } : {};
    log.info(
      { mail: mail.id, message: mail.message, attempt: mail.attempts, outcome: attempt.outcome, ...reason },
      "mail",
    );
  } catch (error) {
    log.error({ err: error, mail: mail.id }, "a mail's outcome could not be recorded");
  }
}
