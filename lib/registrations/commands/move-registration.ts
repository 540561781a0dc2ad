import type { Temporal } from "temporal-polyfill";
import type { Actor } from "@/lib/audit/commands/record-audit";
import { toTimestamp } from "@/lib/core/clock";
import type { Transaction } from "@/lib/platform/db";
import { nextState, type RegistrationEvent, type RegistrationState } from "../rules/transitions";

type Move = {
  readonly from: RegistrationState;
  readonly event: RegistrationEvent;
  readonly actor: Actor;
  readonly reason?: string;
  /** End of the offer that is made; nothing else that one is moved to ends by itself. */
  readonly expiresAt?: Temporal.Instant;
};

/**
 * Moves a registration to its next state if it still is in `from` (compare and set), and writes who did it and when.
 * Returns the new state, or null when the event may not happen in `from` or somebody else was first.
 */
export async function moveRegistration(
  tx: Transaction,
  registrationId: string,
  { from, event, actor, reason, expiresAt }: Move,
  now: Temporal.Instant,
): Promise<RegistrationState | null> {
  const to = nextState(from, event);
  if (!to) return null;
  const at = toTimestamp(now);
  const moved = await tx.$executeRaw`
    WITH r AS (
      UPDATE registration SET state = ${to}::registration_state, updated_at = ${at}::timestamptz,
             expires_at = ${expiresAt ? toTimestamp(expiresAt) : null}::timestamptz
       WHERE id = ${registrationId}::uuid AND state = ${from}::registration_state
      RETURNING id
    )
    INSERT INTO registration_transition (registration_id, from_state, to_state, actor_kind, actor_id, reason, at)
    SELECT id, ${from}::registration_state, ${to}::registration_state, ${actor.kind}::actor_kind, ${actor.id ?? null}::uuid,
           ${reason ?? null}, ${at}::timestamptz FROM r`;
  return moved === 1 ? to : null;
}
