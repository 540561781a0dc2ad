import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope, RegistrationScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Transaction } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import { MOST_TAGS, type TagInput, tagSchema } from "../tag-schema";

/** A tag as it was written, and whether the person is to have it or not. */
export type Tagging = { readonly tag: string; readonly isOn: boolean };
export type TagFailure = "tag_invalid" | "too_many_tags";

/**
 * Gives one registration a tag of the event's, which is made when it is new, or takes it away. `changed` is false when it was
 * so already; nothing is written then.
 */
export async function tagRegistration(
  scope: EventScope,
  { registrationId }: RegistrationScope,
  { tag, isOn }: Tagging,
  now: Temporal.Instant,
): Promise<Result<{ readonly changed: boolean }, TagFailure>> {
  const parsed = tagSchema.safeParse(tag);
  if (!parsed.success) return fail("tag_invalid");
  const { organisationId, eventId, userId } = scope;
  return inTransaction(async (tx) => {
    const tagId = await (isOn ? ensureTag : findTag)(tx, eventId, parsed.data, now);
    if (!tagId) return isOn ? fail("too_many_tags") : ok({ changed: false });
    const which = { registrationId, tagId };
    const { count } = isOn
      ? await tx.registrationTag.createMany({ data: [{ ...which, eventId }], skipDuplicates: true })
      : await tx.registrationTag.deleteMany({ where: which });
    const audited = {
      organisationId,
      eventId,
      actor: { kind: "USER", id: userId },
      subjectId: registrationId,
    } as const;
    const action = isOn ? "registration.tagged" : "registration.untagged";
    if (count > 0) await recordAudit(tx, { ...audited, action, detail: { tag: tagId } }, now);
    return ok({ changed: count > 0 });
  });
}

async function findTag(tx: Transaction, eventId: string, { key }: TagInput): Promise<string | null> {
  return (await tx.tag.findUnique({ where: { eventId_key: { eventId, key } }, select: { id: true } }))?.id ?? null;
}

async function ensureTag(
  tx: Transaction,
  eventId: string,
  { name, key }: TagInput,
  now: Temporal.Instant,
): Promise<string | null> {
  const known = await findTag(tx, eventId, { name, key });
  if (known) return known;
  if ((await tx.tag.count({ where: { eventId } })) >= MOST_TAGS) return null;
  await tx.tag.createMany({
    data: [{ id: newId(now), eventId, name, key, createdAt: toTimestamp(now) }],
    skipDuplicates: true,
  });
  return findTag(tx, eventId, { name, key });
}
