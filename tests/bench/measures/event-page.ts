import { expectAll, fire, type Load } from "../load";
import type { Measure, Site } from "../measure";
import { compare } from "../rounds";

const LIMIT = { count: 4000, seconds: 2 };
const CONNECTIONS = 32;

/** Event pages a second against a static page, and the page's CPU when the event has many registrations. */
export const eventPage: Measure = async ({ small, large, empty, rounds }) => {
  const pageOf = (product: typeof small) => `${product.url}/events/${product.event.slug}`;
  const speed = (url: string) => async () => (await get(url)).perSecond;
  const against = await compare(speed(pageOf(small)), speed(`${empty.url}/static`), rounds);
  const cpu = await compare(
    () => cpuPerPage(large, pageOf(large)),
    () => cpuPerPage(small, pageOf(small)),
    rounds,
  );
  const { median } = against.measured;
  return [
    {
      number: "5",
      what: "event page requests/s",
      against: "a static page of the same kind of Next build",
      figure: against.ratio,
      target: "≥ 0.9",
      met: against.ratio.median >= 0.9,
      detail: `${Math.round(median)}/s against ${Math.round(against.baseline.median)}/s, 32 connections.`,
    },
    {
      number: "5",
      what: `app's CPU per event page at ${large.existing} registrations`,
      against: `at ${small.existing}`,
      figure: cpu.ratio,
      target: "≤ 1.05",
      met: cpu.ratio.median <= 1.05,
      detail: `${(cpu.measured.median * 1000).toFixed(2)} ms against ${(cpu.baseline.median * 1000).toFixed(2)} ms.`,
    },
  ];
};

async function get(url: string): Promise<Load> {
  const load = await fire(LIMIT, CONNECTIONS, () => ({ url }));
  expectAll(load, 200);
  return load;
}

async function cpuPerPage(site: Site, url: string): Promise<number> {
  const before = site.cpuSeconds();
  const { answers } = await get(url);
  return (site.cpuSeconds() - before) / answers.length;
}
