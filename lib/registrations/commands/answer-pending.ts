import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import { database, type Transaction } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import type { PendingAnswer } from "../schema";
import { endWait } from "./end-wait";
import { isStillOn } from "./hold-event-status";
import { moveRegistration } from "./move-registration";
import { offerWhatWasFreed } from "./offer-freed-places";

/** How many were answered, and which of the chosen were not: they do not wait for an answer any more. */
export type PendingOutcome = { readonly answered: number; readonly passedOver: readonly string[] };

/**
 * Says yes or no to registrations that wait for the organiser, each in a transaction of its own and with a mail. A yes
 * keeps the place they hold; a no frees it for the next in line. Whoever was answered or has withdrawn in the meantime is
 * passed over, and another event's references are not found.
 */
export async function answerPending(
  scope: EventScope,
  { answer, references, reason }: PendingAnswer,
  now: Temporal.Instant,
): Promise<PendingOutcome> {
  const chosen = await database().registration.findMany({
    where: { eventId: scope.eventId, reference: { in: [...references] }, state: "PENDING_APPROVAL" },
    select: { id: true, reference: true, name: true, email: true, locale: true },
    orderBy: { createdAt: "asc" },
  });
  const answered = new Set<string>();
  for (const person of chosen) {
    const isDone = await inTransaction((tx) =>
      answer === "approve" ? approve(tx, scope, person, now) : reject(tx, scope, person, reason, now),
    );
    if (isDone) answered.add(person.reference);
  }
  if (answer === "reject" && answered.size > 0) await offerWhatWasFreed(scope.eventId, now);
  return { answered: answered.size, passedOver: references.filter((reference) => !answered.has(reference)) };
}

type Person = { readonly id: string; readonly name: string; readonly email: string; readonly locale: "sv" | "en" };

async function approve(tx: Transaction, scope: EventScope, person: Person, now: Temporal.Instant): Promise<boolean> {
  const move = { from: "PENDING_APPROVAL", event: "approve", actor: actorOf(scope) } as const;
  if (!(await isStillOn(tx, scope.eventId)) || !(await moveRegistration(tx, person.id, move, now))) return false;
  await tell(tx, scope, person, { action: "registration.approved", message: "registration-approved" }, now);
  return true;
}

async function reject(
  tx: Transaction,
  scope: EventScope,
  person: Person,
  reason: string | null,
  now: Temporal.Instant,
): Promise<boolean> {
  const move = { from: "PENDING_APPROVAL", event: "reject", actor: actorOf(scope), ...(reason && { reason }) } as const;
  if (!(await endWait(tx, person.id, move, now))) return false;
  await tell(tx, scope, person, { action: "registration.rejected", message: "registration-rejected" }, now);
  return true;
}

async function tell(
  tx: Transaction,
  scope: EventScope,
  { id: registrationId, name, email, locale }: Person,
  told: {
    readonly action: "registration.approved" | "registration.rejected";
    readonly message: "registration-approved" | "registration-rejected";
  },
  now: Temporal.Instant,
): Promise<void> {
  const { eventId } = scope;
  const { organisationId } = await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    select: { organisationId: true },
  });
  const audited = { organisationId, eventId, actor: actorOf(scope), subjectId: registrationId };
  await recordAudit(tx, { ...audited, action: told.action }, now);
  const mail = { message: told.message, locale, to: { name, email }, organisationId, eventId } as const;
  await enqueueMail(tx, { ...mail, registrationId }, now);
}

const actorOf = ({ userId }: EventScope) => ({ kind: "USER", id: userId }) as const;
