import type { Temporal } from "temporal-polyfill";
import { fromTimestamp } from "@/lib/core/clock";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";

/** Until when the registration's offered place is kept, or null when none is offered. */
export async function findOfferEnd(registrationId: string): Promise<Temporal.Instant | null> {
  const row = await database().registration.findUnique({
    where: { id: registrationId, state: "OFFERED" },
    select: { expiresAt: true },
  });
  return row?.expiresAt ? fromTimestamp(row.expiresAt) : null;
}

/** What the organiser wrote when saying no, or null. */
export async function findRejectionReason(registrationId: string): Promise<string | null> {
  const row = await database().registrationTransition.findFirst({
    where: { registrationId, toState: "REJECTED" },
    select: { reason: true },
    orderBy: { id: "desc" },
  });
  return row?.reason ?? null;
}

/** The live offer of a place in a session, or null. */
export async function findSessionOffer(
  waitingId: string,
): Promise<{ readonly session: Localised; readonly until: Temporal.Instant } | null> {
  const row = await database().sessionWaiting.findUnique({
    where: { id: waitingId, state: "OFFERED" },
    select: { expiresAt: true, session: { select: { title: true } } },
  });
  return row?.expiresAt ? { session: localised(row.session.title), until: fromTimestamp(row.expiresAt) } : null;
}
