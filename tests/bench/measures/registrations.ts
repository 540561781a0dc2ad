import { places } from "../answers-kept";
import { countOf, expectAll, fire } from "../load";
import type { Measure } from "../measure";
import { newRegistration, register } from "../registering";
import { compare } from "../rounds";

const CONNECTIONS = 64;
const LIMIT = { count: 3000, seconds: 2 };

/** Registrations a second through the JSON API on one hot event, against a Next route that only parses the same body. */
export const registrations: Measure = async ({ small, empty, rounds }) => {
  let sent = 0;
  let busy = 0;
  const ours = async () => {
    const load = await register(small, LIMIT, CONNECTIONS);
    // "Come back in a moment" is an honest answer, but no registration.
    expectAll(load, 201, 503);
    busy += countOf(load, 503);
    sent += load.answers.length;
    return countOf(load, 201) / load.seconds;
  };
  const floor = async () => {
    const load = await fire(LIMIT, CONNECTIONS, () => newRegistration(`${empty.url}/echo`));
    expectAll(load, 201);
    return load.perSecond;
  };
  const { ratio, measured, baseline } = await compare(ours, floor, rounds);
  const rush = await lastPlaces();
  return [
    {
      number: "1",
      what: "registrations/s through the JSON API, hot event, 64 connections, one app process",
      against: "a Next route that parses the same body",
      figure: ratio,
      target: "≥ 0.8",
      met: ratio.median >= 0.8,
      detail: `${Math.round(measured.median)}/s against ${Math.round(baseline.median)}/s; ${busy} of ${sent} were asked to come back (503). ${rush}`,
    },
  ];

  /** Correctness in the same breath: 400 ask at once for the last 100 places. */
  async function lastPlaces(): Promise<string> {
    const { used } = await places(small);
    const event = [small.event.id];
    const whole = "event_id = $1 AND num_nonnulls(category_id, day_id, session_id, voucher_id) = 0";
    await small.pool.query(`UPDATE quota SET capacity = ${used + 100} WHERE ${whole}`, event);
    const load = await register(small, { count: 400, seconds: 60 }, CONNECTIONS);
    await small.pool.query(`UPDATE quota SET capacity = NULL WHERE ${whole}`, event);
    expectAll(load, 201, 409, 503);
    const [admitted, full, later] = [countOf(load, 201), countOf(load, 409), countOf(load, 503)];
    if (admitted > 100 || (full > 0 && admitted !== 100))
      throw new Error(`of the last 100 places ${admitted} were taken`);
    return `400 asking for the last 100 places: ${admitted} admitted, ${full} told that it is full, ${later} asked to come back.`;
  }
};
