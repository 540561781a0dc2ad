import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { SessionWaitFailure } from "../errors";
import { readWaiting } from "../queries/lines";
import { getRegistration } from "../queries/my-registration";
import { beyondEventLine } from "../rules/session-line";
import { findOverlap } from "../rules/session-overlap";
import { lockStored } from "./apply-change";
import { lockEventQuotas } from "./lock-event-quotas";

/**
 * Puts somebody with a place at the event in line for a session that is full, until the edit deadline. Asking twice is the
 * same as once. Refused where there is room, on a day not chosen, and beside a session at the same time.
 */
export async function waitForSession(
  scope: RegistrationScope,
  sessionId: string,
  now: Temporal.Instant,
): Promise<Ok<undefined> | SessionWaitFailure> {
  const { registrationId, eventId } = scope;
  const mine = await getRegistration(scope, now);
  if (mine.state !== "CONFIRMED") return fail("gone");
  if (!mine.canEdit) return fail("edit_closed");
  const { sessions, organisationId } = mine.form;
  const session = sessions.find(({ id }) => id === sessionId);
  if (!session) return fail("session_unknown");
  const at = toTimestamp(now);
  return inTransaction(async (tx) => {
    const stored = await lockStored(tx, scope);
    if (!stored) return fail("gone");
    const isOnMyDay = session.date === null || stored.days.includes(session.date);
    if (!isOnMyDay || stored.sessionIds.includes(sessionId)) return fail("session_unknown");
    const overlap = findOverlap([session, ...sessions.filter(({ id }) => stored.sessionIds.includes(id))]);
    if (overlap) return fail("sessions_overlap", { first: overlap[0].title, second: overlap[1].title });
    const quotas = beyondEventLine(await lockEventQuotas(tx, eventId), await readWaiting(tx, eventId));
    const quota = quotas.find((one) => one.sessionId === sessionId);
    const someoneWaits = await tx.sessionWaiting.count({ where: { sessionId, state: "WAITING" } });
    const isFull = quota && quota.capacity !== null && quota.used >= quota.capacity;
    if (!isFull && someoneWaits === 0) return fail("session_has_room");
    const made = await tx.sessionWaiting.createMany({
      data: [{ registrationId, sessionId, eventId, createdAt: at, updatedAt: at }],
      skipDuplicates: true,
    });
    if (made.count === 0) return ok(undefined);
    const actor = { kind: "ATTENDEE", id: registrationId } as const;
    const audited = { organisationId, eventId, actor, subjectId: registrationId };
    await recordAudit(tx, { ...audited, action: "session-waiting.joined" }, now);
    return ok(undefined);
  });
}
