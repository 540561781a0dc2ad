import type { AppProcess } from "../app-process";
import type { Finding } from "../measure";
import { spread } from "../statistics";

/** How long `npm start` takes to a healthy site when data and build are there. */
export async function startTime(start: () => Promise<AppProcess>, rounds: number): Promise<Finding> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    const site = await start();
    times.push((performance.now() - started) / 1000);
    await site.stop();
  }
  const figure = spread(times);
  return {
    number: "12",
    what: "`npm start` with data and build present",
    against: "until `/api/health` says ok",
    figure,
    unit: "s",
    target: "≤ 5 s",
    met: figure.median <= 5,
    detail: "Embedded Postgres, migrations checked, app, worker and mail catcher.",
  };
}
