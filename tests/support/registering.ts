import type { Temporal } from "temporal-polyfill";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import { type Application, ownApplication } from "@/lib/registrations/admission/application";
import { personOf } from "@/lib/registrations/admission/person-of-input";
import { type Registering, registerAttendee } from "@/lib/registrations/commands/register-attendee";
import { findRegistrationForm } from "@/lib/registrations/queries/registration-form";
import { registrationSchemaOf } from "@/lib/registrations/schema";

let sent = 0;

/** Somebody who has never registered before. */
export function person(fields: Record<string, unknown> = {}): Record<string, unknown> {
  sent += 1;
  return { name: `Anmäld ${sent}`, email: `anmald-${sent}@example.org`, consent: true, ...fields };
}

/** Sends a registration as a browser would, each from a network of its own. */
export function register(slug: string, body: unknown, now: Temporal.Instant, wishes: Partial<Registering> = {}) {
  sent += 1;
  return registerAttendee(
    {
      slug,
      body,
      invitation: null,
      locale: "sv",
      idempotencyKey: null,
      actor: { kind: "ATTENDEE" },
      clientIp: `test-${sent}`,
      ...wishes,
    },
    now,
  );
}

/** The application such a submit becomes, for a queue of the test's own. */
export async function application(slug: string, body: unknown, now: Temporal.Instant): Promise<Application> {
  const { code = null } = body as { code?: string };
  const form = await findRegistrationForm(slug, null, now, code, "answer");
  if (!form) throw new Error(`no event ${slug}`);
  const input = registrationSchemaOf(form).parse(body);
  const person = personOf(form, input, { municipalityCode: null, locale: "sv" });
  return ownApplication(
    form,
    person,
    { invitation: null, claim: null, actor: { kind: "ATTENDEE" }, now },
    { answers: {}, billing: null },
  );
}

/** The scope that the personal link of a registration would open. */
export async function scopeOf(reference: string): Promise<RegistrationScope> {
  const { id, eventId } = await database().registration.findUniqueOrThrow({ where: { reference } });
  return { registrationId: id, eventId } as RegistrationScope;
}

/** Every quota of an event whose `used` is not what the rows say, an offered place in a session being taken. Empty when the database keeps its books right. */
export function quotasOffTheRows(eventId: string) {
  return database().$queryRaw<{ id: string; used: number; counted: number }[]>`
    SELECT * FROM (
      SELECT q.id, q.used, (
        SELECT count(*)::int FROM registration r
         WHERE r.event_id = q.event_id AND takes_place(r.state)
           AND (q.category_id IS NULL OR r.category_id = q.category_id)
           AND (q.day_id IS NULL OR EXISTS (SELECT 1 FROM registration_day d WHERE d.registration_id = r.id AND d.day_id = q.day_id))
           AND (q.voucher_id IS NULL OR r.voucher_id = q.voucher_id)
           AND (q.session_id IS NULL OR EXISTS (SELECT 1 FROM registration_session s WHERE s.registration_id = r.id AND s.session_id = q.session_id))
      ) + (
        SELECT count(*)::int FROM session_waiting w WHERE w.session_id = q.session_id AND w.state = 'OFFERED'
      ) AS counted FROM quota q WHERE q.event_id = ${eventId}::uuid) books
     WHERE used <> counted`;
}

/** How many rows there are of everything a registration writes, to show that nothing was half-written. */
export async function rowCounts() {
  const db = database();
  return {
    registrations: await db.registration.count(),
    bookings: await db.booking.count(),
    days: await db.registrationDay.count(),
    sessions: await db.registrationSession.count(),
    needs: await db.sensitiveNeeds.count(),
    transitions: await db.registrationTransition.count(),
    audit: await db.auditEntry.count(),
    outbox: await db.outboxMail.count(),
    keys: await db.idempotencyKey.count(),
  };
}
