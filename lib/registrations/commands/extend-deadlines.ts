import { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { isUuid } from "@/lib/core/ids";
import { fromDateColumn, localDate, toDateColumn } from "@/lib/core/local-date";
import { fail, type Ok, ok } from "@/lib/core/result";
import type { Transaction } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import type { ExtendFailure } from "../errors";
import { extensionSchema } from "../schema";

/** Whose deadlines: somebody registered, who may then change and cancel later, or somebody invited, who may register later. */
export type Extended = { readonly reference: string } | { readonly invitationId: string };

/**
 * Gives one person later last days than everybody else, through a local date from today to the event's last day, or takes
 * that back (no date). Only for organisers who may change the event's registrations.
 */
export async function extendDeadlines(
  scope: EventScope,
  { whose, body }: { readonly whose: Extended; readonly body: unknown },
  now: Temporal.Instant,
): Promise<Ok<undefined> | ExtendFailure> {
  if (!canEdit(scope.role) || scope.reach.kind !== "whole-event") return fail("registration_not_found");
  if ("invitationId" in whose && !isUuid(whose.invitationId)) return fail("registration_not_found");
  const parsed = extensionSchema.safeParse(body);
  if (!parsed.success) return fail("extension_date");
  const through = parsed.data.through === "" ? null : Temporal.PlainDate.from(parsed.data.through);
  return inTransaction(async (tx) => {
    const event = await tx.event.findUniqueOrThrow({
      where: { id: scope.eventId },
      select: { timeZone: true, endsOn: true },
    });
    const isPossible = (day: Temporal.PlainDate) =>
      Temporal.PlainDate.compare(day, localDate(now, event.timeZone)) >= 0 &&
      Temporal.PlainDate.compare(day, fromDateColumn(event.endsOn)) <= 0;
    if (through && !isPossible(through)) return fail("extension_date");
    const subjectId = await write(tx, scope.eventId, whose, through && toDateColumn(through));
    if (!subjectId) return fail("registration_not_found");
    const { organisationId, eventId, userId } = scope;
    const action = "reference" in whose ? "registration.extended" : "invitation.extended";
    const audited = { organisationId, eventId, actor: { kind: "USER", id: userId }, subjectId } as const;
    await recordAudit(tx, { ...audited, action, detail: { through: through?.toString() ?? "" } }, now);
    return ok(undefined);
  });
}

/** The id of the row that was changed, or null when the event has none such. */
async function write(
  tx: Transaction,
  eventId: string,
  whose: Extended,
  extendedThrough: Date | null,
): Promise<string | null> {
  const data = { extendedThrough };
  const rows =
    "reference" in whose
      ? await tx.registration.updateManyAndReturn({
          where: { eventId, reference: whose.reference },
          data,
          select: { id: true },
        })
      : await tx.invitation.updateManyAndReturn({
          where: { eventId, id: whose.invitationId },
          data,
          select: { id: true },
        });
  return rows[0]?.id ?? null;
}
