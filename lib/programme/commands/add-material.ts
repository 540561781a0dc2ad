import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { isUuid, newId } from "@/lib/core/ids";
import { type Localised, localised } from "@/lib/core/localised";
import { fail, ok, type Result } from "@/lib/core/result";
import { inBoth } from "@/lib/core/written";
import { canEditEvent } from "@/lib/events/policy";
import type { Transaction } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import type { MaterialCode } from "../errors";
import { readMaterial, type SentMaterial } from "./read-material";
import { storeContent } from "./store-content";

const LONGEST_TITLE = 200;

export type NewMaterial = SentMaterial & {
  /** "" for the whole event, "<session>" for a session, "<session>/<speaker>" for somebody's slides at it. */
  readonly belongsTo: string;
  /** Blank where it is called as its session is. */
  readonly titleSv: string;
  readonly titleEn: string;
  /** Whose it is has said that it may be published. */
  readonly consent: boolean;
};

/** Takes a material from an organiser: the event's own, or a speaker's on their behalf, in place of what was there. */
export async function addMaterial(
  scope: EventScope,
  { belongsTo, consent, titleSv, titleEn, ...sent }: NewMaterial,
  now: Temporal.Instant,
): Promise<Result<{ readonly id: string }, MaterialCode>> {
  if (!canEditEvent(scope)) return fail("material_gone");
  const written = inBoth(titleSv.trim(), titleEn.trim());
  if (Math.max(titleSv.length, titleEn.length) > LONGEST_TITLE) return fail("title_too_long");
  const content = await readMaterial(sent);
  if (!content.ok) return content;
  const { eventId, organisationId, userId } = scope;
  return inTransaction(async (tx): Promise<Result<{ readonly id: string }, MaterialCode>> => {
    const owner = await findOwner(tx, scope, belongsTo);
    if (!owner) return fail("material_gone");
    const title = written ?? owner.title;
    if (!title) return fail("title_missing");
    const { sessionId, speakerId } = owner;
    const data = {
      ...{ eventId, sessionId, speakerId, title, consent, uploadedById: userId, uploadedAt: toTimestamp(now) },
      ...{ link: "link" in content.value ? content.value.link : null, publishedAt: null },
    };
    const before =
      sessionId && speakerId
        ? await tx.material.findUnique({
            where: { sessionId_speakerId: { sessionId, speakerId } },
            select: { id: true },
          })
        : null;
    const id = before?.id ?? newId(now);
    if (before) await tx.material.update({ where: { id }, data, select: { id: true } });
    else await tx.material.create({ data: { id, ...data }, select: { id: true } });
    await storeContent(tx, { eventId, materialId: id, content: content.value }, now);
    const actor = { kind: "USER", id: userId } as const;
    const detail = { ...(sessionId && { session: sessionId }), ...(speakerId && { speaker: speakerId }), consent };
    await recordAudit(tx, { organisationId, eventId, actor, action: "material.added", subjectId: id, detail }, now);
    return ok({ id });
  });
}

type Owner = {
  readonly sessionId: string | null;
  readonly speakerId: string | null;
  readonly title: Localised | null;
};

async function findOwner(tx: Transaction, { eventId }: EventScope, belongsTo: string): Promise<Owner | null> {
  if (belongsTo === "") return { sessionId: null, speakerId: null, title: null };
  const [sessionId = "", speakerId = null, ...rest] = belongsTo.split("/");
  if (!isUuid(sessionId) || (speakerId !== null && !isUuid(speakerId)) || rest.length > 0) return null;
  await tx.$queryRaw`SELECT 1 FROM session WHERE id = ${sessionId}::uuid FOR NO KEY UPDATE`;
  const session = await tx.session.findFirst({
    where: { id: sessionId, eventId, ...(speakerId && { speakers: { some: { speakerId } } }) },
    select: { title: true },
  });
  return session && { sessionId, speakerId, title: localised(session.title) };
}
