import { expectAll, fire } from "../load";
import type { Measure, Product } from "../measure";
import { compare } from "../rounds";
import { percentile } from "../statistics";

// What an organiser does: opens the list, filters, searches, turns the page.
const VIEWS = [
  "",
  "?status=confirmed",
  "?q=Berg",
  "?q=fyllnad-77",
  "?q=%C3%96berg&status=confirmed",
  "?page=2",
  "?page=9",
];
const EACH = 5;

/** The organiser's list with a large event, against one with a small: the slowest of twenty answers. */
export const list: Measure = async ({ small, large, rounds }) => {
  const { ratio, measured, baseline } = await compare(
    () => slowest(large),
    () => slowest(small),
    rounds,
  );
  return [
    {
      number: "9",
      what: `organiser's list at ${large.existing} registrations: filter, search, page; p95`,
      against: `at ${small.existing}`,
      figure: ratio,
      target: "≤ 2",
      met: ratio.median <= 2,
      detail: `p95 ${Math.round(measured.median)} ms against ${Math.round(baseline.median)} ms, one request at a time.`,
    },
  ];
};

async function slowest(product: Product): Promise<number> {
  const url = `${product.url}/organise/${product.event.slug}/registrations`;
  const views = Array.from({ length: EACH }, () => VIEWS).flat();
  const load = await fire({ count: views.length, seconds: 60 }, 1, (index) => ({
    url: url + (views[index] ?? ""),
    headers: { cookie: product.cookie },
  }));
  expectAll(load, 200);
  return percentile(
    load.answers.map((answer) => answer.milliseconds),
    0.95,
  );
}
