import { Temporal } from "temporal-polyfill";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { fromTimestamp, toTimestamp } from "@/lib/core/clock";
import { fail } from "@/lib/core/result";
import type { Transaction } from "@/lib/platform/db";
import { takeBack } from "@/lib/platform/transaction";
import { readWaiting } from "../queries/lines";
import type { MyRegistration } from "../queries/my-registration";
import { firstFull } from "../rules/capacity";
import type { Changeable } from "../rules/changes";
import { fullDetail } from "../rules/full-detail";
import { roomBeyondLine } from "../rules/line";
import { lockEventQuotas } from "./lock-event-quotas";
import { replaceChoices } from "./replace-choices";

type Move = {
  readonly scope: RegistrationScope;
  readonly mine: MyRegistration;
  readonly before: Changeable;
  readonly after: Changeable;
};

/**
 * Moves somebody with a place at the event between days and sessions. Nobody jumps a line by changing: a place is taken only
 * where one is left over when everybody who waits for the event, and for the session before this person, has theirs. An own
 * live offer in a session is such a place. Lines one stands in for sessions that are chosen now, or on days that are left,
 * end. Takes the transaction back with `full`.
 */
export async function moveChoices(
  tx: Transaction,
  { scope, mine: { form }, before, after }: Move,
  now: Temporal.Instant,
): Promise<void> {
  const { registrationId, eventId } = scope;
  const dayIds = (dates: readonly string[]) => form.days.filter(({ date }) => dates.includes(date)).map(({ id }) => id);
  const days = difference(dayIds(before.days), dayIds(after.days));
  const sessions = difference(before.sessionIds, after.sessionIds);
  if ([days, sessions].every(({ added, removed }) => added.length + removed.length === 0)) return;
  // All of the event's rows: who is next in line may need any of them, and what the triggers free is locked in order.
  const quotas = await lockEventQuotas(tx, eventId);
  const waits = await tx.sessionWaiting.findMany({
    where: { eventId, state: { in: ["WAITING", "OFFERED"] } },
    select: { id: true, registrationId: true, sessionId: true, state: true, number: true, expiresAt: true },
  });
  const own = waits.filter((wait) => wait.registrationId === registrationId);
  const isOffered = (id: string) =>
    own.some(
      ({ sessionId, expiresAt }) =>
        sessionId === id && expiresAt !== null && Temporal.Instant.compare(now, fromTimestamp(expiresAt)) < 0,
    );
  const room = roomBeyondLine(quotas, await readWaiting(tx, eventId), aheadOf(own, waits));
  // The places at the event and in the category are theirs already.
  const taken = new Set([...days.added, ...sessions.added.filter((id) => !isOffered(id))]);
  const full = firstFull(room.quotasOf(eventId).filter(({ dayId, sessionId }) => taken.has(dayId ?? sessionId ?? "")));
  if (full && full.level !== "voucher") takeBack(fail("full", fullDetail(form, { ...full, level: full.level })));
  const updatedAt = toTimestamp(now);
  const end = (state: "ACCEPTED" | "LEFT", ids: readonly string[]) =>
    tx.sessionWaiting.updateMany({ where: { id: { in: [...ids] } }, data: { state, expiresAt: null, updatedAt } });
  const chosen = own.filter(({ sessionId }) => sessions.added.includes(sessionId));
  const dropped = own.filter(({ sessionId }) => {
    const date = form.sessions.find(({ id }) => id === sessionId)?.date ?? null;
    return date !== null && !after.days.includes(date);
  });
  if (chosen.length > 0)
    await end(
      "ACCEPTED",
      chosen.map(({ id }) => id),
    );
  if (dropped.length > 0)
    await end(
      "LEFT",
      dropped.map(({ id }) => id),
    );
  await replaceChoices(tx, { registrationId, eventId, days, sessions });
}

type Wait = { readonly sessionId: string; readonly state: string; readonly number: bigint };

/** How many wait for each session, before this person where they stand in that line themselves. */
function aheadOf(own: readonly Wait[], waits: readonly Wait[]): ReadonlyMap<string, number> {
  const ahead = new Map<string, number>();
  for (const { sessionId, state, number } of waits) {
    const mine = own.find((wait) => wait.sessionId === sessionId);
    if (state !== "WAITING" || (mine && number >= mine.number)) continue;
    ahead.set(sessionId, (ahead.get(sessionId) ?? 0) + 1);
  }
  return ahead;
}

function difference(before: readonly string[], after: readonly string[]) {
  return {
    added: after.filter((id) => !before.includes(id)),
    removed: before.filter((id) => !after.includes(id)),
  };
}
