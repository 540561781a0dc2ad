import { expectKept, places } from "../answers-kept";
import { countOf, expectAll, fire } from "../load";
import type { Measure } from "../measure";
import { newRegistration, register } from "../registering";
import { compare } from "../rounds";

const CONNECTIONS = 64;
const LIMIT = { count: 3000, seconds: 2 };

/** Registrations a second through the JSON API against the first way one would write them. */
export const naiveRegistrations: Measure = async ({ small, empty, naive, rounds }) => {
  let refused = 0;
  let sent = 0;
  const ours = async () => {
    const load = await register(small, LIMIT, CONNECTIONS);
    expectAll(load, 201, 503);
    return countOf(load, 201) / load.seconds;
  };
  const plain = async () => {
    const before = (await places(naive)).living;
    const load = await fire(LIMIT, CONNECTIONS, () => newRegistration(`${empty.url}/naive`));
    expectAll(load, 201, 503);
    await expectKept(naive, before, load);
    refused += countOf(load, 503);
    sent += load.answers.length;
    return countOf(load, 201) / load.seconds;
  };
  const { ratio, measured, baseline } = await compare(ours, plain, rounds);
  return [
    {
      number: "2",
      what: "registrations/s through the JSON API, hot event, 64 connections",
      against: "one interactive Prisma transaction a request in a Next route, writing the same rows",
      figure: ratio,
      target: "≥ 4",
      met: ratio.median >= 4,
      detail: `${Math.round(measured.median)}/s against ${Math.round(baseline.median)}/s; the plain way failed ${refused} of ${sent}. It checks no input, no duplicates, no idempotency key and no window.`,
    },
  ];
};
