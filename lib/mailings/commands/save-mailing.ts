import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { isUuid, newId } from "@/lib/core/ids";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import { filterParameters, type RegistrationFilter } from "@/lib/reports/schema";
import { parseMailingText, type TextFailure } from "../schema";
import { lockMailing } from "./lock-mailing";

type Saved = Ok<{ readonly id: string }>;
type SaveFailure = TextFailure | Failure<"mailing_gone" | "mailing_changed" | "mailing_sent">;

/** Keeps a new draft to those whom the filter lets through. */
export async function startMailing(
  { eventId, organisationId, userId }: EventScope,
  { body, filter }: { readonly body: unknown; readonly filter: RegistrationFilter },
  now: Temporal.Instant,
): Promise<Saved | TextFailure> {
  const text = parseMailingText(body);
  if (!text.ok) return text;
  const id = newId(now);
  return inTransaction(async (tx) => {
    await tx.mailing.create({
      data: { id, eventId, userId, ...text.value, filter: filterParameters(filter), createdAt: toTimestamp(now) },
      select: { id: true },
    });
    const actor = { kind: "USER", id: userId } as const;
    await recordAudit(tx, { organisationId, eventId, actor, action: "mailing.drafted", subjectId: id }, now);
    return ok({ id });
  });
}

/** Changes what a draft says. `revision` is the draft's as it was shown: somebody else's change is not written over. */
export async function saveMailing(
  scope: EventScope,
  { id, revision, body }: { readonly id: string; readonly revision: number; readonly body: unknown },
  now: Temporal.Instant,
): Promise<Saved | SaveFailure> {
  const text = parseMailingText(body);
  if (!text.ok) return text;
  if (!isUuid(id)) return fail("mailing_gone");
  const { eventId, organisationId, userId } = scope;
  return inTransaction(async (tx): Promise<Saved | SaveFailure> => {
    const mailing = await lockMailing(tx, scope, id);
    if (!mailing) return fail("mailing_gone");
    if (mailing.state !== "DRAFT") return fail("mailing_sent");
    if (mailing.revision !== revision) return fail("mailing_changed");
    const { subjectEn = null, bodyEn = null, ...swedish } = text.value;
    await tx.mailing.update({
      where: { id },
      data: { ...swedish, subjectEn, bodyEn, userId, revision: { increment: 1 } },
      select: { id: true },
    });
    const actor = { kind: "USER", id: userId } as const;
    await recordAudit(tx, { organisationId, eventId, actor, action: "mailing.changed", subjectId: id }, now);
    return ok({ id });
  });
}

/** Throws a draft away. */
export async function removeMailing(
  scope: EventScope,
  id: string,
  now: Temporal.Instant,
): Promise<Ok<undefined> | Failure<"mailing_gone" | "mailing_sent">> {
  if (!isUuid(id)) return fail("mailing_gone");
  const { eventId, organisationId, userId } = scope;
  return inTransaction(async (tx): Promise<Ok<undefined> | Failure<"mailing_gone" | "mailing_sent">> => {
    const mailing = await lockMailing(tx, scope, id);
    if (!mailing) return fail("mailing_gone");
    if (mailing.state !== "DRAFT") return fail("mailing_sent");
    await tx.mailing.delete({ where: { id }, select: { id: true } });
    const actor = { kind: "USER", id: userId } as const;
    await recordAudit(tx, { organisationId, eventId, actor, action: "mailing.removed", subjectId: id }, now);
    return ok(undefined);
  });
}
