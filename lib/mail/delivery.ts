import type { SendMailOptions } from "nodemailer";
import type { Temporal } from "temporal-polyfill";
import { log } from "@/lib/platform/log";
import { claimMails } from "./commands/claim-mails";
import { recordAttempt } from "./commands/record-attempt";
import { type Attempt, composeMail, handOver, type Sending } from "./commands/send-mail";
import type { ClaimedMail } from "./composed";
import { oneByOne } from "./departures";
import { openLanes } from "./lanes";

/** Mails on their way to the server at the same time: what one slow server may hold up. */
export const LANES = 8;
/** The most that are claimed and composed while others are on their way. */
const MOST_AT_HAND = 128;
/** How much work is taken ahead, in milliseconds of sending: a server that falls silent finds little waiting. */
const AHEAD_MS = 500;
/** How often the pace is taken anew, in milliseconds. */
const PACE_MS = 250;
/** A composed mail tells what was true when it was composed; older than this it is left to be composed anew. */
const STALE_MS = 5_000;
const IDLE_MS = 500;
const DATABASE_GONE_MS = 2_000;

type Clock = () => Temporal.Instant;

/**
 * Sends what the outbox holds until `signal` aborts; then finishes the mails at hand and returns. Waits half a second when
 * nothing is due and not at all while there is work.
 */
export async function deliverUntil(signal: AbortSignal, sending: Sending, clock: Clock): Promise<void> {
  const busy = new Set<Promise<void>>();
  const lanes = openLanes(LANES);
  const departures = oneByOne(sending.smtp);
  const pace = openPace(clock);
  while (!signal.aborted) {
    const pause = await takeOn();
    let timer: NodeJS.Timeout | undefined;
    const idle = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, pause);
    });
    await Promise.race([idle, ...busy]);
    clearTimeout(timer);
  }
  await Promise.all(busy);

  async function takeOn(): Promise<number> {
    try {
      const most = pace.atHand();
      // Not one by one: a claim for several costs as much as a claim for one.
      const isTime = busy.size < LANES || busy.size <= most / 2;
      for (const mail of isTime ? await claimMails(most - busy.size, clock()) : []) {
        const delivery = deliver(mail).finally(() => {
          busy.delete(delivery);
          pace.countOne();
        });
        busy.add(delivery);
      }
      return IDLE_MS;
    } catch (error) {
      log.error({ err: error }, "the outbox could not be read");
      return DATABASE_GONE_MS;
    }
  }

  /** One mail from claim to recorded outcome. When the outcome cannot be written, the lease runs out and it is sent again. */
  async function deliver(mail: ClaimedMail): Promise<void> {
    let message: SendMailOptions | undefined;
    try {
      const composedAt = clock();
      const composed = await composeMail(mail, sending, composedAt);
      if ("message" in composed) message = composed.message;
      const attempt = "message" in composed ? await send(composed.message, composedAt) : composed;
      // Left to its lease, which runs out.
      if (attempt === "stale") return;
      await recordAttempt(mail, attempt, clock());
      const reason = "reason" in attempt ? { reason: attempt.reason } : {};
      log.info(
        { mail: mail.id, message: mail.message, attempt: mail.attempts, outcome: attempt.outcome, ...reason },
        "mail",
      );
    } catch (error) {
      log.error({ err: error, mail: mail.id }, "a mail's outcome could not be recorded");
    } finally {
      if (message?.messageId) departures.done(message.messageId);
    }
  }

  async function send(message: SendMailOptions, composedAt: Temporal.Instant): Promise<Attempt | "stale"> {
    const leave = await lanes.enter();
    try {
      if (clock().since(composedAt).total("milliseconds") > STALE_MS) return "stale";
      return await handOver(sending, message);
    } finally {
      leave();
    }
  }
}

/** How many mails to have at hand: as many as went in the last moment, so that a slow server keeps its few lanes and no line. */
function openPace(clock: Clock): { readonly atHand: () => number; readonly countOne: () => void } {
  let since = clock();
  let gone = 0;
  let atHand = LANES;
  return {
    atHand() {
      const elapsed = clock().since(since).total("milliseconds");
      if (elapsed >= PACE_MS) {
        atHand = Math.min(MOST_AT_HAND, Math.max(LANES, Math.ceil((gone * AHEAD_MS) / elapsed)));
        since = clock();
        gone = 0;
      }
      return atHand;
    },
    countOne: () => {
      gone += 1;
    },
  };
}
