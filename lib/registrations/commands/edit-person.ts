import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope, RegistrationScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction, takeBack } from "@/lib/platform/transaction";
import { editSchema } from "../by-hand-schema";
import { getRegistration } from "../queries/my-registration";
import type { MoveObstacle } from "../rules/category-move";
import { moveWithin } from "./move-category";
import { offerWhatWasFreed } from "./offer-freed-places";

/** `stale`: somebody, perhaps the attendee, has changed the registration since it was shown. */
export type EditFailure = Failure<"edit_invalid" | "stale" | "category_unknown" | MoveObstacle>;

/**
 * Corrects a person's name, organisation and category, all or nothing, unless the registration has changed since it was shown. A
 * new category follows the rules of `moveCategory`. No mail is sent.
 */
export async function editPerson(
  scope: EventScope,
  person: RegistrationScope,
  body: unknown,
  now: Temporal.Instant,
): Promise<Ok<undefined> | EditFailure> {
  const parsed = editSchema.safeParse(body);
  if (!parsed.success) return fail("edit_invalid");
  const { name, organisationName = null, category, revision } = parsed.data;
  const { organisationId, eventId, userId } = scope;
  const { registrationId } = person;
  const mine = await getRegistration(person, now);
  const moves = mine.category.key !== category;
  const outcome = await inTransaction(async (tx): Promise<Ok<undefined> | EditFailure> => {
    await tx.$executeRaw`SELECT 1 FROM registration WHERE id = ${registrationId}::uuid FOR NO KEY UPDATE`;
    const row = await tx.registration.findUniqueOrThrow({
      where: { id: registrationId, eventId },
      select: { name: true, organisationName: true, updatedAt: true },
    });
    if (String(row.updatedAt.getTime()) !== revision) return fail("stale");
    if (moves) {
      const moved = await moveWithin(tx, scope, { person, mine, category, tells: false }, now);
      if (!moved.ok) takeBack(moved);
    }
    const fields = [
      ...(row.name === name ? [] : ["name"]),
      ...(row.organisationName === organisationName ? [] : ["organisationName"]),
    ];
    if (fields.length === 0) return ok(undefined);
    await tx.registration.update({
      where: { id: registrationId },
      data: { name, organisationName, updatedAt: toTimestamp(now) },
      select: { id: true },
    });
    const audited = {
      organisationId,
      eventId,
      actor: { kind: "USER", id: userId },
      subjectId: registrationId,
    } as const;
    await recordAudit(tx, { ...audited, action: "registration.changed", detail: { fields } }, now);
    return ok(undefined);
  });
  if (outcome.ok && moves) await offerWhatWasFreed(eventId, now);
  return outcome;
}
