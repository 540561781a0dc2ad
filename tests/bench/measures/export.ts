import { setTimeout } from "node:timers/promises";
import { Client } from "pg";
import { copyOut } from "../copy-out";
import type { Measure, Product } from "../measure";
import { compare } from "../rounds";
import { spread } from "../statistics";

const FORMATS = [
  { format: "csv", target: 0.6, memory: 32 },
  { format: "xlsx", target: 0.1, memory: 100 },
] as const;

// The columns and the order of the product's own file, as the table holds them.
const COPY = `COPY (SELECT r.name, r.organisation_name, c.name, r.state, r.created_at
                      FROM registration r JOIN category c ON c.id = r.category_id
                     WHERE r.event_id = '%' ORDER BY r.name COLLATE "sv-x-icu", r.id) TO STDOUT (FORMAT csv)`;

/** The participant list of a large event as a file over HTTP, against COPY of the same rows. */
export const exports: Measure = async ({ large, rounds }) => {
  const client = new Client({ connectionString: large.databaseUrl });
  await client.connect();
  const raw = async () => {
    const started = performance.now();
    await copyOut(client, COPY.replace("%", large.event.id));
    return large.existing / ((performance.now() - started) / 1000);
  };
  const findings = [];
  for (const { format, target, memory } of FORMATS) {
    // Once before: what the first file leaves in the heap is not the second's.
    await download(large, format);
    await setTimeout(2_000);
    const idle = large.memoryMb();
    const peaks: number[] = [];
    const ours = async () => {
      const file = await download(large, format);
      peaks.push(file.peakMb - idle);
      return large.existing / file.seconds;
    };
    const { ratio, measured, baseline } = await compare(ours, raw, Math.min(rounds, 5));
    const above = spread(peaks).highest;
    findings.push({
      number: "8",
      what: `participant export of ${large.existing} rows as ${format.toUpperCase()}, rows/s`,
      against: "`COPY … TO STDOUT` of the same columns in the same order",
      figure: ratio,
      target: `≥ ${target}, memory ≤ ${memory} MB above idle`,
      met: ratio.median >= target && above <= memory,
      detail: `${Math.round(measured.median)} rows/s against ${Math.round(baseline.median)}; memory at most ${Math.round(above)} MB above idle.`,
    });
  }
  await client.end();
  return findings;
};

/** Downloads the whole file and watches the app's memory meanwhile. Throws when the file holds other rows than asked for. */
async function download(product: Product, format: "csv" | "xlsx") {
  let peakMb = product.memoryMb();
  const watch = setInterval(() => (peakMb = Math.max(peakMb, product.memoryMb())), 50);
  const started = performance.now();
  const url = `${product.url}/organise/${product.event.slug}/registrations/export?format=${format}`;
  const answer = await fetch(url, { headers: { cookie: product.cookie }, redirect: "manual" });
  if (answer.status !== 200 || !answer.body) throw new Error(`${url} answered ${answer.status}`);
  let lines = 0;
  let bytes = 0;
  for await (const chunk of answer.body) {
    bytes += chunk.length;
    if (format === "csv") for (const byte of chunk) if (byte === 10) lines += 1;
  }
  clearInterval(watch);
  const seconds = (performance.now() - started) / 1000;
  if (format === "csv" && lines < product.existing)
    throw new Error(`${lines} lines for ${product.existing} registrations`);
  if (bytes < product.existing * 10) throw new Error(`${bytes} bytes for ${product.existing} registrations`);
  return { seconds, peakMb };
}
