import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope, RegistrationScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { isUuid, newId } from "@/lib/core/ids";
import { fail, ok, type Result } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import { noteSchema } from "../tag-schema";

/** Writes a note about one registration, for colleagues. */
export async function noteRegistration(
  scope: EventScope,
  { registrationId }: RegistrationScope,
  body: unknown,
  now: Temporal.Instant,
): Promise<Result<{ readonly id: string }, "note_invalid">> {
  const parsed = noteSchema.safeParse(body);
  if (!parsed.success) return fail("note_invalid");
  const id = newId(now);
  return inTransaction(async (tx) => {
    const { text } = parsed.data;
    await tx.registrationNote.create({
      data: { id, registrationId, text, authorId: scope.userId, createdAt: toTimestamp(now) },
      select: { id: true },
    });
    await recordAudit(tx, { ...audited(scope, registrationId), action: "registration.noted" }, now);
    return ok({ id });
  });
}

/** Takes a note away. One that is gone already, or about somebody else, is let be. */
export async function removeNote(
  scope: EventScope,
  { registrationId }: RegistrationScope,
  noteId: string,
  now: Temporal.Instant,
): Promise<void> {
  if (!isUuid(noteId)) return;
  await inTransaction(async (tx) => {
    const { count } = await tx.registrationNote.deleteMany({ where: { id: noteId, registrationId } });
    if (count > 0)
      await recordAudit(tx, { ...audited(scope, registrationId), action: "registration.note-removed" }, now);
  });
}

function audited({ organisationId, eventId, userId }: EventScope, subjectId: string) {
  return { organisationId, eventId, actor: { kind: "USER", id: userId }, subjectId } as const;
}
