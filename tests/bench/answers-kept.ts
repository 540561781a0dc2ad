import { countOf, type Load } from "./load";
import type { Populated } from "./measure";

/** How many registrations the event has, how many places its counter says are taken, and its capacity. */
export async function places(product: Populated) {
  const { rows } = await product.pool.query<{ living: number; used: number; capacity: number | null }>(
    `SELECT q.used, q.capacity,
            (SELECT count(*)::int FROM registration r WHERE r.event_id = q.event_id AND takes_place(r.state)) AS living
       FROM quota q WHERE q.event_id = $1 AND num_nonnulls(q.category_id, q.day_id, q.session_id, q.voucher_id) = 0`,
    [product.event.id],
  );
  const [row] = rows;
  if (!row) throw new Error(`${product.event.slug} has no quota`);
  return row;
}

/**
 * Throws unless every 201 of the load is a row and nothing else is, the counter agrees, and no place was sold twice:
 * speed without this is a defect.
 */
export async function expectKept(product: Populated, before: number, load: Load): Promise<void> {
  const accepted = countOf(load, 201);
  const { living, used, capacity } = await places(product);
  if (living !== before + accepted)
    throw new Error(`${accepted} were told "registered", ${living - before} rows were written`);
  if (used !== living) throw new Error(`the counter says ${used}, there are ${living}`);
  if (capacity !== null && used > capacity) throw new Error(`oversold: ${used} of ${capacity}`);
}
