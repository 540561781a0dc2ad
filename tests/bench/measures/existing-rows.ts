import { countOf, expectAll } from "../load";
import type { Ground, Measure, Product } from "../measure";
import { register } from "../registering";
import { compare } from "../rounds";

const LIMIT = { count: 1000, seconds: 3 };
// Few enough that nobody waits long for the hot event: the question here is the cost, not the crowd.
const CONNECTIONS = 8;

/** CPU of app and Postgres per registration in an event that already has many, against one that has few. */
export const existingRows: Measure = async (ground) => {
  const { ratio, measured, baseline } = await compare(
    () => cpuPerRegistration(ground, ground.large),
    () => cpuPerRegistration(ground, ground.small),
    ground.rounds,
  );
  const milliseconds = (seconds: number) => (seconds * 1000).toFixed(2);
  return [
    {
      number: "4",
      what: `CPU per registration at ${ground.large.existing} existing registrations`,
      against: `at ${ground.small.existing}`,
      figure: ratio,
      target: "≤ 1.15",
      met: ratio.median <= 1.15,
      detail: `${milliseconds(measured.median)} ms against ${milliseconds(baseline.median)} ms, app and Postgres together; all of them in the same event.`,
    },
  ];
};

async function cpuPerRegistration(ground: Ground, product: Product): Promise<number> {
  const used = () => product.cpuSeconds() + ground.postgresCpuSeconds();
  const before = used();
  const load = await register(product, LIMIT, CONNECTIONS);
  expectAll(load, 201, 503);
  return (used() - before) / countOf(load, 201);
}
