import { places } from "../answers-kept";
import { expectAll, fire } from "../load";
import type { Measure } from "../measure";
import { newRegistration, register } from "../registering";
import { compare } from "../rounds";

const CONNECTIONS = 64;
const COUNT = 1500;

/** Registrations a second through the JSON API on one hot event, against a Next route that only parses the same body. */
export const registrations: Measure = async ({ small, empty, rounds }) => {
  const ours = async () => {
    const load = await register(small, COUNT, CONNECTIONS);
    expectAll(load, 201);
    return COUNT / load.seconds;
  };
  const floor = async () => {
    const load = await fire(COUNT, CONNECTIONS, () => newRegistration(`${empty.url}/echo`));
    expectAll(load, 201);
    return COUNT / load.seconds;
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
      detail: `${Math.round(measured.median)}/s against ${Math.round(baseline.median)}/s. ${rush}`,
    },
  ];

  /** Correctness in the same breath: 400 ask at once for the last 100 places. */
  async function lastPlaces(): Promise<string> {
    const { used } = await places(small);
    const event = [small.event.id];
    const whole = "event_id = $1 AND num_nonnulls(category_id, day_id, session_id) = 0";
    await small.pool.query(`UPDATE quota SET capacity = ${used + 100} WHERE ${whole}`, event);
    const { answers } = await register(small, 400, CONNECTIONS);
    await small.pool.query(`UPDATE quota SET capacity = NULL WHERE ${whole}`, event);
    const admitted = answers.filter((answer) => answer.status === 201).length;
    const full = answers.filter((answer) => answer.status === 409).length;
    if (admitted !== 100 || full !== 300)
      throw new Error(`the last 100 places: ${admitted} admitted, ${full} told full`);
    return "400 asking for the last 100 places: 100 admitted, 300 told that it is full.";
  }
};
