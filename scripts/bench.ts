import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Environment, startApp } from "../tests/bench/app-process";
import { prepareGround } from "../tests/bench/ground";
import type { Finding, Measure } from "../tests/bench/measure";
import { delivery } from "../tests/bench/measures/delivery";
import { enqueueing } from "../tests/bench/measures/enqueueing";
import { eventPage } from "../tests/bench/measures/event-page";
import { existingRows } from "../tests/bench/measures/existing-rows";
import { exports } from "../tests/bench/measures/export";
import { javascript } from "../tests/bench/measures/javascript";
import { list } from "../tests/bench/measures/list";
import { memory } from "../tests/bench/measures/memory";
import { naiveRegistrations } from "../tests/bench/measures/naive-registrations";
import { registrations } from "../tests/bench/measures/registrations";
import { rush } from "../tests/bench/measures/rush";
import { slowNetwork } from "../tests/bench/measures/slow-network";
import { startTime } from "../tests/bench/measures/start";
import { requireProc } from "../tests/bench/process-use";
import { report } from "../tests/bench/report";
import { freePort } from "../tests/support/free-port";

const SMALL = 1_000;

/** By the numbers of the targets. Memory comes last: it is what the load has left behind. */
const MEASURES: Readonly<Record<string, Measure>> = {
  "6": javascript,
  "7": slowNetwork,
  "1": registrations,
  "2": naiveRegistrations,
  "3": rush,
  "4": existingRows,
  "5": eventPage,
  "9": list,
  "8": exports,
  "11": enqueueing,
  "10": delivery,
  "13": memory,
};

/**
 * `npm run bench`: measures the product against what it stands on and writes docs/benchmarks.md, unless only some numbers
 * were asked for. Takes about ten minutes.
 */
async function runBenchmark(env: Environment): Promise<void> {
  const { values } = parseArgs({
    options: {
      rows: { type: "string", default: "100000" },
      rounds: { type: "string", default: "5" },
      only: { type: "string" },
    },
  });
  requireProc();
  const started = performance.now();
  const [loadBefore = 0] = loadavg();
  const rounds = Number(values.rounds);
  const large = Number(values.rows);
  const only = values.only?.split(",");
  const dataDir = await mkdtemp(join(tmpdir(), "samling-bench-"));
  const findings: Finding[] = [];
  const note = (found: readonly Finding[]) => {
    findings.push(...found);
    for (const { number, what, figure, unit, target, detail } of found)
      console.log(`#${number} ${what}: ${figure.median.toFixed(2)}${unit ?? ""} (target ${target}). ${detail}`);
  };
  try {
    const product = await wholeProduct(dataDir, env);
    console.log("Making the demo's data and the build…");
    await (await product()).stop();
    if (!only || only.includes("12")) note([await startTime(product, rounds)]);
    console.log(`Filling the events with ${SMALL} and ${large} registrations…`);
    const { ground, stop } = await prepareGround(dataDir, { small: SMALL, large, rounds }, env);
    try {
      for (const [number, measure] of Object.entries(MEASURES))
        if (!only || only.includes(number)) note(await measure(ground));
    } finally {
      await stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
  findings.sort((a, b) => Number(a.number) - Number(b.number));
  const minutes = Math.ceil((performance.now() - started) / 60_000);
  if (only) return;
  const command = ["npm run bench", ...process.argv.slice(2)].join(" ").replace("bench --", "bench -- --");
  await writeFile(
    "docs/benchmarks.md",
    report(findings, { command, rounds, small: SMALL, large, minutes, loadBefore }),
  );
}

/** `npm start` on free ports with its data in `dataDir`. */
async function wholeProduct(dataDir: string, env: Environment) {
  const [port, smtp, mailbox] = [await freePort(), await freePort(), await freePort()];
  const { DATABASE_URL: _database, SMTP_URL: _smtp, ...inherited } = env;
  const url = `http://localhost:${port}`;
  return () =>
    startApp(["scripts/start.mjs"], {
      url,
      ready: "/api/health",
      env: {
        ...inherited,
        PORT: String(port),
        SMTP_PORT: String(smtp),
        MAILBOX_PORT: String(mailbox),
        APP_URL: url,
        DATA_DIR: dataDir,
        AUTH_SECRET: "only-for-the-benchmark-of-this-repository",
        RATE_LIMITS: "off",
      },
    });
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
await runBenchmark(process.env);
