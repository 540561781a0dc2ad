import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { parseEmailAddress } from "@/lib/core/email-address";
import { isUuid, newId } from "@/lib/core/ids";
import { fail, ok, type Result } from "@/lib/core/result";
import { inBoth } from "@/lib/core/written";
import { canEditEvent } from "@/lib/events/policy";
import type { Transaction } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { inTransaction } from "@/lib/platform/transaction";
import type { SpeakerFieldCode } from "../errors";
import { type SpeakerInput, speakerSchema } from "../schema";

type Saved = Result<{ readonly id: string; readonly isNew: boolean }, SpeakerFieldCode>;

/**
 * Adds a speaker to an event, or changes one: who they are, and what they do at which of its sessions. Speakers belong to the
 * organisation: somebody with the same address is not added twice. Another address ends the links that went to the old one.
 */
export async function saveSpeaker(
  scope: EventScope,
  { speaker, body }: { readonly speaker: string | null; readonly body: unknown },
  now: Temporal.Instant,
): Promise<Saved> {
  if (!canEditEvent(scope) || (speaker !== null && !isUuid(speaker))) return fail("speaker_gone");
  const parsed = speakerSchema.safeParse(body);
  if (!parsed.success) return fail("too_long");
  const input = parsed.data;
  if (input.name === "") return fail("name_missing");
  const email = input.email === "" ? null : parseEmailAddress(input.email)?.normalised;
  if (email === undefined) return fail("email_invalid");
  const { eventId, organisationId, userId } = scope;
  return inTransaction(async (tx): Promise<Saved> => {
    await tx.$queryRaw`SELECT 1 FROM organisation WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
    const before = speaker
      ? await tx.speaker.findFirst({ where: { id: speaker, organisationId }, select: { id: true, email: true } })
      : null;
    if (speaker && !before) return fail("speaker_gone");
    const sessions = await tx.session.findMany({ where: { eventId }, select: { id: true } });
    const known = new Set(sessions.map(({ id }) => id));
    const wanted = Object.entries(input.parts).filter(([, part]) => part !== "");
    if (wanted.some(([id]) => !known.has(id))) return fail("session_gone");
    if (!before && wanted.length === 0) return fail("no_session");
    const namesake = { organisationId, email, ...(speaker && { id: { not: speaker } }) };
    if (email && (await tx.speaker.count({ where: namesake })) > 0) return fail("email_taken");
    const id = before?.id ?? newId(now);
    const data = columnsOf(input, email);
    if (before) await tx.speaker.update({ where: { id }, data, select: { id: true } });
    else
      await tx.speaker.create({
        data: { id, organisationId, createdAt: toTimestamp(now), ...data },
        select: { id: true },
      });
    if (before?.email && before.email !== email) await tx.personalLink.deleteMany({ where: { speakerId: id } });
    await writeParts(tx, { id, eventId, parts: input.parts });
    const actor = { kind: "USER", id: userId } as const;
    const action = before ? "speaker.changed" : "speaker.added";
    const detail = { sessions: wanted.map(([session]) => session) };
    await recordAudit(tx, { organisationId, eventId, actor, action, subjectId: id, detail }, now);
    return ok({ id, isNew: !before });
  });
}

function columnsOf(input: SpeakerInput, email: string | null) {
  return {
    ...{ name: input.name, email, affiliation: input.affiliation || null, locale: input.locale },
    role: inBoth(input.roleSv, input.roleEn) ?? Prisma.DbNull,
    biography: inBoth(input.biographySv, input.biographyEn) ?? Prisma.DbNull,
  };
}

/** What the speaker does at each session that the form asked about; who is new at one stands last there. */
async function writeParts(
  tx: Transaction,
  {
    id: speakerId,
    eventId,
    parts,
  }: { readonly id: string; readonly eventId: string; readonly parts: SpeakerInput["parts"] },
): Promise<void> {
  const left = Object.keys(parts).filter((sessionId) => parts[sessionId] === "" && isUuid(sessionId));
  await tx.sessionSpeaker.deleteMany({ where: { speakerId, sessionId: { in: left }, session: { eventId } } });
  for (const [sessionId, part] of Object.entries(parts)) {
    if (part === "") continue;
    const { _max } = await tx.sessionSpeaker.aggregate({ where: { sessionId }, _max: { position: true } });
    await tx.sessionSpeaker.upsert({
      where: { sessionId_speakerId: { sessionId, speakerId } },
      create: { sessionId, speakerId, part, position: (_max.position ?? -1) + 1 },
      update: { part },
      select: { speakerId: true },
    });
  }
}
