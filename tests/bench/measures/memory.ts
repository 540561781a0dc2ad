import { expectAll, fire } from "../load";
import type { Measure } from "../measure";
import { register } from "../registering";
import { spread } from "../statistics";

/** Resident memory of the app after each of three rounds of mixed load. */
export const memory: Measure = async ({ small }) => {
  const after: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    expectAll(await register(small, { count: 1000, seconds: 5 }, 64), 201, 503);
    const url = `${small.url}/events/${small.event.slug}`;
    expectAll(await fire({ count: 2000, seconds: 5 }, 64, () => ({ url })), 200);
    after.push(small.memoryMb());
  }
  const figure = spread(after);
  const [first = 0] = after;
  const last = after.at(-1) ?? 0;
  return [
    {
      number: "13",
      what: "memory of the app after load",
      against: "resident set",
      figure,
      unit: "MB",
      target: "≤ 300 MB, no growth over three rounds",
      met: figure.highest <= 300 && last <= first * 1.05,
      detail: `after round one, two, three: ${after.map(Math.round).join(", ")} MB.`,
    },
  ];
};
