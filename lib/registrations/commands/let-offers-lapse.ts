import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { toTimestamp } from "@/lib/core/clock";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import { database } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import { endWait } from "./end-wait";
import { offerFreedPlaces } from "./offer-freed-places";

const SYSTEM = { kind: "SYSTEM" } as const;
const AT_ONCE = 500;

/**
 * Ends the offers whose time has run out, tells those who did not answer, and offers the places to the next in line. Run by
 * the worker; whoever accepts in the same moment is either in time or too late, never both. Returns how many lapsed.
 */
export async function letOffersLapse(now: Temporal.Instant): Promise<number> {
  const due = { lte: toTimestamp(now) };
  const offers = await database().registration.findMany({
    where: { state: "OFFERED", expiresAt: due },
    select: {
      id: true,
      eventId: true,
      name: true,
      email: true,
      locale: true,
      event: { select: { organisationId: true } },
    },
    orderBy: { expiresAt: "asc" },
    take: AT_ONCE,
  });
  const inSessions = await database().sessionWaiting.findMany({
    where: { state: "OFFERED", expiresAt: due },
    select: { id: true, eventId: true },
    take: AT_ONCE,
  });
  let lapsed = 0;
  for (const offer of offers) if (await lapse(offer, now)) lapsed += 1;
  for (const { id } of inSessions) {
    const { count } = await database().sessionWaiting.updateMany({
      where: { id, state: "OFFERED", expiresAt: due },
      data: { state: "LAPSED", expiresAt: null, updatedAt: toTimestamp(now) },
    });
    lapsed += count;
  }
  const events = new Set([...offers, ...inSessions].map(({ eventId }) => eventId));
  for (const eventId of events) await offerFreedPlaces(eventId, now);
  return lapsed;
}

type Offer = {
  readonly id: string;
  readonly eventId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: "sv" | "en";
  readonly event: { readonly organisationId: string };
};

function lapse({ id, eventId, name, email, locale, event }: Offer, now: Temporal.Instant): Promise<boolean> {
  const { organisationId } = event;
  return inTransaction(async (tx) => {
    if (!(await endWait(tx, id, { from: "OFFERED", event: "let-lapse", actor: SYSTEM }, now))) return false;
    await recordAudit(
      tx,
      { organisationId, eventId, actor: SYSTEM, action: "registration.lapsed", subjectId: id },
      now,
    );
    const mail = { message: "registration-lapsed", locale, to: { name, email }, organisationId, eventId } as const;
    await enqueueMail(tx, { ...mail, registrationId: id }, now);
    return true;
  });
}
