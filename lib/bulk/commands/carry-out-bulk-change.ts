import type { Temporal } from "temporal-polyfill";
import { openEventLater } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import type { PersonOutcome } from "../errors";
import { type BulkWish, keptWishSchema } from "../schema";
import { changePerson } from "./change-person";

/** People after whom the hold on a change is renewed. */
const BATCH = 50;
const HELD_SECONDS = 60;

type Clock = () => Temporal.Instant;

/**
 * Goes on with a confirmed change, person by person, each in a transaction of their own, until it is done or `until` has
 * passed. One process has it at a time; what one leaves, because time is up or it was stopped, another goes on with. Whoever
 * was changed just before a process ended is found changed, and told as such. Returns how many were looked at.
 */
export async function carryOutBulkChange(id: string, until: Temporal.Instant, clock: Clock): Promise<number> {
  const held = await hold(id, clock());
  if (!held) return 0;
  const wish = keptWishSchema.parse(held.wish);
  let seen = 0;
  for (;;) {
    const scope = await openEventLater(held.userId, held.eventId, canEdit);
    const left = await carryOutBatch(id, { scope, wish, until }, clock);
    seen += left.seen;
    if (left.isOver) return seen;
    if (clock().epochMilliseconds >= until.epochMilliseconds) {
      await letGo(id);
      return seen;
    }
    await holdOn(id, clock());
  }
}

/** Goes on with every change that is not finished, the oldest first. */
export async function carryOnBulkChanges(until: Temporal.Instant, clock: Clock): Promise<number> {
  const open = await database().bulkChange.findMany({
    where: { finishedAt: null },
    select: { id: true },
    orderBy: { createdAt: "asc" },
  });
  let seen = 0;
  for (const { id } of open) {
    if (clock().epochMilliseconds >= until.epochMilliseconds) break;
    seen += await carryOutBulkChange(id, until, clock);
  }
  return seen;
}

type Work = { readonly scope: EventScope | null; readonly wish: BulkWish; readonly until: Temporal.Instant };

async function carryOutBatch(id: string, { scope, wish, until }: Work, clock: Clock) {
  const batch = await database().bulkChangePerson.findMany({
    where: { bulkChangeId: id, outcome: null },
    select: { position: true, registration: { select: { reference: true } } },
    orderBy: { position: "asc" },
    take: BATCH,
  });
  let seen = 0;
  for (const { position, registration } of batch) {
    if (clock().epochMilliseconds >= until.epochMilliseconds) return { seen, isOver: false };
    // Whoever confirmed it may have lost the right since; then nobody more is changed.
    const outcome = scope ? await attempt(scope, registration.reference, wish, clock()) : "gone";
    await database().bulkChangePerson.updateMany({
      where: { bulkChangeId: id, position, outcome: null },
      data: { outcome },
    });
    seen += 1;
  }
  if (batch.length === BATCH) return { seen, isOver: false };
  await database().bulkChange.update({
    where: { id },
    data: { finishedAt: toTimestamp(clock()), heldUntil: null },
    select: { id: true },
  });
  return { seen, isOver: true };
}

/** One person who cannot be changed keeps nobody else from it. */
async function attempt(
  scope: EventScope,
  reference: string,
  wish: BulkWish,
  now: Temporal.Instant,
): Promise<PersonOutcome> {
  try {
    return await changePerson(scope, reference, wish, now);
  } catch (error) {
    log.error({ err: error, eventId: scope.eventId }, "one person of a bulk change could not be changed");
    return "failed";
  }
}

async function hold(id: string, now: Temporal.Instant) {
  const free = { OR: [{ heldUntil: null }, { heldUntil: { lt: toTimestamp(now) } }] };
  const [held] = await database().bulkChange.updateManyAndReturn({
    where: { id, finishedAt: null, ...free },
    data: { heldUntil: toTimestamp(now.add({ seconds: HELD_SECONDS })) },
    select: { userId: true, eventId: true, wish: true },
  });
  return held;
}

async function holdOn(id: string, now: Temporal.Instant): Promise<void> {
  const heldUntil = toTimestamp(now.add({ seconds: HELD_SECONDS }));
  await database().bulkChange.updateMany({ where: { id, finishedAt: null }, data: { heldUntil } });
}

async function letGo(id: string): Promise<void> {
  await database().bulkChange.updateMany({ where: { id }, data: { heldUntil: null } });
}
