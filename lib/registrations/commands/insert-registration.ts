import type { Temporal } from "temporal-polyfill";
import type { Actor } from "@/lib/audit/commands/record-audit";
import { toTimestamp } from "@/lib/core/clock";
import { newId, newReference } from "@/lib/core/ids";
import type { Locale } from "@/lib/core/localised";
import type { Transaction } from "@/lib/platform/db";
import { CONSENT_VERSION } from "../rules/consent";
import type { RegistrationInput } from "../schema";

/** A person's place as it is to be written; ids are the event's own. */
export type NewRegistration = {
  readonly eventId: string;
  readonly categoryId: string;
  readonly dayIds: readonly string[];
  readonly sessionIds: readonly string[];
  readonly input: RegistrationInput;
  readonly municipalityCode: string | null;
  readonly locale: Locale;
  /** ISO date after which diet and access needs are deleted. */
  readonly needsDeletedOn: string;
  readonly actor: Actor;
};

/**
 * Writes booking, registration, choices, needs and the first transition in one statement; returns id and reference. When the
 * address got a living registration at the event in the same moment, the partial unique index refuses it and the
 * transaction is run again by `inTransaction`.
 */
export async function insertRegistration(
  tx: Transaction,
  { eventId, categoryId, dayIds, sessionIds, input, municipalityCode, locale, needsDeletedOn, actor }: NewRegistration,
  now: Temporal.Instant,
): Promise<{ id: string; reference: string }> {
  const id = newId(now);
  const bookingId = newId(now);
  const at = toTimestamp(now);
  const reference = newReference();
  await tx.$executeRaw`
    WITH r AS (
      INSERT INTO registration (id, event_id, booking_id, category_id, reference, state, name, email, email_normalised,
        organisation_name, municipality_code, job_title, locale, answers, consented_at, consent_version, created_at, updated_at)
      VALUES (${id}::uuid, ${eventId}::uuid, ${bookingId}::uuid, ${categoryId}::uuid, ${reference}, 'CONFIRMED',
        ${input.name}, ${input.email.address}, ${input.email.normalised}, ${input.organisationName ?? null}, ${municipalityCode},
        ${input.jobTitle ?? null}, ${locale}::locale, ${JSON.stringify(input.answers)}::jsonb,
        ${at}::timestamptz, ${CONSENT_VERSION}, ${at}::timestamptz, ${at}::timestamptz)
      RETURNING id, event_id, booking_id
    ), b AS (
      INSERT INTO booking (id, event_id, reference, registrant_name, registrant_email, locale, created_at)
      SELECT booking_id, event_id, ${newReference()}, ${input.name}, ${input.email.address}, ${locale}::locale, ${at}::timestamptz FROM r
    ), d AS (
      INSERT INTO registration_day (registration_id, event_id, day_id)
      SELECT r.id, r.event_id, day_id FROM r, unnest(${dayIds}::uuid[]) AS day_id
    ), s AS (
      INSERT INTO registration_session (registration_id, event_id, session_id)
      SELECT r.id, r.event_id, session_id FROM r, unnest(${sessionIds}::uuid[]) AS session_id
    ), n AS (
      INSERT INTO sensitive_needs (registration_id, diet, access, delete_after)
      SELECT r.id, ${input.diet ?? null}, ${input.access ?? null}, ${needsDeletedOn}::date FROM r
       WHERE num_nonnulls(${input.diet ?? null}::text, ${input.access ?? null}::text) > 0
    )
    INSERT INTO registration_transition (registration_id, to_state, actor_kind, actor_id, at)
    SELECT r.id, 'CONFIRMED', ${actor.kind}::actor_kind, ${actor.id ?? null}::uuid, ${at}::timestamptz FROM r`;
  return { id, reference };
}
