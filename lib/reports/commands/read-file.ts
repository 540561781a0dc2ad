import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { isUuid } from "@/lib/core/ids";
import { fail, ok, type Result } from "@/lib/core/result";
import { database } from "@/lib/platform/db";
import type { HandedOutFile } from "@/lib/platform/file-columns";
import { Prisma } from "@/lib/platform/generated/client";
import { offeredColumns } from "../policy";
import type { EventFacets } from "../queries/event-facets";
import { withinScope } from "../queries/registration-conditions";

/**
 * Hands out a file that somebody within this reader's reach sent as an answer: their own or their booking's. Who may not
 * read the answer may not have the file; each reading is audited in the same transaction, by id. Everything else is not found.
 */
export async function readFile(
  scope: EventScope,
  { reference, id, facets }: { readonly reference: string; readonly id: string; readonly facets: EventFacets },
  now: Temporal.Instant,
): Promise<Result<HandedOutFile, "file_not_found">> {
  const readable = offeredColumns(scope, facets.questions).flatMap(({ question }) => question?.key ?? []);
  if (!isUuid(id) || readable.length === 0) return fail("file_not_found");
  return database().$transaction(async (tx) => {
    const [file] = await tx.$queryRaw<(HandedOutFile & { registrationId: string; question: string })[]>`
      SELECT f.name, f.media_type AS "mediaType", f.content, f.question_key AS question, r.id AS "registrationId"
        FROM registration r JOIN stored_file f ON f.registration_id = r.id OR f.booking_id = r.booking_id
       WHERE ${withinScope(scope)} AND r.reference = ${reference} AND f.id = ${id}::uuid
         AND f.question_key IN (${Prisma.join(readable)})`;
    if (!file) return fail("file_not_found");
    const { registrationId, question, name, mediaType, content } = file;
    const { organisationId, eventId, userId } = scope;
    const actor = { kind: "USER", id: userId } as const;
    const audited = { organisationId, eventId, actor, subjectId: registrationId, detail: { file: id, question } };
    await recordAudit(tx, { ...audited, action: "file.read" }, now);
    return ok({ name, mediaType, content });
  });
}
