import type { Temporal } from "temporal-polyfill";
import type { Actor } from "@/lib/audit/commands/record-audit";
import { toTimestamp } from "@/lib/core/clock";
import type { Transaction } from "@/lib/platform/db";
import type { SubstituteInput } from "../schema";

/** Who goes and who comes, with the reference of the one who comes. */
export type Succession = { readonly oldId: string; readonly newId: string; readonly reference: string };

/**
 * Writes the new person's registration beside the old one, with its category, days, sessions, waits, booking, price and
 * invitation, and nothing of what the old person said. It takes no place yet: until `swapPlaces` it is as if it had lapsed.
 */
export async function insertSubstitute(
  tx: Transaction,
  { oldId, newId, reference }: Succession,
  { name, email }: SubstituteInput,
  now: Temporal.Instant,
): Promise<void> {
  const at = toTimestamp(now);
  await tx.$executeRaw`
    WITH r AS (
      INSERT INTO registration (id, event_id, booking_id, category_id, reference, state, name, email, email_normalised,
        organisation_name, municipality_code, locale, voucher_id, guest_of_id, substitute_for_id, created_at, updated_at)
      SELECT ${newId}::uuid, event_id, booking_id, category_id, ${reference}, 'LAPSED', ${name}, ${email.address}, ${email.normalised},
        organisation_name, municipality_code, locale, voucher_id, guest_of_id, id, ${at}::timestamptz, ${at}::timestamptz
        FROM registration WHERE id = ${oldId}::uuid
      RETURNING id
    ), d AS (
      INSERT INTO registration_day (registration_id, event_id, day_id)
      SELECT r.id, old.event_id, old.day_id FROM r, registration_day old WHERE old.registration_id = ${oldId}::uuid
    ), s AS (
      INSERT INTO registration_session (registration_id, event_id, session_id)
      SELECT r.id, old.event_id, old.session_id FROM r, registration_session old WHERE old.registration_id = ${oldId}::uuid
    )
    SELECT 1 FROM r`;
  await tx.priceLine.updateMany({ where: { registrationId: oldId }, data: { registrationId: newId } });
  await tx.sessionWaiting.updateMany({
    where: { registrationId: oldId, state: { in: ["WAITING", "OFFERED"] } },
    data: { registrationId: newId, updatedAt: at },
  });
  await tx.invitation.updateMany({ where: { registrationId: oldId }, data: { registrationId: newId } });
}

/**
 * Gives the one place from one person to the other in a single statement: the database counts what a statement changes as a
 * whole, so no quota moves, not even where its capacity was lowered below what is used. Writes both histories. False when
 * the old registration is not confirmed any more.
 */
export async function swapPlaces(
  tx: Transaction,
  { oldId, newId }: Succession,
  actor: Actor,
  now: Temporal.Instant,
): Promise<boolean> {
  const at = toTimestamp(now);
  const moved = await tx.$executeRaw`
    WITH r AS (
      UPDATE registration
         SET state = CASE WHEN id = ${oldId}::uuid THEN 'SUBSTITUTED' ELSE 'CONFIRMED' END::registration_state,
             calendar_sequence = calendar_sequence + CASE WHEN id = ${oldId}::uuid THEN 1 ELSE 0 END,
             updated_at = ${at}::timestamptz
       WHERE (id = ${oldId}::uuid AND state = 'CONFIRMED') OR id = ${newId}::uuid
      RETURNING id, state
    )
    INSERT INTO registration_transition (registration_id, from_state, to_state, actor_kind, actor_id, at)
    SELECT id, CASE WHEN id = ${oldId}::uuid THEN 'CONFIRMED'::registration_state END, state, ${actor.kind}::actor_kind,
           ${actor.id ?? null}::uuid, ${at}::timestamptz FROM r`;
  return moved === 2;
}
