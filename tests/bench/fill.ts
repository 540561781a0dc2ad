import type { Pool } from "pg";

const BATCH = 50_000;

/**
 * Fills an event with confirmed registrations until it has `wanted`, written set by set as the product's tables want
 * them: booking, registration, day, transition. The quota of the event is lifted first. Names and addresses are made up.
 */
export async function fillEvent(pool: Pool, eventId: string, wanted: number): Promise<void> {
  await pool.query("UPDATE quota SET capacity = NULL WHERE event_id = $1", [eventId]);
  const { rows } = await pool.query<{ n: number }>("SELECT count(*)::int n FROM registration WHERE event_id = $1", [
    eventId,
  ]);
  for (let from = rows[0]?.n ?? 0; from < wanted; from += BATCH) {
    await pool.query(BATCH_OF_REGISTRATIONS, [eventId, from + 1, Math.min(from + BATCH, wanted)]);
  }
  await pool.query("VACUUM (ANALYZE)");
  // What filling has left to write is not charged to the loads that follow.
  await pool.query("CHECKPOINT");
}

// One statement a batch: all parts share the same generated numbers.
const BATCH_OF_REGISTRATIONS = `
  WITH person AS (
    SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS booking_id,
           (ARRAY['Anna','Björn','Cecilia','David','Elin','Farid','Gunilla','Hassan','Ingrid','Åke'])[1 + n % 10] || ' ' ||
           (ARRAY['Andersson','Berg','Carlsson','Dahl','Ek','Forsberg','Öberg'])[1 + n % 7] || ' ' || n AS name,
           'fyllnad-' || n || '@example.org' AS email,
           (ARRAY['0583','0484','1280','1480','0180'])[1 + n % 5] AS municipality,
           now() - make_interval(mins => n % 40000) AS at
      FROM generate_series($2::int, $3::int) AS n
  ), booking_row AS (
    INSERT INTO booking (id, event_id, reference, registrant_name, registrant_email, locale, created_at)
    SELECT booking_id, $1::uuid, 'BB-' || n, name, email, 'sv', at FROM person
  ), registration_row AS (
    INSERT INTO registration (id, event_id, booking_id, category_id, reference, state, name, email, email_normalised,
                              organisation_name, municipality_code, locale, consented_at, consent_version, created_at, updated_at)
    SELECT id, $1::uuid, booking_id, (SELECT c.id FROM category c WHERE c.event_id = $1::uuid ORDER BY c.position LIMIT 1),
           'BR-' || n, 'CONFIRMED', name, email, email, 'Kommun ' || municipality, municipality, 'sv', at, '1', at, at
      FROM person
  ), day_row AS (
    INSERT INTO registration_day (registration_id, day_id, event_id)
    SELECT p.id, d.id, $1::uuid FROM person p CROSS JOIN event_day d WHERE d.event_id = $1::uuid
  )
  INSERT INTO registration_transition (registration_id, to_state, actor_kind, at)
  SELECT id, 'CONFIRMED', 'SYSTEM', at FROM person`;
