import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { newId } from "@/lib/core/ids";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { fieldCodes } from "@/lib/core/written";
import { changedFields, sectionMark } from "@/lib/events/rules/section";
import { inTransaction } from "@/lib/platform/transaction";
import type { SessionFieldCode, SessionRefusals } from "../errors";
import { canEditProgramme, canEditSession, editsOnlySessionsOf } from "../policy";
import { findSessionRow, type SessionFields, sessionChoices, sessionFields } from "../queries/edited-session";
import { sessionSchema } from "../schema";
import { lockProgramme } from "./lock-programme";
import { refusedPlaces, writeSession } from "./write-session";

export type SavedSession =
  | Ok<{ readonly id: string; readonly changed: readonly string[] }>
  | Failure<"session_gone">
  | Failure<"invalid", SessionRefusals>
  | Failure<"changed_meanwhile", { readonly fields: SessionFields; readonly mark: string }>;

export type SentSession = {
  /** Null for a new one. */
  readonly id: string | null;
  readonly body: unknown;
  /** The mark of what the organiser was shown. */
  readonly seen: string;
};

/**
 * Creates or changes a session. A co-organiser who hosts only its own sessions changes those alone, and new ones are its own.
 * What somebody else has changed since it was shown is given back, not written over. Fewer places than are taken, and no sign-up
 * where somebody has signed up, are refused. What moves on a published event is kept for the letter about changes by the
 * database's own triggers.
 */
export async function saveSession(scope: EventScope, sent: SentSession, now: Temporal.Instant): Promise<SavedSession> {
  const { eventId, organisationId, userId } = scope;
  const host = editsOnlySessionsOf(scope);
  if (!canEditProgramme(scope) && host === null) return fail("session_gone");
  return inTransaction(async (tx): Promise<SavedSession> => {
    const timeZone = await lockProgramme(tx, eventId);
    const row = sent.id === null ? null : await findSessionRow(eventId, sent.id, tx);
    if (sent.id !== null && (!row || !canEditSession(scope, row))) return fail("session_gone");
    const before = row ? sessionFields(row) : {};
    const taken = row?.quota?.used ?? 0;
    const parsed = sessionSchema.safeParse(sent.body);
    if (!parsed.success) return fail("invalid", { fields: fieldCodes<SessionFieldCode>(parsed.error.issues), taken });
    const mark = sectionMark(before);
    if (row && sent.seen !== mark) return fail("changed_meanwhile", { fields: before, mark });
    const input = host === null ? parsed.data : { ...parsed.data, host };
    const fields = {
      ...(await refusedPlaces(tx, { eventId, ...(await sessionChoices(scope, tx)) }, input)),
      ...(input.places !== null && input.places < taken && { places: "below_taken" as const }),
      ...(row?.signUp && !input.signUp && row._count.registrations > 0 && { signUp: "chosen_by_people" as const }),
    };
    if (Object.keys(fields).length > 0) return fail("invalid", { fields, taken });
    const id = row?.id ?? newId(now);
    await writeSession(tx, { eventId, id, isNew: !row, timeZone }, input);
    const written = await findSessionRow(eventId, id, tx);
    const changed = changedFields(before, written ? sessionFields(written) : {});
    if (changed.length === 0) return ok({ id, changed });
    const actor = { kind: "USER", id: userId } as const;
    const action = row ? "session.changed" : "session.created";
    await recordAudit(
      tx,
      { organisationId, eventId, actor, action, subjectId: id, detail: row ? { changed } : {} },
      now,
    );
    return ok({ id, changed });
  });
}
