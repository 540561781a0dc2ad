import { places } from "../answers-kept";
import { countOf, expectAll, fire, type Load } from "../load";
import type { Measure, Product, Site } from "../measure";
import { newRegistration } from "../registering";
import { spread } from "../statistics";

const RUSHES = 40;
const SUBMITS = 500;
const PLACES = 100;
const CONNECTIONS = 64;
/** A tenth of the fastest peer's time for the same. */
const TARGET_SECONDS = 0.7;

/**
 * Five hundred ask for the last hundred places at two app processes at once. Killing one on the way, and rushes for other things, are the fault test's
 * (`TRIES=1000 npx vitest run tests/faults/storms-two-processes.test.ts`).
 */
export const rush: Measure = async ({ small, startSecond }) => {
  const second = await startSecond();
  try {
    const seconds: number[] = [];
    for (let n = 0; n < RUSHES + 2; n += 1) {
      const took = await oneRush(small, second);
      // The first two warm the second process up.
      if (n >= 2) seconds.push(took);
    }
    const figure = spread(seconds);
    return [
      {
        number: "3",
        what: `${SUBMITS} asking for the last ${PLACES} places at two app processes, until everybody has an answer`,
        against: "seconds; the peers take 7 to 20",
        figure,
        unit: "s",
        target: `≤ ${TARGET_SECONDS} s, exactly ${PLACES} every time`,
        met: figure.median <= TARGET_SECONDS,
        detail: `${RUSHES} rushes; in each exactly ${PLACES} were admitted and ${SUBMITS - PLACES} told that it is full.`,
      },
    ];
  } finally {
    await second.stop();
  }
};

async function oneRush(product: Product, second: Site): Promise<number> {
  const { used } = await places(product);
  await limit(product, used + PLACES);
  const path = `/api/v1/events/${product.event.slug}/registrations`;
  const at = (site: Site): Promise<Load> =>
    fire({ count: SUBMITS / 2, seconds: 60 }, CONNECTIONS, () => newRegistration(site.url + path));
  const loads = await Promise.all([at(product), at(second)]);
  const after = await places(product);
  await limit(product, null);
  for (const load of loads) expectAll(load, 201, 409);
  const admitted = loads.reduce((sum, load) => sum + countOf(load, 201), 0);
  if (admitted !== PLACES || after.living !== used + PLACES)
    throw new Error(`of ${PLACES} places ${admitted} were given out, ${after.living - used} rows were written`);
  return Math.max(...loads.map(({ seconds }) => seconds));
}

async function limit({ pool, event }: Product, capacity: number | null): Promise<void> {
  await pool.query(
    `UPDATE quota SET capacity = $2
      WHERE event_id = $1 AND num_nonnulls(category_id, day_id, session_id, voucher_id) = 0`,
    [event.id, capacity],
  );
}
