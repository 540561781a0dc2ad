import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { SpeakerScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { isUuid, newId } from "@/lib/core/ids";
import { localised } from "@/lib/core/localised";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Transaction } from "@/lib/platform/db";
import { consumeRateLimit, networkOf } from "@/lib/platform/rate-limit";
import { inTransaction } from "@/lib/platform/transaction";
import type { SlidesCode } from "../errors";
import { readMaterial, type SentMaterial } from "./read-material";
import { storeContent } from "./store-content";

export type HandedIn = SentMaterial & {
  readonly sessionId: string;
  /** The speaker agrees that the slides may be published. */
  readonly consent: boolean;
  /** The sender's network address, for the limit per network. */
  readonly clientIp: string;
};

/**
 * Takes a speaker's slides for one of their sessions, in place of what they sent before. With neither file nor address only
 * the consent is changed. Whatever is new, and whatever is no longer agreed to, is public only once the organiser chooses it.
 */
export async function handInSlides(
  scope: SpeakerScope,
  { sessionId, consent, clientIp, ...sent }: HandedIn,
  now: Temporal.Instant,
): Promise<Result<void, SlidesCode>> {
  if (!isUuid(sessionId)) return fail("session_gone");
  const within = await consumeRateLimit("upload", networkOf(clientIp));
  if (!within.ok) return fail("rate_limited");
  const content = await readMaterial(sent);
  if (!content.ok && content.code !== "nothing_sent") return content;
  return inTransaction(async (tx): Promise<Result<void, SlidesCode>> => {
    const session = await findOwnSession(tx, scope, sessionId);
    if (!session) return fail("session_gone");
    const { speakerId, organisationId } = scope;
    const { eventId } = session;
    const before = await tx.material.findUnique({
      where: { sessionId_speakerId: { sessionId, speakerId } },
      select: { id: true, consent: true },
    });
    if (!before && !content.ok) return fail("nothing_sent");
    const id = before?.id ?? newId(now);
    const arrived = content.ok && {
      link: "link" in content.value ? content.value.link : null,
      ...{ uploadedById: null, uploadedAt: toTimestamp(now), publishedAt: null },
    };
    const agreed = { consent, ...(!consent && { publishedAt: null }) };
    if (before) await tx.material.update({ where: { id }, data: { ...agreed, ...arrived }, select: { id: true } });
    else if (arrived)
      await tx.material.create({
        data: { id, eventId, sessionId, speakerId, title: localised(session.title), ...agreed, ...arrived },
        select: { id: true },
      });
    if (content.ok) await storeContent(tx, { eventId, materialId: id, content: content.value }, now);
    const actor = { kind: "SPEAKER", id: speakerId } as const;
    const detail = { session: sessionId, consent, replaced: content.ok && before !== null };
    await recordAudit(tx, { organisationId, eventId, actor, action: "slides.handed-in", subjectId: id, detail }, now);
    return ok(undefined);
  });
}

/** Removes what a speaker handed in for one of their sessions, wherever it was shown. */
export async function takeBackSlides(
  scope: SpeakerScope,
  sessionId: string,
  now: Temporal.Instant,
): Promise<Result<void, SlidesCode>> {
  if (!isUuid(sessionId)) return fail("session_gone");
  return inTransaction(async (tx): Promise<Result<void, SlidesCode>> => {
    const { speakerId, organisationId } = scope;
    const session = await findOwnSession(tx, scope, sessionId);
    if (!session) return fail("session_gone");
    const { count } = await tx.material.deleteMany({ where: { sessionId, speakerId } });
    if (count === 0) return fail("nothing_sent");
    const actor = { kind: "SPEAKER", id: speakerId } as const;
    const audited = { organisationId, eventId: session.eventId, actor, detail: { session: sessionId } };
    await recordAudit(tx, { ...audited, action: "slides.taken-back" }, now);
    return ok(undefined);
  });
}

/** A session that the speaker holds, at an event that is there; slides are taken after it, too. Locks it against its sibling form. */
async function findOwnSession(tx: Transaction, { speakerId, organisationId }: SpeakerScope, sessionId: string) {
  await tx.$queryRaw`SELECT 1 FROM session WHERE id = ${sessionId}::uuid FOR NO KEY UPDATE`;
  return tx.session.findFirst({
    where: {
      ...{ id: sessionId, cancelledAt: null, event: { status: { notIn: ["DRAFT", "CANCELLED"] } } },
      speakers: { some: { speaker: { id: speakerId, organisationId } } },
    },
    select: { eventId: true, title: true },
  });
}
