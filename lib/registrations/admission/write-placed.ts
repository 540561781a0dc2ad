import { auditInsert } from "@/lib/audit/commands/record-audit";
import { toTimestamp } from "@/lib/core/clock";
import { newId, newReference } from "@/lib/core/ids";
import { mailInsert } from "@/lib/mail/commands/enqueue-mail";
import type { Transaction } from "@/lib/platform/db";
import { CONSENT_VERSION } from "../rules/consent";
import type { RegistrationState } from "../rules/transitions";
import type { Application, Person } from "./application";

/** A person who got a place or waits, as they are to be written. */
export type Placed = {
  readonly id: string;
  readonly bookingId: string;
  readonly reference: string;
  readonly state: RegistrationState;
  readonly application: Application;
  readonly person: Person;
};

/** A booking that at least one placed person belongs to. */
export type NewBooking = { readonly id: string; readonly reference: string; readonly application: Application };

/** The application's booking, or a new one with an id and a reference. */
export function newBooking(application: Application): NewBooking {
  return { ...(application.booking ?? { id: newId(application.now), reference: newReference() }), application };
}

/** What is written when many were decided on. `answers` are rows of `answerRows`. */
export type Admission = {
  readonly bookings: readonly NewBooking[];
  readonly placed: readonly Placed[];
  readonly audits: Parameters<typeof auditInsert>[0];
  readonly mails: Parameters<typeof mailInsert>[0];
  readonly answers: readonly object[];
};

/**
 * Writes bookings, registrations, choices, needs, first transitions, audit entries, mails and kept answers of many people in
 * one statement: everybody at the event waits while its lock is held, and each trip to the database and back is part of that.
 * When an address got a living registration in the same moment, or another process took a key, a unique index refuses all of
 * it and the admission is run again by `inTransaction`.
 */
export async function writeAdmission(tx: Transaction, admission: Admission): Promise<void> {
  const { bookings, placed } = admission;
  const waitingNumbers = await takeWaitingNumbers(tx, placed.filter(({ state }) => state === "WAITLISTED").length);
  const rows = placed.map((one) => row(one, one.state === "WAITLISTED" ? waitingNumbers.shift() : undefined));
  await tx.$executeRaw`
    -- prepared: write-admission
    WITH b AS (
      INSERT INTO booking (id, event_id, reference, registrant_name, registrant_email, registrant_phone, locale, billing, answers, created_at)
      SELECT id, event_id, reference, registrant_name, registrant_email, registrant_phone, locale, billing, answers, created_at
        FROM jsonb_populate_recordset(NULL::booking, ${JSON.stringify(bookings.filter(isNew).map(bookingRow))}::jsonb)
      RETURNING id
    ), p AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS p(
        id uuid, booking_id uuid, event_id uuid, category_id uuid, voucher_id uuid, reference text, state registration_state,
        expires_at timestamptz, name text, email text, email_normalised text, organisation_name text, municipality_code text,
        job_title text, locale locale, answers jsonb, waiting_number bigint, at timestamptz, days uuid[], sessions uuid[],
        guest_of_id uuid, consented_at timestamptz, diet text, access text, sensitive jsonb, delete_after date, actor_kind actor_kind, actor_id uuid)
    ), r AS (
      INSERT INTO registration (id, event_id, booking_id, category_id, voucher_id, reference, state, expires_at, name, email,
        email_normalised, organisation_name, municipality_code, job_title, locale, answers, waiting_number,
        guest_of_id, consented_at, consent_version, created_at, updated_at)
      SELECT id, event_id, booking_id, category_id, voucher_id, reference, state, expires_at, name, email, email_normalised,
             organisation_name, municipality_code, job_title, locale, answers, waiting_number,
             guest_of_id, consented_at, CASE WHEN consented_at IS NOT NULL THEN ${CONSENT_VERSION} END, at, at FROM p
    ), d AS (
      INSERT INTO registration_day (registration_id, event_id, day_id) SELECT p.id, p.event_id, day FROM p, unnest(p.days) AS day
    ), s AS (
      INSERT INTO registration_session (registration_id, event_id, session_id)
      SELECT p.id, p.event_id, session FROM p, unnest(p.sessions) AS session
    ), n AS (
      INSERT INTO sensitive_needs (registration_id, diet, access, answers, delete_after)
      SELECT id, diet, access, sensitive, delete_after FROM p WHERE num_nonnulls(diet, access, sensitive) > 0
    ), t AS (
      INSERT INTO registration_transition (registration_id, to_state, actor_kind, actor_id, at)
      SELECT id, state, actor_kind, actor_id, at FROM p
    ), a AS (${auditInsert(admission.audits)}
    ), k AS (
      INSERT INTO idempotency_key (event_id, key, request_hash, response, created_at)
      SELECT event_id, key, request_hash, response, created_at
        FROM jsonb_populate_recordset(NULL::idempotency_key, ${JSON.stringify(admission.answers)}::jsonb)
    )
    ${mailInsert(admission.mails)}`;
  for (const { id, application } of bookings.filter((one) => !isNew(one))) {
    const { billing } = application.registrant;
    // Who pays was asked for because the booking did not know it yet.
    if (billing)
      await tx.$executeRaw`
        UPDATE booking SET billing = ${JSON.stringify(billing)}::jsonb WHERE id = ${id}::uuid AND billing IS NULL`;
  }
  const lines = placed.flatMap(({ id, bookingId, person }) =>
    person.priceLines.map((line, position) => ({ ...line, bookingId, registrationId: id, position })),
  );
  if (lines.length > 0) await tx.priceLine.createMany({ data: lines });
}

/** Numbers in the order of the line. The event's lock is held, so whoever was decided on earlier has a lower one. */
async function takeWaitingNumbers(tx: Transaction, count: number): Promise<string[]> {
  if (count === 0) return [];
  const rows = await tx.$queryRaw<{ number: bigint }[]>`
    SELECT nextval('registration_waiting_number') AS number FROM generate_series(1, ${count}::int)`;
  return rows.map(({ number }) => String(number));
}

const isNew = ({ application }: NewBooking) => application.booking === null;

function bookingRow({ id, reference, application: { eventId, registrant, now } }: NewBooking) {
  return {
    id,
    event_id: eventId,
    reference,
    registrant_name: registrant.name,
    registrant_email: registrant.email,
    registrant_phone: registrant.phone,
    locale: registrant.locale,
    billing: registrant.billing,
    answers: registrant.answers,
    created_at: toTimestamp(now),
  };
}

function row({ id, bookingId, reference, state, application, person }: Placed, waitingNumber: string | undefined) {
  const { details, levels, heldUntil } = person;
  return {
    id,
    booking_id: bookingId,
    event_id: levels.eventId,
    category_id: levels.categoryId,
    voucher_id: levels.voucherId,
    reference,
    state,
    expires_at: state === "HELD" && heldUntil ? toTimestamp(heldUntil) : null,
    name: details.name,
    email: details.email.address,
    email_normalised: details.email.normalised,
    organisation_name: details.organisationName,
    municipality_code: details.municipalityCode,
    job_title: details.jobTitle,
    locale: details.locale,
    answers: details.answers,
    waiting_number: waitingNumber,
    at: toTimestamp(application.now),
    guest_of_id: application.guestsOf?.invitationId,
    consented_at: person.consents ? toTimestamp(application.now) : null,
    days: levels.dayIds,
    sessions: levels.sessionIds,
    diet: details.diet,
    access: details.access,
    sensitive: details.sensitiveAnswers,
    delete_after: application.needsDeletedOn,
    actor_kind: application.actor.kind,
    actor_id: application.actor.id,
  };
}
