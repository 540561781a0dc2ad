import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import { ownMessage } from "../rules/own-messages";
import { type OwnWordsFailure, parseOwnWords } from "../rules/own-text";

type Which = { readonly message: string; readonly locale: Locale; readonly revision: number };

/**
 * Words a message anew in one language, from the next mail on. `revision` is the text's as it was shown, 0 for none: what
 * somebody else has written meanwhile is not written over.
 */
export async function saveOwnText(
  { eventId, organisationId, userId }: EventScope,
  { message: name, locale, revision, words }: Which & { readonly words: unknown },
  now: Temporal.Instant,
): Promise<Ok<undefined> | OwnWordsFailure | Failure<"message_unknown" | "own_text_changed">> {
  const message = ownMessage(name);
  if (!message) return fail("message_unknown");
  const parsed = parseOwnWords(message, words);
  if (!parsed.ok) return parsed;
  const { subject, body } = parsed.value;
  const at = toTimestamp(now);
  return inTransaction(async (tx) => {
    const written = await tx.$executeRaw`
      INSERT INTO own_text AS o (event_id, message, locale, subject, body, user_id, changed_at)
      VALUES (${eventId}::uuid, ${message}, ${locale}::locale, ${subject}, ${body}, ${userId}::uuid, ${at}::timestamptz)
      ON CONFLICT (event_id, message, locale) DO UPDATE
        SET subject = EXCLUDED.subject, body = EXCLUDED.body, user_id = EXCLUDED.user_id, changed_at = EXCLUDED.changed_at,
            in_use = true, revision = o.revision + 1
      WHERE o.revision = ${revision}`;
    if (written === 0) return fail("own_text_changed");
    const actor = { kind: "USER", id: userId } as const;
    const detail = { message, locale };
    await recordAudit(tx, { organisationId, eventId, actor, action: "own-text.saved", detail }, now);
    return ok(undefined);
  });
}

/** Goes back to the standard text, or to the own text that was kept when somebody did. */
export async function switchOwnText(
  { eventId, organisationId, userId }: EventScope,
  { message, locale, revision, inUse }: Which & { readonly inUse: boolean },
  now: Temporal.Instant,
): Promise<Ok<undefined> | Failure<"own_text_changed" | "own_text_gone">> {
  return inTransaction(async (tx): Promise<Ok<undefined> | Failure<"own_text_changed" | "own_text_gone">> => {
    const { count } = await tx.ownText.updateMany({
      where: { eventId, message, locale, revision },
      data: { inUse, userId, changedAt: toTimestamp(now), revision: { increment: 1 } },
    });
    if (count === 0) {
      const there = await tx.ownText.count({ where: { eventId, message, locale } });
      return fail(there === 0 ? "own_text_gone" : "own_text_changed");
    }
    const actor = { kind: "USER", id: userId } as const;
    const action = inUse ? "own-text.restored" : "own-text.reset";
    await recordAudit(tx, { organisationId, eventId, actor, action, detail: { message, locale } }, now);
    return ok(undefined);
  });
}
