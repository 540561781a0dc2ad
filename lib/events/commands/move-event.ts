import { Temporal } from "temporal-polyfill";
import type { AuditAction } from "@/lib/audit/actions";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { fromDateColumn, localDate, toDateColumn } from "@/lib/core/local-date";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import type { Transaction } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import type { LifeCode } from "../errors";
import { canEditEvent } from "../policy";
import { getChecklist } from "../queries/publishing-checklist";
import { isPublishable } from "../rules/publishing-checklist";

/** A step in an event's life that its organiser takes. Calling it off is another command: it tells everybody. */
export const LIFE_STEPS = ["publish", "unpublish", "close", "archive", "restore"] as const;
export type LifeStep = (typeof LIFE_STEPS)[number];

const DONE = {
  publish: "event.published",
  unpublish: "event.unpublished",
  close: "event.closed",
  archive: "event.archived",
  restore: "event.restored",
} as const satisfies Record<LifeStep, AuditAction>;

type Moved = Ok<undefined> | Failure<LifeCode>;

/**
 * Takes an event one step on: a complete draft is published; what nobody has registered for becomes a draft again; registration is
 * closed by making yesterday its last day, so that every page and rule says the same; what is over is archived, and taken out of
 * the archive again.
 */
export async function moveEvent(scope: EventScope, step: LifeStep, now: Temporal.Instant): Promise<Moved> {
  if (!canEditEvent(scope)) return fail("event_gone");
  const { eventId, organisationId, userId } = scope;
  return inTransaction(async (tx): Promise<Moved> => {
    await tx.$queryRaw`SELECT id FROM quota WHERE event_id = ${eventId}::uuid ORDER BY id FOR UPDATE`;
    await tx.$queryRaw`SELECT id FROM event WHERE id = ${eventId}::uuid FOR UPDATE`;
    const refusal = await take(tx, scope, step, now);
    if (refusal) return fail(refusal);
    const actor = { kind: "USER", id: userId } as const;
    await recordAudit(tx, { organisationId, eventId, actor, action: DONE[step] }, now);
    return ok(undefined);
  });
}

async function take(
  tx: Transaction,
  { eventId }: EventScope,
  step: LifeStep,
  now: Temporal.Instant,
): Promise<LifeCode | null> {
  const event = await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      ...{ status: true, timeZone: true, endsOn: true, lastRegistrationDay: true, registrationOpensOn: true },
      _count: { select: { registrations: true, invitations: true } },
    },
  });
  const today = localDate(now, event.timeZone);
  const write = async (data: Parameters<typeof tx.event.update>[0]["data"]) => {
    await tx.event.update({ where: { id: eventId }, data, select: { id: true } });
    return null;
  };
  if (step === "publish") {
    if (event.status !== "DRAFT") return "not_now";
    if (!isPublishable(await getChecklist({ eventId }, now, tx))) return "incomplete";
    return write({ status: "PUBLISHED", publishedAt: toTimestamp(now) });
  }
  if (step === "restore") {
    if (event.status !== "ARCHIVED") return "not_now";
    return write({ status: "PUBLISHED" });
  }
  if (event.status !== "PUBLISHED") return "not_now";
  if (step === "unpublish") {
    if (event._count.registrations > 0) return "has_registrations";
    return write({ status: "DRAFT" });
  }
  if (step === "archive") {
    if (Temporal.PlainDate.compare(fromDateColumn(event.endsOn), today) >= 0) return "not_over";
    return write({ status: "ARCHIVED" });
  }
  const yesterday = today.subtract({ days: 1 });
  if (Temporal.PlainDate.compare(fromDateColumn(event.lastRegistrationDay), yesterday) <= 0) return "not_open";
  const opensOn = event.registrationOpensOn && fromDateColumn(event.registrationOpensOn);
  const opensLater = opensOn && Temporal.PlainDate.compare(opensOn, yesterday) > 0;
  return write({
    lastRegistrationDay: toDateColumn(yesterday),
    ...(opensLater && { registrationOpensOn: toDateColumn(yesterday) }),
  });
}
