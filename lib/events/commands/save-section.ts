import type { Temporal } from "temporal-polyfill";
import type { z } from "zod";
import type { AuditAction } from "@/lib/audit/actions";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { fieldCodes } from "@/lib/core/written";
import type { Transaction } from "@/lib/platform/db";
import { inTransaction, takeBack } from "@/lib/platform/transaction";
import type { EventFieldCode } from "../errors";
import { canEditEvent } from "../policy";
import { changedFields, sectionMark } from "../rules/section";

/** What a section holds, each field as a form would send it. */
export type SectionFields = Readonly<Record<string, string>>;
export type FieldRefusals = Readonly<Record<string, EventFieldCode>>;

export type SavedSection =
  | Ok<{ readonly changed: readonly string[]; readonly slug: string }>
  | Failure<"event_gone">
  | Failure<"invalid", FieldRefusals>
  | Failure<"changed_meanwhile", { readonly fields: SectionFields; readonly mark: string }>;

/** What the audit trail calls a section. */
type SectionName = {
  [Action in AuditAction]: Action extends `event.${infer Name}_changed` ? Name : never;
}[AuditAction];

/** One part of an event that is edited on a page of its own. */
export type Section<Input> = {
  readonly name: SectionName;
  readonly schema: z.ZodType<Input>;
  readonly read: (eventId: string, tx: Transaction) => Promise<SectionFields>;
  /** Writes what was sent; what stands in the way of a field takes everything back. */
  readonly write: (
    tx: Transaction,
    scope: EventScope,
    input: Input,
    now: Temporal.Instant,
  ) => Promise<FieldRefusals | null>;
};

export type SentSection = { readonly body: unknown; readonly seen: string };

/**
 * Saves one section of an event, all or nothing. `seen` is the mark of what the organiser was shown: what somebody else has
 * changed since is not written over, but given back with a new mark. Saving what is stored already writes nothing.
 */
export async function saveSection<Input>(
  section: Section<Input>,
  scope: EventScope,
  { body, seen }: SentSection,
  now: Temporal.Instant,
): Promise<SavedSection> {
  if (!canEditEvent(scope)) return fail("event_gone");
  const { eventId, organisationId, userId } = scope;
  return inTransaction(async (tx): Promise<SavedSection> => {
    // Quotas before the event, in id order, as everywhere.
    await tx.$queryRaw`SELECT id FROM quota WHERE event_id = ${eventId}::uuid ORDER BY id FOR UPDATE`;
    await tx.$queryRaw`SELECT id FROM event WHERE id = ${eventId}::uuid FOR UPDATE`;
    const before = await section.read(eventId, tx);
    const parsed = section.schema.safeParse(body);
    if (!parsed.success) return fail("invalid", fieldCodes<EventFieldCode>(parsed.error.issues));
    const mark = sectionMark(before);
    if (seen !== mark) return fail("changed_meanwhile", { fields: before, mark });
    const refusals = await section.write(tx, scope, parsed.data, now);
    if (refusals) return takeBack(fail("invalid", refusals));
    const changed = changedFields(before, await section.read(eventId, tx));
    const { slug } = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: { slug: true } });
    if (changed.length === 0) return takeBack(ok({ changed, slug }));
    const actor = { kind: "USER", id: userId } as const;
    const action = `event.${section.name}_changed` as const;
    await recordAudit(tx, { organisationId, eventId, actor, action, detail: { changed } }, now);
    return ok({ changed, slug });
  });
}
