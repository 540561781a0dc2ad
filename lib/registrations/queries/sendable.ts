import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { fromDateColumn, localDate } from "@/lib/core/local-date";
import { fail, type Ok, ok } from "@/lib/core/result";
import { registrationWindow } from "@/lib/events/rules/registration-window";
import { type Database, database, type Transaction } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { SendFailure } from "../errors";
import type { InvitationFilter } from "../invitation-schema";
import { INVITATIONS, invitationsInTab, invitationsMatching, invitationsWithin } from "./invitation-conditions";

/** Whom to send to: one invitation; or of those the board shows the ones never mailed, or, `again`, the ones mailed before. */
export type Recipients =
  | { readonly kind: "one"; readonly id: string }
  | { readonly kind: "shown"; readonly filter: InvitationFilter; readonly again: boolean };

/**
 * SQL: the ids of those who can be sent an invitation now: neither answered nor taken back, and not mailed since `shownAt`,
 * the moment at which the organiser saw whom it would go to. Fails when nobody could answer.
 */
export async function sendable(
  db: Database | Transaction,
  { scope, to, shownAt }: { readonly scope: EventScope; readonly to: Recipients; readonly shownAt: Temporal.Instant },
  now: Temporal.Instant,
): Promise<Ok<Prisma.Sql> | SendFailure> {
  const event = await db.event.findUniqueOrThrow({
    where: { id: scope.eventId },
    select: { status: true, timeZone: true, registrationOpensOn: true, lastRegistrationDay: true, endsOn: true },
  });
  if (event.status !== "PUBLISHED") return fail("event_not_published");
  const window = registrationWindow(
    {
      status: event.status,
      timeZone: event.timeZone,
      registrationOpensOn: event.registrationOpensOn && fromDateColumn(event.registrationOpensOn),
      lastRegistrationDay: fromDateColumn(event.lastRegistrationDay),
      endsOn: fromDateColumn(event.endsOn),
    },
    now,
  );
  if (window.state === "over") return fail("registration_over");
  const chosen =
    to.kind === "one"
      ? Prisma.sql`${invitationsWithin(scope)} AND i.id = ${to.id}::uuid`
      : Prisma.sql`${invitationsMatching(scope, to.filter)} AND ${invitationsInTab(to.filter)}`;
  const before = Prisma.sql`i.sent_at < ${toTimestamp(shownAt)}::timestamptz`;
  const never = Prisma.sql`i.sent_at IS NULL`;
  const isDue = to.kind === "one" ? Prisma.sql`(${never} OR ${before})` : to.again ? before : never;
  // After the last day only those can answer who were given longer.
  const isLate =
    window.state === "closed"
      ? Prisma.sql`i.extended_through >= ${localDate(now, event.timeZone).toString()}::date`
      : Prisma.sql`TRUE`;
  return ok(Prisma.sql`SELECT i.id FROM ${INVITATIONS}
    WHERE ${chosen} AND i.withdrawn_at IS NULL AND i.state IN ('SENT', 'OPENED') AND ${isDue} AND ${isLate}`);
}

/** How many people would be sent an invitation now. */
export async function countSendable(
  scope: EventScope,
  to: Recipients,
  now: Temporal.Instant,
): Promise<Ok<number> | SendFailure> {
  const ids = await sendable(database(), { scope, to, shownAt: now }, now);
  if (!ids.ok) return ids;
  const [row] = await database().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM (${ids.value}) ids`;
  return ok(row?.count ?? 0);
}
